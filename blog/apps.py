from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = "Blog"

    def ready(self) -> None:
        from blog import signal_handlers
        from blog.known_site import keep_sites
        from blog.podcast import artwork

        signal_handlers.connect()
        keep_sites()
        artwork.connect()
