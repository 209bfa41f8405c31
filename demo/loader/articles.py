"""The demo's articles."""

import json
import pkgutil
from importlib import import_module
from typing import Any

from django.utils import timezone

import demo.articles
from blog.models import ArticleAuthor, ArticlePage, RelatedArticle
from demo.loader.pictures import describe
from demo.loader.publishing import keep_version, moment, publish
from demo.loader.streams import Catalogue, stream

# What the first version of an article that was revised later lacked: its last blocks.
ADDED_LATER = 2


def article_data() -> list[dict[str, Any]]:
    """Return the data of all articles, oldest first."""
    modules = (module.name for module in pkgutil.iter_modules(demo.articles.__path__))
    articles = [import_module(f"demo.articles.{name}").ARTICLE for name in modules]
    return sorted(articles, key=lambda article: article["published"])


def create_articles(catalogue: Catalogue) -> int:
    """Create the articles without their texts, and return how many."""
    blog = catalogue.pages["blog"]
    articles = article_data()
    for data in articles:
        hero = catalogue.picture(data["hero"])
        describe(hero, data["hero_alt"])
        article = blog.add_child(
            instance=ArticlePage(
                title=data["title"],
                slug=data["slug"],
                intro=data["intro"],
                hero_image=hero,
                hero_alt=data["hero_alt"],
                hero_caption=data["hero_caption"],
                magnet=catalogue.magnets[data["magnet"]] if data["magnet"] else None,
                sensitive=data["sensitive"],
                focus_keyphrase=data["focus_keyphrase"],
                seo_title=data["seo_title"],
                search_description=data["search_description"],
                body="[]",
            )
        )
        catalogue.pages[data["slug"]] = article
    return len(articles)


def fill_articles(catalogue: Catalogue) -> None:
    """Give the articles their texts, authors and tags, and publish them."""
    for data in article_data():
        article = catalogue.pages[data["slug"]]
        article.article_authors = [
            ArticleAuthor(author=catalogue.pages[slug], sort_order=number)
            for number, slug in enumerate(data["authors"])
        ]
        article.related_articles = [
            RelatedArticle(other=catalogue.pages[slug], sort_order=number)
            for number, slug in enumerate(data["related"])
        ]
        article.categories = [catalogue.categories[slug] for slug in data["category"]]
        article.tags.set(data["tags"])
        published = moment(data["published"])
        body = stream(data["body"], catalogue)
        if data["revised"]:
            revised = moment(data["revised"])
            article.body = json.dumps(json.loads(body)[:-ADDED_LATER])
            article.save()
            keep_version(article, published)
            article.revised_on = timezone.localdate(revised)
        else:
            revised = published
        article.body = body
        publish(article, published, revised)
