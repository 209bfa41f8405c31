from django.apps import AppConfig


class ImagesConfig(AppConfig):
    name = "images"
    verbose_name = "Afbeeldingen"

    def ready(self) -> None:
        from images.encoding import write_avif_quickly

        write_avif_quickly()
