"""A draft and a planned article, so that the admin's start page has something to show."""

from blog.forms import tomorrow_morning
from blog.models import ArticleAuthor, ArticlePage
from demo.loader.streams import Catalogue, stream

DRAFT = {
    "title": "Wat doe je met de foto’s?",
    "slug": "wat-doe-je-met-de-fotos",
    "intro": "Weggooien voelt als verraad, bewaren als wachten. Er is een doos tussenin.",
    "category": "loslaten",
    "author": "joost-aldering",
    "body": [
        ("heading", {"level": "h2", "text": "De doos tussenin"}),
        (
            "paragraph",
            "<p>Je hoeft vandaag niets te beslissen. Leg de foto’s in een doos, schrijf de datum van over "
            "een jaar op het deksel en vraag iemand anders om hem te bewaren.</p>",
        ),
    ],
}
PLANNED = {
    "title": "Kerst met een lege stoel",
    "slug": "kerst-met-een-lege-stoel",
    "intro": "De feestdagen komen eraan en iemand ontbreekt aan tafel. Zo maak je de avond kleiner.",
    "category": "net-uit-elkaar",
    "author": "marit-van-wezel",
    "body": [
        ("heading", {"level": "h2", "text": "Een avond van twee uur"}),
        (
            "paragraph",
            "<p>Spreek van tevoren af hoe laat je komt en hoe laat je gaat. Zeg het ook hardop tegen wie je "
            "uitnodigt: ‘Ik blijf tot het toetje.’ Een avond met een einde is een avond die je aankunt.</p>"
            "<p>Zet de lege stoel gerust weg. Wie ernaar vraagt, mag er zelf op gaan zitten.</p>",
        ),
        ("heading", {"level": "h2", "text": "Voor de dagen ertussen"}),
        (
            "paragraph",
            "<p>Maak een lijst van drie mensen die je mag bellen, en bel de eerste vóór je hem nodig hebt. "
            'Is het alleen in huis te stil, lees dan <a href="page:de-eerste-nacht-alleen">De eerste nacht '
            "alleen</a>.</p>",
        ),
    ],
}


def create_unpublished(catalogue: Catalogue) -> None:
    """Create one draft, and one article that appears tomorrow at 08:00."""
    _create(DRAFT, catalogue).save_revision(log_action=False)
    planned = _create(PLANNED, catalogue)
    planned.go_live_at = tomorrow_morning()
    planned.save_revision(log_action=False).publish(log_action=False)


def _create(data: dict, catalogue: Catalogue) -> ArticlePage:
    article = catalogue.pages["blog"].add_child(
        instance=ArticlePage(
            title=data["title"],
            slug=data["slug"],
            intro=data["intro"],
            body=stream(data["body"], catalogue),
            live=False,
        )
    )
    article.article_authors = [ArticleAuthor(author=catalogue.pages[data["author"]])]
    article.categories = [catalogue.categories[data["category"]]]
    article.save()
    return article
