"""What an article shows beyond its body: authors, related articles, the conversation."""

from urllib.parse import quote

from django.http import HttpRequest
from taggit.models import Tag

from blog.listings import LINKED, PERSON
from blog.models.articles import ArticleAuthor
from blog.models.categories import give_categories
from blog.navigation import blog_url
from blog.podcast.links import episodes_for
from blog.related import is_draft, related_articles
from comments.sections import comment_section
from pagecache.prepared import Prepared

_AUTHOR = tuple(f"author__{name}" for name in (*LINKED, *PERSON, "portrait"))
_links_to_authors = Prepared(
    lambda article: (
        ArticleAuthor.objects.filter(article=article)
        .select_related("author__portrait")
        .only("article", *_AUTHOR)
    )
)
_tags = Prepared(
    lambda article: Tag.objects.filter(blog_taggedarticle_items__content_object=article).order_by(
        "blog_taggedarticle_items__pk"
    )
)


def share_links(title: str, url: str) -> dict[str, str]:
    """Return plain links to share `url` with, by channel; nothing of theirs is loaded."""
    return {
        "whatsapp": f"https://wa.me/?text={quote(f'{title} {url}')}",
        "mail": f"mailto:?subject={quote(title)}&body={quote(url)}",
    }


def _authors(article) -> list:
    """Return the published authors with their portraits, in their order."""
    links = article.article_authors.all() if is_draft(article) else _links_to_authors(article.pk)
    return [link.author for link in links if link.author.live]


def article_context(article, request: HttpRequest, context: dict) -> dict:
    """Return what `blog/article_page.html` needs beyond `context`, to whose `pictures` it adds its own."""
    authors = _authors(article)
    tags = article.tags.all() if is_draft(article) else _tags(article.pk)
    related = related_articles(article)
    give_categories([article, *related])
    context["pictures"] += [author.portrait for author in authors]
    context["pictures"] += [other.hero_image for other in related]
    return {
        "authors": authors,
        "blog_url": blog_url(request),
        "episodes": episodes_for(article.pk),
        "related": related,
        # Nobody can react yet to an article that is looked at before it was ever saved.
        "section": comment_section(article) if article.pk else None,
        "share": share_links(article.title, article.full_url or ""),
        # A tag without letters or digits has no address to lead to.
        "tags": [tag for tag in tags if tag.slug],
    }
