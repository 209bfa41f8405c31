"""How quick a WordPress site is taken over, without its files, and what memory that takes."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from tests.benchmarks import dutch
from tests.benchmarks.figure import Figure, at_least, at_most, told
from tests.benchmarks.site import BenchSite
from tests.running_site import ROOT
from tests.wordpress import exports

POSTS, QUICK_POSTS = (1_000, 10_000), (200, 1_000)
LARGE, QUICK_LARGE = 500_000_000, 60_000_000
RATE_GOAL, RATIO_GOAL, MEMORY_GOAL = 50, 1.2, 300
# A post of the coach: so many words under so many headings, and what readers wrote below it.
WORDS, HEADINGS, REACTIONS = 1_500, 5, 2


def figures(folder: Path, *, quick: bool) -> list[Figure]:
    few, many = [_taken_over(folder, posts) for posts in (QUICK_POSTS if quick else POSTS)]
    ratio = few["rate"] / many["rate"]
    found = [
        at_least(
            f"import, {of['posts']:,} posts of {WORDS:,} words",
            of["rate"],
            RATE_GOAL,
            "posts/s",
            note=f"{of['cpu']:.1f} ms of CPU a post",
        )
        for of in (few, many)
    ]
    return [
        *found,
        at_most("import, rate of few posts / rate of many", ratio, RATIO_GOAL),
        told(f"import, {many['posts']:,} posts: memory", many["megabytes"], "MB"),
        told(f"import of {many['posts']:,} posts again, nothing changed", many["again"], "posts/s"),
        _reading(folder, QUICK_LARGE if quick else LARGE),
    ]


def _taken_over(folder: Path, posts: int) -> dict[str, Any]:
    """Fill a site of its own with an export of so many posts."""
    site = BenchSite(folder, f"import_{posts}")
    path = folder / f"{posts}.xml"
    try:
        site.create()
        write(path, export(posts))
        took: dict[str, Any] = site.json("tests.benchmarks.wordpress_import", "import", str(path))
    finally:
        path.unlink(missing_ok=True)
        site.drop()
    return took | {"posts": posts}


def _reading(folder: Path, size: int) -> Figure:
    """Read a file of that size twice, as an import does, in a process that does nothing else."""
    path = folder / "large.xml"
    try:
        posts = write(path, export(size), size)
        ran = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.wordpress_import", "read", str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        path.unlink(missing_ok=True)
    took = json.loads(ran.stdout)
    return at_most(
        f"import, an export of {size // 1_000_000} MB read: memory",
        took["megabytes"],
        MEMORY_GOAL,
        "MB",
        note=f"{posts:,} posts, {posts * 2 / took['seconds']:,.0f} a second",
    )


def main() -> None:
    """Import or read the export at a path, on the site of the environment, and print what it took."""
    what, path = sys.argv[1], Path(sys.argv[2])
    took = _import(path) if what == "import" else _read(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    json.dump(took | {"megabytes": peak / 1024}, sys.stdout)


def _import(path: Path) -> dict[str, float]:
    import django

    django.setup()
    from django.core.management import call_command

    from blog.models import ArticlePage
    from tests.blog.factories import make_site
    from wordpress.taking_over.run import take_over
    from wordpress.taking_over.task import Task

    call_command("migrate", verbosity=0)
    make_site()
    began, worked = time.perf_counter(), time.process_time()
    report = take_over(path, Task())
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    posts = ArticlePage.objects.live().count()
    if report.error or posts != report.read["post"]:
        sys.exit(f"{posts} posts came: {report.error} {report.reasons}")
    began = time.perf_counter()
    take_over(path, Task())
    return {
        "rate": posts / seconds,
        "cpu": cpu * 1000 / posts,
        "again": posts / (time.perf_counter() - began),
    }


def _read(path: Path) -> dict[str, float]:
    from wordpress.reading.export import Export

    began = time.perf_counter()
    export_of = Export(path)
    posts = len(export_of.contents().entries)
    if posts != sum(1 for _ in export_of.items()):
        sys.exit("The contents tell of other items than the file has.")
    return {"seconds": time.perf_counter() - began}


def export(posts: int) -> Iterator[str]:
    """Give an export bit by bit: always the same."""
    chance = Random(11)  # noqa: S311
    slugs = [topic.replace(" ", "-") for topic in dutch.TOPICS]
    terms = [exports.term("category", slug, id=number) for number, slug in enumerate(slugs[:6], 1)]
    terms += [exports.term("post_tag", slug, id=number) for number, slug in enumerate(slugs[6:], 7)]
    return exports.pieces((post(number, slugs, chance) for number in range(1, posts + 1)), terms=terms)


def post(number: int, slugs: list[str], chance: Random) -> dict[str, Any]:
    title = dutch.title(number, chance)
    other = chance.randint(1, number)
    return exports.item(
        number,
        title,
        slug=f"bericht-{number}",
        date=f"{2011 + number % 15}-0{1 + number % 9}-1{number % 10} 09:30:00",
        content="\n\n".join(body(other, chance)),
        terms=[
            *(("category", slug) for slug in chance.sample(slugs[:6], 2)),
            *(("post_tag", slug) for slug in chance.sample(slugs[6:], 3)),
        ],
        meta={
            "_yoast_wpseo_metadesc": dutch.sentences(15, chance),
            "_yoast_wpseo_focuskw": chance.choice(dutch.TOPICS),
        },
        comments=[
            exports.comment(
                number * 10 + key,
                dutch.sentences(30, chance),
                author=chance.choice(dutch.NAMES),
                parent=number * 10 if key else 0,
            )
            for key in range(REACTIONS)
        ],
    )


def body(other: int, chance: Random) -> Iterator[str]:
    """Give the blocks of a post, one of which links to another post, older or not."""
    for part in range(HEADINGS):
        heading = chance.choice(dutch.TOPICS).capitalize()
        yield f'<!-- wp:heading -->\n<h2 class="wp-block-heading">{heading}</h2>\n<!-- /wp:heading -->'
        for paragraph in range(3):
            text = dutch.sentences(WORDS // HEADINGS // 4, chance)
            if part == paragraph == 1:
                text += f' Lees ook <a href="{exports.HOME}/bericht-{other}/">wat ik eerder schreef</a>.'
            yield f"<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->"
        points = "".join(
            f"<!-- wp:list-item -->\n<li>{dutch.sentence(chance)}</li>\n<!-- /wp:list-item -->"
            for _ in range(WORDS // HEADINGS // 4 // 15)
        )
        yield f'<!-- wp:list -->\n<ul class="wp-block-list">{points}</ul>\n<!-- /wp:list -->'


def write(path: Path, parts: Iterator[str], size: int = sys.maxsize) -> int:
    """Write an export, ended after about so many bytes, and return how many posts it has."""
    posts = written = 0
    with path.open("w", encoding="utf-8") as file:
        for part in parts:
            posts += part.startswith("\t<item>")
            written += file.write(part)
            if written > size:
                file.write("</channel>\n</rss>\n")
                break
    return posts


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liefdesverdriet.settings")
    main()
