import socketserver
import threading
from collections.abc import Iterator

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest
from django.core.exceptions import ValidationError

from guard import domains
from guard.email import INVALID, NO_MAIL, check, check_mail_server, has_mail_server, suggest
from mailing.addresses import normalise

# What the name server of these tests knows: (name, kind) to its records. "broken." and "silent." are special.
ZONE = {
    ("mail.example.", "MX"): ["10 mx.mail.example."],
    ("bare.example.", "A"): ["192.0.2.7"],
    ("six.example.", "AAAA"): ["2001:db8::7"],
    ("null.example.", "MX"): ["0 ."],
    ("null.example.", "A"): ["192.0.2.7"],
    ("text.example.", "TXT"): ['"no mail here"'],
    ("xn--bcher-kva.example.", "MX"): ["10 mx.mail.example."],
}


class NameServer(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        query, connection = self.request
        question = dns.message.from_wire(query)
        asked = question.question[0]
        name, kind = asked.name.to_text(), dns.rdatatype.to_text(asked.rdtype)
        if name.startswith("silent."):
            return
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        if name.startswith("broken."):
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif records := ZONE.get((name, kind)):
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, *records))
        elif name not in {known for known, _ in ZONE}:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        connection.sendto(answer.to_wire(), self.client_address)


@pytest.fixture(scope="module")
def resolver() -> Iterator[dns.resolver.Resolver]:
    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), NameServer) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        resolver = dns.resolver.Resolver(configure=False)
        resolver.nameservers = ["127.0.0.1"]
        resolver.port = server.server_address[1]
        yield resolver
        server.shutdown()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hanne@voorbeeld.example", "hanne@voorbeeld.example"),
        ("Hanne.de-Vries+blog@Voorbeeld.EXAMPLE", "Hanne.de-Vries+blog@voorbeeld.example"),
        ("o'neill@voorbeeld.example", "o'neill@voorbeeld.example"),
        ("jo\u0308rg@voorbeeld.example", "jörg@voorbeeld.example"),
        ("用户@例子.广告", "用户@例子.广告"),
        ("x@Bücher.example", "x@bücher.example"),
        # Python's older IDNA would send this one's mail to strasse.example, which is another's.
        ("x@straße.example", "x@xn--strae-oqa.example"),
    ],
)
def test_address_is_kept_in_one_spelling(typed, kept):
    assert check(typed) == kept


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("x@Bücher.example", "xn--bcher-kva.example"),
        ("x@straße.example", "xn--strae-oqa.example"),
        ("x@VOORBEELD.example", "voorbeeld.example"),
    ],
)
def test_outbox_reads_the_same_domain(typed, domain):
    assert normalise(check(typed)) == f"x@{domain}"


@pytest.mark.parametrize(
    "typed",
    [
        "hanne@",
        "@voorbeeld.example",
        "hanne",
        "hanne@voorbeeld",
        "a@localhost",
        "a@[127.0.0.1]",
        "a@192.0.2.7",
        "a..b@voorbeeld.example",
        "a@voor_beeld.example",
        "a@voorbeeld..example",
        "Hanne <a@voorbeeld.example>",
        # A comma would make two addresses of it further on.
        '"a,b"@voorbeeld.example',
        "a@voorbeeld.example\nBcc: b@voorbeeld.example",
    ],
)
def test_what_the_internet_can_not_write_to_is_refused(typed):
    with pytest.raises(ValidationError) as refusal:
        check(typed)
    assert refusal.value.messages == [INVALID]


@pytest.mark.parametrize(
    ("domain", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("gmail.nl", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("gmial.con", "gmail.com"),
        ("GMIAL.com", "gmail.com"),
        ("hotmial.nl", "hotmail.nl"),
        ("hotmail.nll", "hotmail.nl"),
        ("hotmail.cmo", "hotmail.com"),
        ("ziggo.ln", "ziggo.nl"),
        ("outlok.com", "outlook.com"),
        ("kpnmial.nl", "kpnmail.nl"),
        ("live.nlk", "live.nl"),
        ("live.con", "live.com"),
        ("icloud.cm", "icloud.com"),
        ("telenet.bee", "telenet.be"),
        ("xs4al.nl", "xs4all.nl"),
        ("protonmial.con", "protonmail.com"),
        ("me.con", "me.com"),
    ],
)
def test_likely_slip_is_asked_about(domain, meant):
    assert suggest(f"Naam@{domain}") == f"Naam@{meant}"


def test_known_domain_is_never_asked_about():
    assert [domain for domain in domains.KNOWN if suggest(f"naam@{domain}")] == []


@pytest.mark.parametrize(
    "address",
    [
        # Real ones, or ones that could be.
        *(f"naam@{domain}" for domain in ("gmx.net", "hotmail.be", "mail.com", "ymail.com", "live.be")),
        *(f"naam@{domain}" for domain in ("telenet.be", "home.pl", "online.no", "planet.nu", "hetnest.nl")),
        *(f"naam@{domain}" for domain in ("hello.nl", "plant.nl", "scarlett.be", "telnet.be", "proxima.be")),
        *(
            f"naam@{domain}"
            for domain in ("voorbeeld.example", "praktijk.nl", "hotel.nl", "live.no", "hotmail.no")
        ),
        # As near to hotmail.nl as to hotmail.be.
        "naam@hotmail.ne",
        # No address at all.
        "@gmial.com",
        "gmial.com",
        "naam@",
        "",
    ],
)
def test_where_a_question_could_be_wrong_none_is_asked(address):
    assert suggest(address) is None


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "xabc", 1),
        ("abc", "cba", 2),
    ],
)
def test_slips_are_counted(one, other, distance):
    assert domains.slips(one, other) == domains.slips(other, one) == distance


@pytest.mark.parametrize(
    ("domain", "expected"),
    [
        ("mail.example", True),
        ("bare.example", True),
        ("six.example", True),
        ("bücher.example", True),
        ("null.example", False),
        ("text.example", False),
        ("nowhere.example", False),
        ("broken.example", None),
        ("a" * 64 + ".example", None),
    ],
)
def test_domain_says_whether_it_takes_mail(resolver, domain, expected):
    assert has_mail_server(domain, resolver) is expected


def test_silent_name_server_is_not_waited_for_long(resolver, monkeypatch):
    monkeypatch.setattr("guard.email.DNS_SECONDS", 0.05)
    assert has_mail_server("silent.example", resolver) is None


def test_only_a_definite_no_refuses(resolver):
    with pytest.raises(ValidationError) as refusal:
        check_mail_server("a@null.example", resolver)
    assert refusal.value.messages == [NO_MAIL]
    for address in ("a@mail.example", "a@bücher.example", "a@broken.example"):
        check_mail_server(address, resolver)
