"""Questions that fold open, and terms with their explanation."""

from collections.abc import Iterator

from wordpress.bodies.tree import Node
from wordpress.bodies.walking import HEADINGS, Walker

# One question with its answer, in the markup of Yoast, Rank Math, WordPress and others.
ITEM_CLASSES = (
    *("schema-faq-section", "rank-math-faq-item", "wp-block-accordion-item", "aioseo-faq-block"),
    *("sc_fs_card__single", "saswp-faq-block-section", "uagb-faq-item", "elementor-accordion-item"),
)
_QUESTION_CLASSES = frozenset(
    {
        *("schema-faq-question", "rank-math-question", "wp-block-accordion-heading"),
        *("aioseo-faq-block-question", "saswp-faq-question-title", "uagb-question", "elementor-tab-title"),
    }
)
# Signs beside a question that show whether it is open.
_SIGN_CLASSES = frozenset({"wp-block-accordion-heading__toggle-icon", "uagb-faq-icon-wrap"})


def question(walker: Walker, node: Node) -> None:
    """Add a question and its answer to the questions just before it, else to a block of their own."""
    asked = next(_questions(node), None)
    words = _words(asked) if asked is not None else ""
    rest = Node("div", {})
    rest.children = list(_without(node, asked))
    answer, others = walker.texts_of(rest)
    walker.end_line()
    if not words or not answer:
        # Half a question is a text like any other.
        if words:
            walker.text(words)
            walker.end_line()
        walker.rich += [answer] if answer else []
        for block in others:
            walker.put(block)
        return
    walker.flush()
    item = {"type": "item", "value": {"question": words, "answer": answer}}
    if walker.blocks and walker.blocks[-1]["type"] == "faq":
        walker.blocks[-1]["value"]["items"].append(item)
    else:
        walker.add("faq", {"title": "", "items": [item]})
    for block in others:
        walker.put(block)


def _words(node: Node) -> str:
    bare = Node(node.tag, node.attributes)
    bare.children = list(
        _without(node, next((one for one in node.below() if _SIGN_CLASSES & set(one.classes)), None))
    )
    return bare.text()


def _questions(node: Node) -> Iterator[Node]:
    for child in node.below():
        if child.tag == "summary" or _QUESTION_CLASSES & set(child.classes):
            yield child
    yield from (child for child in node.below() if child.tag in HEADINGS)


def _without(node: Node, left_out: Node | None) -> Iterator[str | Node]:
    for child in node.children:
        if child is left_out:
            continue
        if isinstance(child, str) or left_out is None:
            yield child
        else:
            copy = Node(child.tag, child.attributes)
            copy.children = list(_without(child, left_out))
            yield copy


def definitions(walker: Walker, node: Node) -> None:
    """Make patterns of terms that all have an explanation; else they are a text."""
    pairs: list[tuple[str, list[str]]] = []
    for child in _terms(node):
        if child.tag == "dt":
            pairs.append((child.text(), []))
        elif pairs and child.text():
            pairs[-1][1].append(child.text())
    inside = {child.tag for child in node.below()}
    if (
        not pairs
        or not all(term and said for term, said in pairs)
        or inside & {"img", "iframe", "x-block", "table"}
    ):
        walker.end_line()
        walker.children(node)
        walker.end_line()
        return
    if any(child.get("href") for child in node.below()):
        walker.notebook.remark("Links in een lijst met begrippen zijn vervallen; de woorden bleven staan.")
    items = [
        {"type": "item", "value": {"term": term, "explanation": "\n\n".join(said)}} for term, said in pairs
    ]
    walker.add("patterns", {"title": "", "items": items})


def _terms(node: Node) -> Iterator[Node]:
    for child in node.elements:
        if child.tag in ("dt", "dd"):
            yield child
        else:
            yield from _terms(child)
