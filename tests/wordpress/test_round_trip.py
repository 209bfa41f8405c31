"""A body that goes out as WordPress keeps one comes back as it was."""

from typing import Any

import pytest

from tests.wordpress.test_own_blocks import PICTURE, RICH, VALUES, Here, There, items, moved, without_ids
from wordpress.bodies.convert import convert
from wordpress.export.gutenberg import STANDARD, body

NESTED = "<ul><li>een<ul><li>twee</li></ul></li><li>drie</li></ul><ol><li>vier</li></ol>"
BARE = {"image": PICTURE, "caption": ""}
STREAMS: dict[str, list[tuple[str, Any]]] = {
    "a text with a list": [("paragraph", RICH)],
    "lists in lists": [("paragraph", f"<p>Vooraf</p>{NESTED}<p>Na</p>")],
    "two texts next to each other": [("paragraph", "<p>Een</p>"), ("paragraph", "<p>Twee</p>")],
    "what looks like read-also": [("paragraph", '<p>Lees ook: <a linktype="page" id="7">dit</a></p>')],
    "an address alone": [("paragraph", "<p>https://vimeo.com/76979871</p>")],
    "words in brackets": [("paragraph", "<p>[gallery] en [x a=1]y[/x]</p>")],
    "signs of HTML": [
        ("paragraph", "<p>1 &lt; 2 &amp;&amp; 3 &gt; 2</p>"),
        ("heading", {"text": "A & B <c>", "level": "h2", "anchor": ""}),
    ],
    "headings": [
        ("heading", {"text": "Eerste", "level": "h2", "anchor": ""}),
        ("paragraph", "<p>Tekst</p>"),
        ("heading", {"text": "Tweede [1]", "level": "h3", "anchor": "eigen-plek"}),
        ("paragraph", '<p><a href="#eigen-plek">naar boven</a></p>'),
    ],
    "a saying": [("quote", {"text": "Ik blijf.", "source": "Een lezer", "kind": "saying"})],
    "a saying of two lines": [("quote", {"text": "Ik blijf.\nJij gaat.", "source": "", "kind": "saying"})],
    "a divider": [("paragraph", "<p>Een</p>"), ("divider", None), ("paragraph", "<p>Twee</p>")],
    "a picture of text width": [("image", {"image": PICTURE, "caption": "", "width": "text"})],
    "a picture without meaning": [
        ("image", {"image": {"image": 3, "alt_text": "", "decorative": True}, "caption": "", "width": "full"})
    ],
    "a gallery": [("gallery", {"images": items({"image": PICTURE, "caption": "Eb"}, BARE), "columns": "2"})],
    "a gallery of three": [("gallery", {"images": items(BARE, BARE, BARE), "columns": "3"})],
    "every block": [(kind, value) for kind, value in VALUES.items() if kind != "heading"],
}
for kind, value in VALUES.items():
    if kind != "divider":
        first = [("heading", {"text": "Boven", "level": "h2", "anchor": ""})] if kind == "heading" else []
        STREAMS[f"{kind} alone"] = [*first, (kind, value)]


def blocks_of(stream: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": kind, "value": value, "id": "x"} for kind, value in stream]


@pytest.mark.parametrize("stream", STREAMS.values(), ids=STREAMS)
def test_a_body_comes_back_as_it_went(stream: list[tuple[str, Any]]) -> None:
    written = body(blocks_of(stream), There())
    back = convert(written, Here())
    assert without_ids(back.blocks) == moved(blocks_of(stream))
    assert back.waits_for == set()


def test_what_the_editor_adds_for_itself_stays_here() -> None:
    value = '<p data-block-key="a1b2c">Een <a id="7" linktype="page">pagina</a></p>'
    back = convert(body(blocks_of([("paragraph", value)]), There()), Here())
    assert [block["value"] for block in back.blocks] == ['<p>Een <a linktype="page" id="1007">pagina</a></p>']


def test_standard_blocks_are_those_of_wordpress() -> None:
    """Any other site of WordPress shows these without our help."""
    values = {kind: VALUES[kind] for kind in STANDARD} | {
        "quote": {"text": "Ik blijf.", "source": "", "kind": "saying"},
        "gallery": {"images": items(BARE, BARE), "columns": "2"},
    }
    assert "wp:liefdesverdriet" not in body(blocks_of(list(values.items())), There())
