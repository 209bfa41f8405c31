"""The whole demo site, in one transaction."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page

from blog.similarity import refresh_similar
from demo.loader.account import introduce_coach
from demo.loader.articles import create_articles, fill_articles
from demo.loader.comments import create_comments
from demo.loader.files import SavedFiles
from demo.loader.gifts import create_gifts
from demo.loader.pages import create_pages, fill_pages
from demo.loader.pictures import create_pictures
from demo.loader.renditions import make_renditions
from demo.loader.streams import Catalogue
from demo.loader.unpublished import create_unpublished

Progress = Callable[[str], None]


def is_empty() -> bool:
    """Tell whether the site holds no page but the welcome page that a fresh Wagtail comes with."""
    pages = Page.objects.filter(depth__gt=1)
    return not pages.exists() or (
        pages.count() == 1 and pages[0].slug == "home" and type(pages[0].specific) is Page
    )


def load(progress: Progress) -> dict[str, int]:
    """Load the demo site into an empty site, all or nothing, and return how many of what were made.

    Reports each step through `progress`. Files written before a failure are removed again.
    """
    files = SavedFiles()
    made: dict[str, int] = {}
    try:
        with transaction.atomic():
            catalogue = Catalogue()
            introduce_coach()
            progress("Afbeeldingen inlezen")
            made["afbeeldingen"] = create_pictures(catalogue, files)
            progress("Weggevers maken")
            made["weggevers"] = create_gifts(catalogue, files)
            progress("Pagina's maken")
            made["pagina's"] = create_pages(catalogue, files)
            progress("Artikelen schrijven")
            made["artikelen"] = create_articles(catalogue)
            # Texts link to pages that come later, so they are filled in when every page is there.
            fill_pages(catalogue)
            fill_articles(catalogue)
            create_unpublished(catalogue)
            progress("Reacties plaatsen")
            made["reacties"] = create_comments(catalogue)
            progress("Verwante artikelen zoeken")
            refresh_similar()
    except BaseException:
        files.remove()
        raise
    progress("Afbeeldingen klaarzetten")
    make_renditions(progress)
    return made
