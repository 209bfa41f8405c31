"""One answer as it is kept: status, headers and a body for each way of compressing, ready to be sent.

Only the forms that somebody asked for are kept. The text as it is takes four times as much memory as what
nearly every reader asks for, so it goes once there is a compressed form, and is made again from that.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from pagecache import encodings

Headers = list[tuple[str, str]]

# The server writes its own, or we write them anew for each form.
_NOT_KEPT = frozenset({"date", "server", "connection", "etag", "content-length", "vary", "x-cache"})
# What RFC 9110, section 15.4.5, wants in a 304 (Date comes from the server), and the policy, so that no
# browser goes on with one from before a new release.
_IN_NOT_MODIFIED = frozenset({"cache-control", "content-location", "expires", "content-security-policy"})
_TAG = re.compile(r'(?:W/)?("[^"]*")')
_SUFFIX = {"br": "-br", "gzip": "-gz", encodings.IDENTITY: ""}
# What Python needs for an entry beside its bytes: measured at 1.5 kB with fifteen headers.
_OVERHEAD = 2000
HIT = ("X-Cache", "hit")


class Form(NamedTuple):
    """One representation. The headers end with `HIT`."""

    tag: str
    headers: Headers
    not_modified: Headers
    body: list[bytes]


class Entry:
    """An answer for the content version `number`, good until `until` (monotonic, in seconds)."""

    def __init__(self, number: int, until: float, status: str, headers: Headers, body: bytes) -> None:
        self.number, self.until, self.status = number, until, status
        self.is_page = status.startswith("200")
        self._headers = [(name, value) for name, value in headers if name.lower() not in _NOT_KEPT]
        # Until there is a form to make the others from.
        self._body: bytes | None = body
        content_type = "".join(value for name, value in headers if name.lower() == "content-type")
        self._is_text = encodings.is_text(content_type, body)
        # Of what all processes make alike: the others' order of directives in a policy can be another one.
        self._tag = blake2b(content_type.encode() + b"\n" + body, digest_size=12).hexdigest()
        self._size_beside = _OVERHEAD + len(repr(self._headers))
        self.forms: dict[str, Form] = {}

    @property
    def size(self) -> int:
        """Say how many bytes of memory it takes."""
        bodies = {id(form): len(form.body[0]) for form in [*self.forms.values()]}
        return self._size_beside + sum(bodies.values()) + len(self._body or b"")

    def make(self, encoding: str) -> Form:
        """Make the form for one of `encodings`, and keep it."""
        if not self._is_text:
            encoding = encodings.IDENTITY
        plain = self._plain()
        body = encodings.compressed(plain, encoding) if encoding else plain
        tag = f'"{self._tag}{_SUFFIX[encoding]}"'
        ours = [*([("ETag", tag)] if self.is_page else []), ("Vary", "Accept-Encoding")]
        about_body = [("Content-Encoding", encoding)] if encoding else []
        about_body.append(("Content-Length", str(len(body))))
        brief = [header for header in self._headers if header[0].lower() in _IN_NOT_MODIFIED]
        form = Form(tag, [*self._headers, *ours, *about_body, HIT], [*brief, *ours, HIT], [body])
        kept_as = (encoding,) if self._is_text else tuple(_SUFFIX)
        self.forms.update(dict.fromkeys(kept_as, form))
        # Only now: another thread may be making another form.
        self._body = None
        return form

    def _plain(self) -> bytes:
        """Return the body as it is."""
        body = self._body
        if body is not None:
            return body
        if plain := self.forms.get(encodings.IDENTITY):
            return plain.body[0]
        encoding, form = next(iter([*self.forms.items()]))
        return encodings.decompressed(form.body[0], encoding)


@lru_cache(maxsize=256)
def tags_in(if_none_match: str) -> Sequence[str]:
    """Return the opaque tags of an If-None-Match: weak and strong ones count alike (RFC 9110, 13.1.2)."""
    return ("*",) if if_none_match.strip() == "*" else tuple(_TAG.findall(if_none_match))
