"""`python -m tests.benchmarks.seed ARTICLES COMMENTS`: fill the site of the environment until it has so many.

What is there already stays as it is, so that a copy of a small site can be made a large one.
"""

import os
import sys
from datetime import timedelta
from io import BytesIO
from math import sin

import django

# What the figures are about: the first article, with so many reactions.
REACTIONS = 20
ARTICLE = "artikel-0"
COACH = "coach"
# Of more articles no cards are drawn: nobody is served from such a site, and it would take half an hour.
DRAWN = 1000


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    fill(*map(int, sys.argv[1:3]))
    # Otherwise the site would do so while it is measured.
    call_command("make_renditions", verbosity=0)
    if int(sys.argv[1]) <= DRAWN:
        call_command("make_social_pictures", verbosity=0)


def fill(articles: int, comments: int) -> None:
    """Make the pages around the articles where there are none yet, then articles and comments."""
    from django.db import connection, transaction

    from blog.models import ArticleIndexPage
    from pagecache.versions import bump

    with transaction.atomic():
        if not ArticleIndexPage.objects.exists():
            make_surroundings()
        from tests.benchmarks.articles import Writer

        Writer(ArticleIndexPage.objects.get()).grow(articles)
        write_comments(comments)
        bump()
    if connection.vendor == "postgresql":
        # What its autovacuum does within a minute; SQLite never does so by itself, so that it plans without.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def make_surroundings() -> None:
    """Make the pages that each site has, a coach, pictures, categories and tags."""
    from django.contrib.auth import get_user_model
    from taggit.models import Tag

    from tests.benchmarks import dutch
    from tests.blog.factories import CategoryFactory, make_site

    # Whoever can log in keeps the demo away.
    get_user_model().objects.create_superuser(COACH, "coach@voorbeeld.example", "wachtwoord-van-de-bank")
    site = make_site()
    site.settings.default_description = "Over liefdesverdriet, loslaten en weer durven."
    site.settings.save()
    for number in range(4):
        draw_picture(number)
    for topic in dutch.TOPICS[:6]:
        CategoryFactory(name=topic.capitalize(), slug=topic.replace(" ", "-"))
    for topic in dutch.TOPICS:
        Tag.objects.get_or_create(name=topic)
    for name in dutch.NAMES[:3]:
        site.author(title=name)


def draw_picture(number: int) -> None:
    """Draw waves of colour, 1600 by 1000 pixels, about as heavy as a photograph."""
    from django.core.files.images import ImageFile
    from PIL import Image

    from images.models import SiteImage

    picture = Image.new("RGB", (400, 250))
    picture.putdata(
        [
            (
                int(128 + 90 * sin((x + y * number) / 23)),
                int(120 + 80 * sin((y + x / 3) / (11 + number))),
                int(140 + 70 * sin(x * y / 4000 + number)),
            )
            for y in range(250)
            for x in range(400)
        ]
    )
    file = BytesIO()
    picture.resize((1600, 1000), Image.Resampling.LANCZOS).save(file, "JPEG", quality=85)
    SiteImage.objects.create(title=f"Golven {number}", file=ImageFile(file, name=f"golven-{number}.jpg"))


def write_comments(until: int) -> None:
    """Write reactions until there are so many; the first article has `REACTIONS`, others share the rest."""
    from blog.models import ArticlePage
    from comments.models import Comment

    articles = list(ArticlePage.objects.order_by("pk").values_list("pk", "title"))
    there = Comment.objects.count()
    if not there:
        write_some(articles[:1], range(REACTIONS))
        there = REACTIONS
    for start in range(there, until, 10_000):
        write_some(articles[1:] or articles, range(start, min(start + 10_000, until)))


def write_some(articles: list[tuple[int, str]], numbers: range) -> None:
    """Write reactions with these numbers; each third one on a page answers the one before it."""
    from random import Random

    from comments.models import Comment, Status
    from tests.benchmarks import dutch
    from tests.benchmarks.articles import FIRST

    chance = Random(numbers.start)  # noqa: S311
    last: dict[int, Comment] = {}
    begun, answers = [], []
    for number in numbers:
        page, page_title = articles[number % len(articles)]
        comment = Comment(
            page_id=page,
            page_title=page_title,
            author_name=chance.choice(dutch.NAMES),
            author_email=f"lezer{number % 5000}@voorbeeld.example",
            text=dutch.sentences(40, chance),
            status=Status.APPROVED,
            created_at=FIRST + timedelta(minutes=number),
        )
        if page in last and number // len(articles) % 3 == 2:
            comment.parent = last[page]
            answers.append(comment)
        else:
            last[page] = comment
            begun.append(comment)
    Comment.objects.bulk_create(begun, batch_size=1000)
    for answer in answers:
        # Named anew: the key of what it answers is known only now.
        answer.parent = answer.thread = answer.parent
    Comment.objects.bulk_create(answers, batch_size=1000)


if __name__ == "__main__":
    main()
