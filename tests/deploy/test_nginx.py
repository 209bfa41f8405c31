"""The shipped nginx file in front of a running site. Left out where there is no nginx."""

import gzip
import re
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.deploy.front import MIME_TYPES, NGINX, Answer, Front, ask
from tests.faults import freshness
from tests.faults.nodes import Site
from tests.faults.prepared import copy_of_prepared
from tests.leads.gifts import PDF
from tests.running_site import wait_until

pytestmark = pytest.mark.skipif(
    NGINX is None or not MIME_TYPES.exists(), reason="no nginx here: apt-get install nginx-light"
)

ARTICLE = "/blog/stilte-na-de-storm/"
# What each hop writes itself.
OWN = {"date", "server", "connection", "keep-alive", "x-cache", "x-micro-cache", "x-accel-expires"}
DOWNLOAD = """
from django.test import Client
from leads.models import LeadMagnet
from leads.services.signing_up import request_magnet
from tests.leads.gifts import last_link
from tests.leads.visitors import agreed
gift = LeadMagnet.objects.get()
request_magnet(gift, "lezer@voorbeeld.nl")
visitor = Client(SERVER_NAME="localhost", HTTP_SEC_FETCH_SITE="same-origin")
page = visitor.post(last_link("aanmelden/bevestigen"), agreed(gift))["Location"]
print("LINK", f"{page}{gift.files.get().pk}/", gift.files.get().file.name)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BEHIND_PROXY", "1")
        patch.setenv("DOWNLOAD_BY", "accel")
        data_dir = tmp_path_factory.mktemp("site") / "data"
        made = copy_of_prepared(tmp_path_factory, data_dir)
        for name in ("images/maan.width-400.abc.png", "podcast/stilte.mp3"):
            file = data_dir / "media" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(bytes(range(256)) * 8)
        made.node()
        try:
            yield made
        finally:
            for node in made.nodes:
                node.stop()


@pytest.fixture(scope="module")
def front(site: Site, tmp_path_factory) -> Iterator[Front]:
    started = Front(tmp_path_factory.mktemp("nginx") / "front", site.data_dir, site.nodes[0].port)
    started.start()
    try:
        yield started
    finally:
        started.stop()


def hit(front: Front, path: str, **headers: str) -> Answer:
    """Return an answer out of the micro-cache, which keeps one to the end of the second."""
    answers: list[Answer] = []

    def is_hit() -> bool:
        answers.append(front.ask(path, **headers))
        return answers[-1]["X-Micro-Cache"] == "HIT"

    wait_until(is_hit, 20, f"{path} comes out of the micro-cache")
    return answers[-1]


def never_hit(front: Front, path: str, **headers: str) -> list[Answer]:
    answers = [front.ask(path, **headers) for _ in range(30)]
    assert "HIT" not in {answer["X-Micro-Cache"] for answer in answers}
    return answers


def test_file_has_no_mistakes(front: Front) -> None:
    said = front.check()
    assert "syntax is ok" in said
    assert "warn" not in said


def test_plain_http_leads_to_https(front: Front) -> None:
    answer = ask(front.plain_port, "/blog/?pagina=2")
    assert (answer.status, answer["Location"]) == (301, "https://localhost/blog/?pagina=2")


def test_static_files_come_compressed_from_the_disk_and_for_good(front: Front, site: Site) -> None:
    page = front.ask(ARTICLE).body.decode()
    path = re.findall(r"/static/css/site\.[0-9a-f]{12}\.css", page)[0]
    file = site.data_dir / path.lstrip("/")
    packed, plain = front.ask(path, accept_encoding="gzip"), front.ask(path)
    assert packed.body == Path(f"{file}.gz").read_bytes()
    assert packed["Content-Encoding"] == "gzip"
    assert plain.body == file.read_bytes() == gzip.decompress(packed.body)
    for answer in (packed, plain):
        assert answer["Vary"] == "Accept-Encoding"
        assert "immutable" in answer["Cache-Control"]
        assert answer["Content-Type"] == "text/css; charset=utf-8"
        assert answer["X-Content-Type-Options"] == "nosniff"


def test_media_as_the_site_itself_sends_them(front: Front, site: Site) -> None:
    for path in ("/media/images/maan.width-400.abc.png", "/media/podcast/stilte.mp3"):
        ours, theirs = front.ask(path), ask(site.nodes[0].port, path)
        assert ours.body == theirs.body
        for name in (
            "Cache-Control",
            "Content-Security-Policy",
            "Cross-Origin-Resource-Policy",
            "Content-Type",
        ):
            assert ours[name] == theirs[name], name
        part = front.ask(path, range="bytes=10-19")
        assert (part.status, part.body) == (206, theirs.body[10:20])


def test_s6_files_of_private_collections_are_left_to_the_site(front: Front, site: Site) -> None:
    picture, sound, document = "images/maan.width-400.abc.png", "podcast/stilte.mp3", "documents/eb.pdf"
    (site.data_dir / "media" / "documents").mkdir(exist_ok=True)
    (site.data_dir / "media" / document).write_bytes(PDF)
    rules = "from wagtail.models import Collection, CollectionViewRestriction as Rule; "
    make = f"{rules}Rule.objects.create(collection=Collection.objects.get(), restriction_type='login')"
    site.run("shell", "--no-imports", "-c", make)
    try:
        time.sleep(freshness.SEEN_SECONDS)
        found = {name: front.ask(f"/media/{name}").status for name in (picture, sound, document)}
        assert found == {picture: 404, sound: 200, document: 404}
    finally:
        site.run("shell", "--no-imports", "-c", f"{rules}Rule.objects.all().delete()")
    time.sleep(freshness.SEEN_SECONDS)
    found = {name: front.ask(f"/media/{name}").status for name in (picture, sound, document)}
    assert found == {picture: 200, sound: 200, document: 404}


def test_page_is_kept_for_who_is_not_logged_in(front: Front, site: Site) -> None:
    kept = hit(front, ARTICLE)
    assert kept.status == 200
    assert kept.body == ask(site.nodes[0].port, ARTICLE).body
    assert kept["X-Accel-Expires"] == ""
    assert front.ask(ARTICLE, "HEAD").body == b""
    if kept["ETag"]:
        assert front.ask(ARTICLE, if_none_match=kept["ETag"]).status == 304


def test_who_is_logged_in_or_says_who_they_are_passes_by(front: Front) -> None:
    hit(front, ARTICLE)
    for headers in (
        {"cookie": "sessionid=abc"},
        {"cookie": "a=b; __Host-sessionid=abc"},
        {"authorization": "Basic YTpi"},
    ):
        assert {answer["X-Micro-Cache"] for answer in never_hit(front, ARTICLE, **headers)} == {"BYPASS"}


def test_what_is_not_for_everybody_is_never_kept(front: Front, site: Site) -> None:
    for path in (f"/reacties/{site.article}/plaatsen/", "/zoeken/?q=stilte", "/afmelden/", "/er/is/niets/"):
        never_hit(front, path)
    for odd in (f"{ARTICLE}?utm_source=1", "/bl%6Fg/", "//blog/"):
        never_hit(front, odd)


def test_three_ways_of_compressing_and_no_more(front: Front) -> None:
    asked = {
        "gzip, deflate, br, zstd": "br",
        "br": "br",
        "gzip;q=1.0, br;q=0.9": "br",
        "br;q=0, gzip": "gzip",
        "GZIP": "gzip",
        "deflate": "",
        "gzip;q=0": "",
        "identity": "",
    }
    bodies = {}
    for header, encoding in asked.items():
        answer = hit(front, ARTICLE, accept_encoding=header)
        assert answer["Content-Encoding"] == encoding, header
        assert answer["Vary"] == "Accept-Encoding"
        bodies.setdefault(encoding, answer.body)
    assert gzip.decompress(bodies["gzip"]) == bodies[""]
    assert len(front.kept(ARTICLE)) == 3


def test_headers_of_pages_are_those_of_the_site(front: Front, site: Site) -> None:
    def said(answer: Answer) -> dict[str, list[str]]:
        """Return headers by name; the order of the directives of a policy means nothing."""
        return {
            name.lower(): sorted(part.strip() for part in value.split(";"))
            for name, value in answer.headers.items()
            if name.lower() not in OWN | {"content-length", "transfer-encoding"}
        }

    assert said(hit(front, ARTICLE)) == said(ask(site.nodes[0].port, ARTICLE))
    assert "nginx/" not in front.ask(ARTICLE)["Server"]


def test_gift_is_handed_over_with_ranges_and_has_no_address_of_its_own(front: Front, site: Site) -> None:
    link, name = site.run("shell", "--no-imports", "-c", DOWNLOAD).split("LINK ")[1].split()
    whole = front.ask(link)
    assert (whole.status, whole.body) == (200, PDF)
    assert whole["Content-Disposition"].startswith("attachment")
    assert whole["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert whole["X-Content-Type-Options"] == "nosniff"
    assert whole["X-Accel-Redirect"] == ""
    part = front.ask(link, range="bytes=2-5")
    assert (part.status, part.body) == (206, PDF[2:6])
    assert front.ask(link, if_none_match=whole["ETag"]).status == 304
    assert (site.data_dir / "private" / name).exists()
    for path in (f"/_private/{name}", f"/media/../private/{name}", f"/static/../private/{name}"):
        assert front.ask(path).status in (400, 404), path
    log = (front.folder / "liefdesverdriet.log").read_text()
    assert link.split("/")[2] not in log
    assert "/download/.../" in log


def test_change_is_seen_within_a_second(front: Front, site: Site) -> None:
    story = freshness.tell(site, [front.port])
    print(story)
    assert {one.status for one in story.seen} <= {200, 404}
    assert story.stale() == []


def test_first_reader_after_a_quiet_while_gets_the_page_of_now(front: Front, site: Site) -> None:
    hit(front, "/blog/")
    change = "from blog.models import SiteSettings as S; s = S.objects.get(); s.notice = 'Vakantie'; s.save()"
    site.run("shell", "--no-imports", "-c", f"{change}; import time; time.sleep({freshness.SEEN_SECONDS})")
    assert "Vakantie" in front.ask("/blog/").body.decode()


def test_calm_words_while_the_site_is_away(front: Front, site: Site) -> None:
    node = site.nodes[0]
    node.kill()
    try:
        time.sleep(freshness.SEEN_SECONDS)
        answer = front.ask(ARTICLE)
        assert answer.status == 502
        assert "Even niet bereikbaar" in answer.body.decode()
        assert (answer["Cache-Control"], answer["Retry-After"]) == ("no-store", "10")
    finally:
        node.start()
    assert front.ask(ARTICLE).status == 200


class _Careless(BaseHTTPRequestHandler):
    """A site that asks for keeping what must not be kept, and tells what it was sent."""

    protocol_version = "HTTP/1.1"
    SAYS = {
        "/koekje/": ("Set-Cookie", "a=b"),
        "/prive/": ("Cache-Control", "private"),
        "/niet-bewaren/": ("Cache-Control", "max-age=60, no-store"),
        "/anders/": ("Vary", "Accept-Encoding, Cookie"),
        "/zwijgt/": ("Cache-Control", "public, max-age=60"),
    }

    def do_GET(self) -> None:
        body = "".join(f"{name}: {value}\n" for name, value in self.headers.items()).encode()
        self.send_response(200)
        self.send_header(*self.SAYS.get(self.path, ("X-Nothing", "more")))
        if self.path != "/zwijgt/":
            self.send_header("X-Accel-Expires", "60")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def careless(tmp_path_factory) -> Iterator[Front]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Careless)
    # Connections that nginx keeps open are closed by the thread that answers them, before the server goes.
    server.daemon_threads = False
    Thread(target=server.serve_forever, daemon=True).start()
    folder = tmp_path_factory.mktemp("careless")
    started = Front(folder / "front", folder, server.server_port)
    started.start()
    try:
        yield started
    finally:
        started.stop()
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("path", sorted(_Careless.SAYS))
def test_never_kept_whatever_the_site_asks(careless: Front, path: str) -> None:
    assert hit(careless, "/gewoon/"), "what nothing speaks against is kept"
    never_hit(careless, path)


def test_log_holds_no_secret_of_a_link_and_no_network(careless: Front) -> None:
    secrets = ("dc4l2p-0123456789abcdef0123456789abcdef", "Ab3" * 14 + "_")
    for secret in secrets:
        careless.ask(f"/admin/password_reset/confirm/MQ/{secret}/")
        careless.ask(f"/mijn-gegevens/{secret}/wissen/")
    log = careless.folder / "liefdesverdriet.log"
    wait_until(lambda: log.read_text().count("/mijn-gegevens/.../wissen/") >= 2, 20, "the log is written")
    assert "/admin/password_reset/confirm/MQ/.../" in log.read_text()
    assert not [word for word in (*secrets, "127.0.0.1") if word in log.read_text()]


def test_site_is_told_who_asks_by_nginx_alone(careless: Front) -> None:
    spoof = {"x_forwarded_for": "10.0.0.1", "x_forwarded_proto": "https", "x_request_id": "mijn"}
    sent = careless.ask("/zwijgt/", accept_encoding="br;q=0.1, gzip", **spoof).body.decode().lower()
    assert re.findall("x-forwarded-for: (.*)", sent) == ["127.0.0.1"]
    assert re.findall("x-forwarded-proto: (.*)", sent) == ["http"]
    assert re.fullmatch("[0-9a-f]{32}", re.findall("x-request-id: (.*)", sent)[0])
    assert re.findall("accept-encoding: (.*)", sent) == ["br"]
