"""What the editor shows of a page before it was ever saved."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from blog.models import (
    ArticleIndexPage,
    ArticlePage,
    AuthorIndexPage,
    AuthorPage,
    HomePage,
    PodcastEpisodePage,
    PodcastIndexPage,
    StandardPage,
)
from tests.blog.factories import make_site

PARENTS = {
    HomePage: "",
    ArticleIndexPage: "home",
    ArticlePage: "blog",
    AuthorIndexPage: "home",
    AuthorPage: "people",
    PodcastIndexPage: "home",
    PodcastEpisodePage: "podcast",
    StandardPage: "home",
}
STREAMS = (
    *("body", "ways_in", "gifts"),
    *("chapters", "guests", "hosts", "articles", "platforms"),
)


@pytest.mark.django_db
@pytest.mark.parametrize("model", PARENTS, ids=lambda model: model.__name__)
def test_page_can_be_looked_at_before_it_is_saved(model: type[Page], admin_client: Client) -> None:
    if model is HomePage:
        # There is room for one only.
        parent = Page.get_first_root_node()
    else:
        site = make_site()
        site.article(authors=[site.author()])
        parent = getattr(site, PARENTS[model])
    where = ("blog", model._meta.model_name, parent.pk)
    editor = admin_client.get(reverse("wagtailadmin_pages:add", args=where))
    data = querydict_from_html(editor.text, form_id="page-edit-form")
    data.update({"title": "Nog nooit bewaard", "slug": "nog-nooit-bewaard"})
    for name in ("intro", "summary", "hero_sentence"):
        data[name] = "Nog nooit bewaard"
    for name in STREAMS:
        data[f"{name}-count"] = "0"
    address = reverse("wagtailadmin_pages:preview_on_add", args=where)
    assert admin_client.post(address, data).json()["is_valid"]
    preview = admin_client.get(address)
    assert preview.status_code == 200
    assert "Nog nooit bewaard" in preview.text
