"""Where on the site a gift stood, in the coach's words."""

LABELS = {
    "article": "in de tekst",
    "end": "onder het artikel",
    "sidebar": "naast het artikel",
    "slide-in": "van onderen ingeschoven",
    "landing": "op de eigen pagina",
}


def placement_label(slug: str) -> str:
    """Return where that is; a block further on in a text ("article-2") is in the text too."""
    return LABELS.get("article" if slug.startswith("article-") else slug, slug)
