"""Pages people read, one noun a module."""

from blog.models.advice import PageAdvice
from blog.models.articles import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    RelatedArticle,
    SimilarArticle,
    TaggedArticle,
)
from blog.models.authors import AuthorIndexPage, AuthorPage
from blog.models.categories import Category
from blog.models.home import HomePage
from blog.models.indexnow import ChangedAddress
from blog.models.links import PageLinks
from blog.models.podcast_episode import PodcastEpisodePage
from blog.models.podcast_import import ImportedEpisode, PodcastImport
from blog.models.podcast_show import PodcastIndexPage
from blog.models.settings import SiteSettings
from blog.models.social import SocialPicture
from blog.models.standard import StandardPage

__all__ = [
    "ArticleAuthor",
    "ArticleIndexPage",
    "ArticlePage",
    "AuthorIndexPage",
    "AuthorPage",
    "Category",
    "ChangedAddress",
    "HomePage",
    "ImportedEpisode",
    "PageAdvice",
    "PageLinks",
    "PodcastEpisodePage",
    "PodcastImport",
    "PodcastIndexPage",
    "RelatedArticle",
    "SimilarArticle",
    "SiteSettings",
    "SocialPicture",
    "StandardPage",
    "TaggedArticle",
]
