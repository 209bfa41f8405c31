import io
import socket
import ssl
import subprocess
import tempfile
import threading
from pathlib import Path
from unittest.mock import patch

import dns.message
import dns.rdatatype
import dns.rrset
import pytest
from aiosmtpd.smtp import AuthResult
from django.core.management import CommandError, call_command
from django.test import TestCase

from mailing.domain_records import resolver
from tests.mailing.provider import Provider, provider_settings
from tests.mailing.sink import Sink, free_port, smtp_settings

RIGHT = {
    ("tussentij.example.", "MX"): ["10 mx.tussentij.example."],
    ("tussentij.example.", "TXT"): ['"v=spf1 include:provider.example ~all"', '"iets anders"'],
    ("een._domainkey.tussentij.example.", "TXT"): ['"v=DKIM1; k=rsa; p=MIIB" "IjAN"'],
    ("_dmarc.tussentij.example.", "TXT"): ['"v=DMARC1; p=quarantine; rua=mailto:post@tussentij.example"'],
}


class NameServer:
    """Answers from a table, over UDP on loopback."""

    def __init__(self, records: dict[tuple[str, str], list[str]]) -> None:
        self._records = records
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def _serve(self) -> None:
        while True:
            data, sender = self._socket.recvfrom(4096)
            if data == b"stop":
                return
            question = dns.message.from_wire(data)
            asked = question.question[0]
            kind = dns.rdatatype.to_text(asked.rdtype)
            answer = dns.message.make_response(question)
            if found := self._records.get((asked.name.to_text().lower(), kind)):
                answer.answer.append(dns.rrset.from_text(asked.name, 60, "IN", kind, *found))
            self._socket.sendto(answer.to_wire(), sender)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._socket.sendto(b"stop", self._socket.getsockname())
        self._thread.join(5)
        self._socket.close()


def authenticator(server, session, envelope, mechanism, data) -> AuthResult:
    return AuthResult(success=data.password == b"goed", handled=False)


def certificate(folder: Path) -> Path:
    """Make a key and a certificate for localhost that vouches for itself, in one file."""
    pem = folder / "server.pem"
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
            ),
            *("-addext", "subjectAltName=DNS:localhost", "-keyout", str(pem), "-out", str(folder / "crt")),
        ],
        check=True,
        capture_output=True,
    )
    pem.write_text(pem.read_text() + (folder / "crt").read_text())
    return pem


class MailCheckTests(TestCase):
    def setUp(self):
        self.enterContext(self.settings(DEFAULT_FROM_EMAIL="Post <post@tussentij.example>"))

    def run_check(self, records=None, **options) -> str:
        server = NameServer(RIGHT if records is None else records)
        server.start()
        self.addCleanup(server.stop)
        self.out = io.StringIO()
        call_command("mail_check", dns=server.address, stdout=self.out, **options)
        return self.out.getvalue()

    def sink(self, **options) -> Sink:
        sink = Sink(**options)
        sink.start()
        self.addCleanup(sink.stop)
        self.enterContext(smtp_settings(sink.port))
        return sink

    def test_says_what_it_saw(self):
        sink = self.sink()

        said = self.run_check(to="lezer@voorbeeld.nl", selector="een")

        assert sink.recipients == ["lezer@voorbeeld.nl"]
        for words in (
            "Verbinding: gelukt",
            "Beveiliging: geen",
            "Antwoord: 250 taken",
            "post@tussentij.example",
            "SPF: v=spf1 include:provider.example ~all",
            "DKIM: bij een staat een sleutel",
            "DMARC: v=DMARC1; p=quarantine",
            "MX: antwoorden gaan naar mx.tussentij.example.",
            "De proefmail aan lezer@voorbeeld.nl is weg.",
        ):
            assert words in said, said

    def test_encryption_certificate_and_login(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        pem = certificate(folder)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(pem)
        self.sink(tls_context=context, require_starttls=True, authenticator=authenticator, auth_required=True)
        login = {"EMAIL_HOST": "localhost", "EMAIL_USE_TLS": True, "EMAIL_HOST_USER": "post"}

        with patch.dict("os.environ", SSL_CERT_FILE=str(pem)):
            with self.settings(**login, EMAIL_HOST_PASSWORD="goed"):
                said = self.run_check()
            with (
                self.settings(**login, EMAIL_HOST_PASSWORD="fout"),
                pytest.raises(CommandError, match="inlog"),
            ):
                self.run_check()

        assert "Beveiliging: TLSv1." in said
        assert "Certificaat: voor localhost, geldig tot" in said
        assert "Inloggen: gelukt" in said

    def test_refusal_is_said_in_words(self):
        sink = self.sink()
        sink.recipient_replies["weg@voorbeeld.nl"] = "550 5.1.1 no such user"

        with pytest.raises(CommandError, match="Het adres bestaat niet") as failure:
            self.run_check(to="weg@voorbeeld.nl")

        assert failure.value.returncode == 1

    def test_server_that_is_away(self):
        with smtp_settings(free_port()), pytest.raises(CommandError, match="niet bereikbaar"):
            self.run_check()

    def test_missing_records_are_told_after_sending(self):
        sink = self.sink()
        several = {**RIGHT, ("tussentij.example.", "TXT"): ['"v=spf1 -all"', '"v=spf1 ~all"']}
        open_to_all = {**RIGHT, ("tussentij.example.", "TXT"): ['"v=spf1 +all"']}
        for records, words in (
            ({}, ["MX: het domein ontvangt geen mail", "SPF: er is geen", "DMARC: er is geen"]),
            (several, ["SPF: er staan meer records"]),
            (open_to_all, ["SPF: laat iedereen toe"]),
        ):
            with pytest.raises(CommandError) as failure:
                self.run_check(records)
            assert failure.value.returncode == 2
            for expected in words:
                assert expected in self.out.getvalue()
        assert len(sink.taken) == 3

    def test_name_server_out_of_reach_is_no_fault(self):
        self.sink()
        out = io.StringIO()
        with patch("mailing.domain_records.SECONDS", 0.3):
            call_command("mail_check", dns=f"127.0.0.1:{free_port()}", stdout=out)

        assert "geen naamserver te bereiken" in out.getvalue()

    def test_provider(self):
        provider = Provider()
        provider.start()
        self.addCleanup(provider.stop)
        with provider_settings(provider.url):
            said = self.run_check()

        assert "Weg: mailgun" in said
        assert "kenmerk <een@provider.example>" in said
        assert "NAAM:WACHTWOORD@localhost/post/" in said
        assert "/mailgun/tracking/" in said

    def test_without_a_way_out_it_says_so(self):
        with pytest.raises(CommandError, match="bereikt niemand"):
            self.run_check()


def test_name_server_with_a_port():
    asks = resolver("127.0.0.1:5353")
    assert (asks.nameservers, asks.port) == (["127.0.0.1"], 5353)
