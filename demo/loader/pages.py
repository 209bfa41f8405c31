"""Everything but the articles: home page, list pages, authors, episodes, plain pages, settings."""

import json
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.core.files import File
from wagtail.models import Page, Site

from blog.models import (
    ArticleIndexPage,
    AuthorIndexPage,
    AuthorPage,
    Category,
    HomePage,
    PodcastEpisodePage,
    PodcastIndexPage,
    SiteSettings,
    StandardPage,
)
from blog.podcast.transcripts import Cue, as_vtt
from demo.content.episodes import EPISODES
from demo.content.pages import CATEGORIES, HOME, INDEXES, SETTINGS, STANDARD
from demo.content.people import AUTHORS
from demo.loader.files import SavedFiles
from demo.loader.pictures import describe
from demo.loader.publishing import moment, publish
from demo.loader.streams import Catalogue, stream
from demo.sound import EPISODES as SOUNDS

AUDIO = Path(__file__).resolve().parent.parent / "audio"
OPENING_DAY = moment("2025-11-01T09:00")


def create_pages(catalogue: Catalogue, files: SavedFiles) -> int:
    """Create the tree without its texts, and return how many pages it has."""
    for number, category in enumerate(CATEGORIES, start=1):
        magnet = catalogue.magnets[category["magnet"]] if category["magnet"] else None
        catalogue.categories[category["slug"]] = Category.objects.create(
            **{**category, "magnet": magnet}, sort_order=number
        )
    home = _create_home(catalogue)
    blog = home.add_child(instance=ArticleIndexPage(**INDEXES["blog"], slug="blog", show_in_menus=True))
    about = home.add_child(
        instance=AuthorIndexPage(
            **INDEXES["over-ons"],
            slug="over-ons",
            show_in_menus=True,
            hero_image=catalogue.picture("over-ons"),
        )
    )
    podcast = home.add_child(
        instance=PodcastIndexPage(
            **INDEXES["podcast"],
            slug="podcast",
            show_in_menus=True,
            hero_image=catalogue.picture("podcast"),
            cover=catalogue.picture(EPISODES[0]["cover"]),
        )
    )
    catalogue.pages.update({"blog": blog, "over-ons": about, "podcast": podcast})
    for author in AUTHORS:
        portrait = catalogue.picture(author["portrait"])
        describe(portrait, author["portrait_alt"])
        catalogue.pages[author["slug"]] = about.add_child(
            instance=AuthorPage(
                title=author["name"],
                slug=author["slug"],
                role=author["role"],
                short_bio=author["short_bio"],
                portrait=portrait,
                portrait_alt=author["portrait_alt"],
                specialisms=", ".join(author["specialisms"]),
            )
        )
    for episode in EPISODES:
        catalogue.pages[episode["slug"]] = podcast.add_child(instance=_episode(episode, catalogue, files))
    for data in STANDARD:
        hero = catalogue.picture(data["hero"])
        describe(hero, data["hero_alt"])
        catalogue.pages[data["slug"]] = home.add_child(
            instance=StandardPage(
                noindex=data.get("noindex", False),
                title=data["title"],
                slug=data["slug"],
                intro=data["intro"],
                hero_image=hero,
                hero_alt=data["hero_alt"],
                search_description=data["search_description"],
                show_in_menus=data["show_in_menu"] and data["slug"] == "begeleiding",
            )
        )
    return len(catalogue.pages)


def _create_home(catalogue: Catalogue) -> HomePage:
    """Put the home page in the place of the welcome page, and let the site begin there."""
    root = Page.get_first_root_node()
    for welcome in root.get_children():
        welcome.delete()
    root.refresh_from_db()
    hero = catalogue.picture(HOME["hero_picture"])
    describe(hero, HOME["hero_alt"])
    home = root.add_child(
        instance=HomePage(
            title=SETTINGS["practice_name"],
            slug="home",
            hero_sentence=HOME["hero_sentence"],
            hero_text=HOME["hero_text"],
            hero_image=hero,
            about_title=HOME["about_title"],
            about_text=f"<p>{HOME['about_text']}</p>",
            seo_title=HOME["seo_title"],
            search_description=HOME["search_description"],
        )
    )
    address = urlsplit(settings.SITE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname,
            "port": address.port or (443 if address.scheme == "https" else 80),
            "site_name": SETTINGS["practice_name"],
            "root_page": home,
        },
    )
    catalogue.pages["home"] = home
    return home


def _episode(episode: dict, catalogue: Catalogue, files: SavedFiles) -> PodcastEpisodePage:
    page = PodcastEpisodePage(
        title=episode["title"],
        slug=episode["slug"],
        season=episode["season"],
        number=episode["number"],
        summary=episode["summary"],
        cover=catalogue.picture(episode["cover"]),
        duration=SOUNDS[episode["slug"]]["seconds"],
    )
    with (AUDIO / episode["audio"]).open("rb") as file:
        page.audio.save(episode["audio"], File(file), save=False)
    files.add(page.audio)
    return page


def _list_around(page: PodcastEpisodePage, data: dict, catalogue: Catalogue) -> None:
    """Give an episode its chapters, people, articles and transcript; the pages it names are there by now."""
    page.chapters = [
        ("chapter", {"start": start, "title": title, "url": "", "image": catalogue.picture(picture)})
        for start, title, picture in data["chapters"]
    ]
    page.hosts = [("host", catalogue.pages[slug]) for slug in data["hosts"]]
    page.guests = [("guest", guest) for guest in data["guests"]]
    page.articles = [("article", catalogue.pages[slug]) for slug in data["articles"]]
    page.transcript = as_vtt(
        tuple(Cue(text, speaker, start, end) for start, end, speaker, text in data["transcript"])
    )


def fill_pages(catalogue: Catalogue) -> None:
    """Give the pages their texts, publish them, and set the settings of the site."""
    home = catalogue.pages["home"].specific
    home.ways_in = _rows(
        "way", [{**way, "category": catalogue.categories[way["category"]].pk} for way in HOME["ways_in"]]
    )
    home.gifts = _rows("gift", [{"magnet": magnet.pk} for magnet in catalogue.magnets.values()])
    home.about_author = catalogue.pages[AUTHORS[0]["slug"]]
    publish(home, OPENING_DAY, OPENING_DAY)
    for slug in INDEXES:
        publish(catalogue.pages[slug], OPENING_DAY, OPENING_DAY)
    for data in [*AUTHORS, *STANDARD, *EPISODES]:
        page = catalogue.pages[data["slug"]]
        page.body = stream(data["body"], catalogue)
        if isinstance(page, PodcastEpisodePage):
            _list_around(page, data, catalogue)
        when = moment(data["published"]) if "published" in data else OPENING_DAY
        publish(page, when, when)
    _set_settings(catalogue)


def _rows(kind: str, values: list[dict]) -> str:
    return json.dumps([{"type": kind, "value": value, "id": str(uuid4())} for value in values])


def _set_settings(catalogue: Catalogue) -> None:
    chosen = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    chosen.practice_name = SETTINGS["practice_name"]
    chosen.tagline = SETTINGS["tagline"]
    chosen.notice = SETTINGS["demo_notice"]
    chosen.default_description = SETTINGS["default_description"][:160]
    chosen.contact_email = SETTINGS["contact_email"]
    chosen.footer_text = SETTINGS["footer_text"]
    chosen.social_image = catalogue.picture("home")
    links = ["begeleiding", "contact", "privacy"]
    chosen.footer_links = _rows("link", [{"page": catalogue.pages[slug].pk, "text": ""} for slug in links])
    chosen.crisis_lines = _rows("line", SETTINGS["crisis_lines"])
    chosen.privacy_page = catalogue.pages["privacy"]
    chosen.coaching_page = catalogue.pages["begeleiding"]
    chosen.default_magnet = next(iter(catalogue.magnets.values()))
    chosen.save()
