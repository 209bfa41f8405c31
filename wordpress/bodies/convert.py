"""A body of WordPress as a body of ours: the same words in the same order, in blocks."""

from typing import Any
from uuid import UUID, uuid5

from wordpress.bodies import lists, media, pictures, places, questions, see_also, tables, texts
from wordpress.bodies.cleaning import clean, without_control
from wordpress.bodies.headings import mend_levels, settle_places
from wordpress.bodies.links import Notebook
from wordpress.bodies.markup import Markup
from wordpress.bodies.surroundings import Body, Surroundings
from wordpress.bodies.walking import ALONE, BY_CLASS, HANDLERS, HEADINGS, TOGETHER, Walker

# Of ids of blocks; wagtail asks only that they differ within a page.
NAMESPACE = UUID("6f0e3b0e-6a43-4b3c-9d0f-0c8f6c1f4d11")

HANDLERS.update(
    {
        "a": texts.link,
        "audio": media.audio,
        "blockquote": texts.quote,
        "br": texts.line_break,
        "details": questions.question,
        "dl": questions.definitions,
        "figure": pictures.figure,
        "hr": texts.divider,
        "iframe": media.iframe,
        "img": pictures.image,
        "ol": lists.listing,
        "pre": texts.kept_lines,
        "table": tables.table,
        "ul": lists.listing,
        "video": media.video,
        "x-block": places.place,
        **dict.fromkeys(HEADINGS, texts.heading),
    }
)
BY_CLASS.update(
    {
        "blocks-gallery-grid": pictures.gallery,
        "gallery": pictures.gallery,
        "wp-block-gallery": pictures.gallery,
        "wp-block-jetpack-tiled-gallery": pictures.gallery,
        "wp-block-embed": media.embed_figure,
        "wp-block-file": media.file_block,
        "wp-caption": pictures.figure,
        "thrive-shortcode-config": places.thrive_config,
        **dict.fromkeys(questions.ITEM_CLASSES, questions.question),
    }
)
ALONE.append(media.embed_alone)
TOGETHER.append(see_also.led_in)


def convert(content: str, surroundings: Surroundings) -> Body:
    """Return the blocks of a body as a StreamField stores them, and what is to be told of it.

    Asks the database nothing; `surroundings` knows what came already. The same content in the same
    surroundings gives the same blocks.
    """
    body = Body()
    notebook = Notebook(surroundings, body)
    markup = Markup(notebook)
    tree, remarks = clean(markup.html(without_control(content)))
    for remark in remarks:
        notebook.remark(remark)
    walker = Walker(notebook, markup.places)
    walker.children(tree)
    body.blocks = walker.finish()
    while body.blocks and body.blocks[-1]["type"] == "divider":
        body.blocks.pop()
    if mend_levels(notebook.headings):
        notebook.remark("Koppen kregen een andere grootte, zodat geen stap wordt overgeslagen.")
    settle_places(body.blocks, notebook)
    _number(body.blocks, "")
    return body


def _number(value: Any, path: str) -> None:
    """Give blocks and the items of lists their ids: by where they stand, so that they stay the same."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            if isinstance(item, dict) and "type" in item and "value" in item:
                item["id"] = str(uuid5(NAMESPACE, f"{path}/{position}"))
                _number(item["value"], f"{path}/{position}")
    elif isinstance(value, dict):
        for name, item in value.items():
            _number(item, f"{path}/{name}")
