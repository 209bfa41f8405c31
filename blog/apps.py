from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = "Blog"

    def ready(self) -> None:
        from blog import indexnow, redirects, signal_handlers
        from blog.dead_links import written
        from blog.known_site import keep_sites
        from blog.podcast import artwork
        from blog.seo import signal_handlers as seo_signal_handlers

        signal_handlers.connect()
        seo_signal_handlers.connect()
        indexnow.connect()
        redirects.connect()
        written.connect()
        keep_sites()
        artwork.connect()
