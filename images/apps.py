from django.apps import AppConfig


class ImagesConfig(AppConfig):
    name = "images"
    verbose_name = "Afbeeldingen"

    def ready(self) -> None:
        from images.encoding import write_avif_quickly
        from images.srcset import list_each_width_once

        write_avif_quickly()
        list_each_width_once()
