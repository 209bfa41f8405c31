"""Static files: the style sheets and scripts that are written one a component, delivered as one file each."""

import re
from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

_CSS_IMPORT = re.compile(r'@import url\("(?P<name>[\w/.-]+)"\) layer\((?P<layer>\w+)\);')
_JS_IMPORT = re.compile(r'^import "\./(?P<name>[\w/.-]+)";$', re.MULTILINE)
_LEFT_IN_CSS = re.compile(r"@import\b")
_LEFT_IN_JS = re.compile(r"import\s*[\"'{*\w]|export\s")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Room that says nothing: after what ends or opens a rule, before what opens or closes one, after a property
# name. What else is room, as in a selector or a calc(), says something.
_CSS_ROOM = re.compile(r"(?<=[{};,])\s+|\s+(?=[{}])|(?<=[\w-]:) (?=[^{}]*[;}])")
_LAST_SEMICOLON = re.compile(r";(?=})")
_STRING = re.compile(r"""("[^"\n]*"|'[^'\n]*')""")


class MissingPart(Exception):
    """A style sheet or script names a part that does not exist."""


def _source(name: str) -> str:
    path = finders.find(name)
    if path is None:
        raise MissingPart(f"static file {name} is named in a bundle, but does not exist")
    with open(path, encoding="utf-8") as file:
        return file.read()


def _tidy(name: str, text: str, left: re.Pattern[str]) -> str:
    """Return `text` without comments and indentation; `left` finds imports that were not taken in."""
    lines = [line.strip() for line in _COMMENT.sub("", text).splitlines() if line.strip()]
    for line in lines:
        if left.match(line):
            raise MissingPart(f"static file {name} holds an import that cannot be bundled: {line}")
    return "\n".join(lines)


def _without_room(css: str) -> str:
    kept = iter(_STRING.findall(css))
    # Strings keep their own room: a placeholder without any stands for each.
    tight = _LAST_SEMICOLON.sub("", _CSS_ROOM.sub("", _STRING.sub('""', css)))
    return re.sub('""', lambda _: next(kept), tight)


def bundle_css(name: str) -> str:
    """Return the style sheet with its parts in place of its @import lines, without comments and idle room.

    Browsers would follow the @import lines themselves, one request after the other; in development they do.
    """
    folder = name.rsplit("/", 1)[0]

    def part(match: re.Match[str]) -> str:
        text = _source(folder + "/" + match["name"])
        return f"@layer {match['layer']} {{\n{text}\n}}"

    return _without_room(_tidy(name, _CSS_IMPORT.sub(part, _source(name)), _LEFT_IN_CSS))


def bundle_js(name: str) -> str:
    """Return the script with its parts, each in a block of its own, in place of its import lines."""
    folder = name.rsplit("/", 1)[0]

    def part(match: re.Match[str]) -> str:
        return f"{{\n{_source(folder + '/' + match['name'])}\n}}"

    return _tidy(name, _JS_IMPORT.sub(part, _source(name)), _LEFT_IN_JS)


BUNDLES = {
    "css/site.css": bundle_css,
    "css/linked.css": bundle_css,
    "css/listening.css": bundle_css,
    "css/searching.css": bundle_css,
    "js/site.js": bundle_js,
    "js/writing.js": bundle_js,
    "js/player.js": bundle_js,
    "js/suggest.js": bundle_js,
}


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, which hashes names and compresses, fed with the bundles."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        if not dry_run:
            for name, bundle in BUNDLES.items():
                if name in paths:
                    self.delete(name)
                    self.save(name, ContentFile(bundle(name).encode()))
                    paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)
