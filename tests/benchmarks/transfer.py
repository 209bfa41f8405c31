"""What a first visit to a page brings over the line, as the browser counts it."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser

KINDS = {"Document": "html", "Stylesheet": "css", "Script": "js", "Font": "fonts", "Image": "pictures"}
# Compressed bytes, and requests without the pictures of the content; "page" is HTML, CSS and JavaScript.
LIMITS = {"page": 30_000, "css": 10_500, "js": 6_000, "fonts": 60_000, "requests": 10}


@dataclass
class Transfer:
    """Bytes by kind as they came over the line, without headers, and the number of requests.

    `elsewhere` counts those to other sites.
    """

    bytes: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    elsewhere: int = 0

    def figures(self) -> dict[str, int]:
        return {
            "page": self.bytes["html"] + self.bytes["css"] + self.bytes["js"],
            **{kind: self.bytes[kind] for kind in ("html", "css", "js", "fonts")},
            "requests": self.requests,
        }

    def over_limits(self) -> dict[str, int]:
        return {name: figure for name, figure in self.figures().items() if figure > LIMITS.get(name, figure)}


def measure(browser: Browser, url: str) -> Transfer:
    """Visit a page with an empty cache, scroll to its end, and count."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    transfer = Transfer()

    def sent(event: dict) -> None:
        parts = urlsplit(event["request"]["url"])
        transfer.elsewhere += parts.scheme.startswith("http") and parts.netloc != urlsplit(url).netloc

    def received(event: dict) -> None:
        own_picture = "/media/" in event["response"]["url"]
        kinds[event["requestId"]] = "content" if own_picture else KINDS.get(event["type"], event["type"])
        # What is counted when it is finished includes the headers; they are taken off again.
        transfer.bytes[kinds[event["requestId"]]] -= event["response"]["encodedDataLength"]

    def finished(event: dict) -> None:
        kind = kinds.get(event["requestId"])
        if kind is None:
            return
        transfer.bytes[kind] += event["encodedDataLength"]
        transfer.requests += kind != "content"

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.responseReceived", received)
    session.on("Network.loadingFinished", finished)
    page.goto(url, wait_until="networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    context.close()
    return transfer
