"""Where the site begins is known in each process, also when another one changed it."""

from django.core.cache import cache
from django.test import TransactionTestCase
from wagtail.models import Site

from pagecache import kept, versions
from tests.blog.factories import make_site


class RootsTests(TransactionTestCase):
    serialized_rollback = True

    def setUp(self) -> None:
        cache.clear()
        kept.forget()
        versions.forget()
        self.site = make_site()

    def test_addresses_follow_a_site_that_moved_in_another_process(self) -> None:
        article = self.site.article(title="Weer slapen")
        assert article.full_url.startswith("http://localhost/")
        # As another process does: without the signal that empties the cache of this one.
        Site.objects.update(hostname="tussentij.example")
        versions.bump()
        versions.forget()
        assert type(article).objects.get().full_url.startswith("http://tussentij.example/")

    def test_roots_are_looked_up_once_for_a_content_version(self) -> None:
        Site.get_site_root_paths()
        with self.assertNumQueries(0):
            Site.get_site_root_paths()
