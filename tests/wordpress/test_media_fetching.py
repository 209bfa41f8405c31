"""Fetching files from the old site: from a real server on loopback that does all that servers do."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket

import pytest

from blog.podcast import fetching as shared
from blog.podcast.fetching import NotFetched
from tests.wordpress.things import attachment, contents
from wordpress.reading.items import Header
from wordpress.taking_over import fetching
from wordpress.taking_over.fetching import FromSite

PICTURE = b"\xff\xd8 een plaatje \xff\xd9"


class Server:
    """Answers by path; each answer is (status, headers, body), or a list of them, one after the other."""

    def __init__(self) -> None:
        self.answers: dict[str, object] = {}
        self.asked: list[tuple[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.asked.append((self.path, self.headers["User-Agent"]))
                answer = outer.answers.get(self.path, (404, {}, b""))
                if isinstance(answer, list):
                    answer = answer.pop(0) if len(answer) > 1 else answer[0]
                status, headers, body = answer
                self.send_response(status)
                for name, value in {
                    "Content-Length": str(len(body)),
                    "Connection": "close",
                    **headers,
                }.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.root = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


Site = Callable[..., FromSite]


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def site(server: Server, pauses: list[float]) -> Site:
    def make(media: str = "", *, inside: bool = True, home: str = "") -> FromSite:
        header = Header("1.2", "", home or server.root, home or server.root, "nl", "")
        return FromSite(
            media or server.root, contents(header=header), allow_inside=inside, pause=pauses.append
        )

    return make


def get(site: FromSite, path: str, largest: int = 1000) -> bytes:
    address = path if "://" in path else f"http://127.0.0.1{path}"
    with site.open([path.lstrip("/")], address, largest) as file:
        return file.read()


def test_a_file_is_fetched_and_we_say_who_we_are(server: Server, site: Site) -> None:
    server.answers["/wp-content/uploads/zee.jpg"] = (200, {}, PICTURE)
    assert get(site(), "/wp-content/uploads/zee.jpg") == PICTURE
    assert server.asked[0][1].startswith("liefdesverdriet (verhuizing van deze site; +http")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again_with_growing_pauses(
    server: Server, site: Site, pauses: list[float], status: int
) -> None:
    server.answers["/a.jpg"] = [(status, {}, b"druk"), (status, {}, b"druk"), (200, {}, PICTURE)]
    assert get(site(), "/a.jpg") == PICTURE
    assert pauses == [1.0, fetching.BETWEEN, 4.0, fetching.BETWEEN]


def test_a_server_is_asked_a_few_times_and_no_more(server: Server, site: Site, pauses: list[float]) -> None:
    server.answers["/a.jpg"] = (503, {}, b"")
    with pytest.raises(NotFetched, match="fout 503"):
        get(site(), "/a.jpg")
    assert len(server.asked) == 4


def test_the_pause_that_a_server_asks_for_is_kept(server: Server, site: Site, pauses: list[float]) -> None:
    server.answers["/a.jpg"] = [(429, {"Retry-After": "20"}, b""), (200, {}, PICTURE)]
    assert get(site(), "/a.jpg") == PICTURE
    assert pauses[0] == 20.0


def test_who_asks_for_an_hour_is_left_alone(server: Server, site: Site, pauses: list[float]) -> None:
    server.answers["/a.jpg"] = (503, {"Retry-After": "3600"}, b"")
    with pytest.raises(NotFetched):
        get(site(), "/a.jpg")
    assert (len(server.asked), pauses) == (1, [])


def test_what_is_not_there_is_asked_once(server: Server, site: Site) -> None:
    with pytest.raises(NotFetched, match="kent dit adres niet"):
        get(site(), "/weg.jpg")
    assert len(server.asked) == 1


def test_a_site_that_answers_no_more_is_not_asked_for_each_file(server: Server, site: Site) -> None:
    server.answers["/a.jpg"] = (503, {"Retry-After": "3600"}, b"")
    old = site()
    for _ in range(fetching.MOST_SILENT + 3):
        with pytest.raises(NotFetched):
            get(old, "/a.jpg")
    assert len(server.asked) == fetching.MOST_SILENT
    with pytest.raises(NotFetched, match="antwoordt niet meer"):
        get(old, "/b.jpg")


def test_a_file_that_breaks_off_is_fetched_again_from_its_beginning(server: Server, site: Site) -> None:
    server.answers["/a.jpg"] = [(200, {"Content-Length": "500"}, b"half"), (200, {}, PICTURE)]
    assert get(site(), "/a.jpg") == PICTURE


def test_what_is_too_large_ends_at_the_limit(server: Server, site: Site) -> None:
    server.answers["/a.jpg"] = (200, {}, b"x" * 2001)
    with pytest.raises(NotFetched, match="te groot"):
        get(site(), "/a.jpg", largest=2000)
    assert len(server.asked) == 1


def test_redirects_on_the_site_itself_are_followed(server: Server, site: Site) -> None:
    server.answers["/a.jpg"] = (301, {"Location": "/b.jpg"}, b"")
    server.answers["/b.jpg"] = (200, {}, PICTURE)
    assert get(site(), "/a.jpg") == PICTURE


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://elders.example/a.jpg",
        "http://localhost:1/a.jpg",
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:22/a.jpg",
        "file:///etc/passwd",
        "ftp://127.0.0.1/a.jpg",
    ],
)
def test_redirects_to_anywhere_else_are_not(
    server: Server, site: Site, elsewhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[tuple[str, int]] = []
    real = shared.socket.create_connection

    def note(address: tuple[str, int], timeout: float) -> socket:
        reached.append(address)
        return real(address, timeout)

    monkeypatch.setattr(shared.socket, "create_connection", note)
    server.answers["/a.jpg"] = (302, {"Location": elsewhere}, b"")
    with pytest.raises(NotFetched):
        get(site(), "/a.jpg")
    assert reached == [("127.0.0.1", server.http.server_port)]


def test_only_the_host_of_the_export_is_asked(server: Server, site: Site) -> None:
    old = site(home="https://oud.voorbeeld.example")
    assert "niet de site waar deze export van is" in old.problem
    with pytest.raises(NotFetched, match="niet de site"):
        get(old, "/a.jpg")
    assert server.asked == []


def test_neither_http_nor_networks_inside_without_leave(server: Server, site: Site) -> None:
    assert "https://" in site(inside=False).problem
    secure = server.root.replace("http://", "https://")
    old = site(secure, inside=False)
    assert old.problem == ""
    with pytest.raises(NotFetched, match="geen openbaar adres"):
        get(old, "/a.jpg")
    assert server.asked == []


def test_a_name_that_means_another_machine_a_moment_later_leads_nowhere(
    server: Server, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address that was judged is the one connected to: the second look-up, which lies, never comes."""
    port = server.http.server_port
    answers = [[(2, 1, 6, "", ("93.184.215.14", port))], [(2, 1, 6, "", ("127.0.0.1", port))]]
    monkeypatch.setattr(shared.socket, "getaddrinfo", lambda *_, **__: answers.pop(0))
    connected: list[str] = []

    def refuse(address: tuple[str, int], timeout: float) -> None:
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(shared.socket, "create_connection", refuse)
    monkeypatch.setattr(fetching, "PAUSES", ())
    old = site(f"https://oud.voorbeeld.example:{port}", inside=False, home="https://oud.voorbeeld.example")
    with pytest.raises(NotFetched, match="niet te bereiken"):
        get(old, "https://oud.voorbeeld.example/a.jpg")
    assert connected == ["93.184.215.14"]
    assert len(answers) == 1


def test_one_address_inside_is_enough_to_trust_none(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", ("93.184.215.14", 443)), (2, 1, 6, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(shared.socket, "getaddrinfo", lambda *_, **__: both)
    old = site("https://oud.voorbeeld.example", inside=False, home="https://oud.voorbeeld.example")
    with pytest.raises(NotFetched, match="geen openbaar adres"):
        get(old, "/a.jpg")


def test_files_at_another_host_are_asked_for_at_the_site_itself(site: Site, server: Server) -> None:
    old = site()
    copy = "https://i0.wp.example/oud.voorbeeld.example/wp-content/uploads/2019/03/zee.jpg?fit=300"
    assert old.address("2019/03/zee.jpg", copy) == f"{server.root}/wp-content/uploads/2019/03/zee.jpg"


def test_names_with_accents_and_spaces_are_asked_for_as_addresses_have_them(
    site: Site, server: Server
) -> None:
    address = f"{server.root}/wp-content/uploads/caf%C3%A9 zee.jpg"
    assert site().address("x", address) == f"{server.root}/wp-content/uploads/caf%C3%A9%20zee.jpg"


def test_where_files_stand_on_a_host_of_their_own_that_the_export_names_it_may_be_asked() -> None:
    file = attachment(7, "2019/zee.jpg", address="https://oud.bestanden.example/2019/zee.jpg")
    old = FromSite("https://oud.bestanden.example", contents(file))
    assert old.problem == ""
    assert old.address("2019/zee.jpg", file.attachment_url) == file.attachment_url


@pytest.mark.parametrize(
    "media", ["https://", "https://[::1", "https://gebruiker@", "ftp://oud.voorbeeld.example"]
)
def test_what_is_no_address_is_said(media: str) -> None:
    assert FromSite(media, contents()).problem


def test_who_stops_the_move_stops_the_fetching(server: Server, site: Site) -> None:
    class Stopped(Exception):
        pass

    def told() -> None:
        if server.asked:
            raise Stopped

    server.answers["/a.jpg"] = (200, {}, PICTURE)
    header = Header("1.2", "", server.root, server.root, "nl", "")
    old = FromSite(server.root, contents(header=header), allow_inside=True, told=told)
    with pytest.raises(Stopped):
        get(old, "/a.jpg")
