"""Send a test mail by the way the site is set up, and say in plain words what was seen."""

import smtplib
import ssl
from email.utils import make_msgid, parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from post_office.settings import get_backend, get_message_id_fqdn

from mailing import domain_records, webhooks
from mailing.answers import describe, in_words
from mailing.rendering import render_mail
from mailing.services import sender

DNS_IS_WRONG = 2


class Command(BaseCommand):
    help = (
        "Verstuurt een proefmail en zegt wat er te zien was, van de verbinding tot SPF, DKIM en DMARC. "
        "Eindigt met 0 als alles goed is, 1 als de mail niet weg kon, 2 als alleen het DNS niet klopt."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", help="Aan wie; zonder gaat hij naar het adres van de afzender.")
        parser.add_argument(
            "--selector", default="", help="De naam van de DKIM-sleutel, zoals je provider die noemt."
        )
        parser.add_argument("--dns", default="", help="Vraag deze naamserver: ADRES of ADRES:POORT.")

    def handle(self, *args: Any, **options: Any) -> None:
        address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
        self.stdout.write(f"Afzender: {sender()}")
        message = test_mail(options["to"] or address)
        try:
            self._send(message)
        except Exception as error:
            raise CommandError(f"Mislukt. {in_words(describe(error))}\n{describe(error)}") from error
        if settings.EMAIL_PROVIDER:
            self._say_webhook()
        if not self._look_up(address.rpartition("@")[2], options["selector"], options["dns"]):
            raise CommandError("De mail is weg, maar het DNS is nog niet op orde.", returncode=DNS_IS_WRONG)
        self.stdout.write(self.style.SUCCESS(f"De proefmail aan {message.to[0]} is weg."))

    def _send(self, message: EmailMultiAlternatives) -> None:
        backend: Any = get_connection(get_backend("default"))
        if settings.EMAIL_PROVIDER:
            self.stdout.write(f"Weg: {settings.EMAIL_PROVIDER}, door django-anymail")
            backend.send_messages([message])
            status = message.anymail_status  # type: ignore[attr-defined]
            self.stdout.write(f"Antwoord: {', '.join(sorted(status.status))}, kenmerk {status.message_id}")
        elif hasattr(backend, "host"):
            self._send_by_smtp(backend, message)
        else:
            backend.send_messages([message])
            raise CommandError(
                "Er is geen mailserver ingesteld (EMAIL_URL of EMAIL_PROVIDER). "
                f"De mail is nu een bestand in {settings.MAIL_DIR}, en bereikt niemand."
            )

    def _send_by_smtp(self, backend: Any, message: EmailMultiAlternatives) -> None:
        """As Django's backend does it, step by step, to show each answer."""
        self.stdout.write(f"Weg: SMTP, {backend.host} op poort {backend.port}")
        try:
            backend.open()
            session: smtplib.SMTP = backend.connection
            session.ehlo_or_helo_if_needed()
            self.stdout.write("Verbinding: gelukt")
            self._say_encryption(session)
            self.stdout.write(f"Inloggen: {'gelukt' if backend.username else 'niet nodig volgens EMAIL_URL'}")
            _expect(
                session.mail(parseaddr(message.from_email)[1]), smtplib.SMTPSenderRefused, message.from_email
            )
            code, reply = session.rcpt(message.to[0])
            if code >= 300:
                raise smtplib.SMTPRecipientsRefused({message.to[0]: (code, reply)})
            written: Any = message.message()
            answer = session.data(written.as_bytes(linesep="\r\n"))
            _expect(answer, smtplib.SMTPDataError)
            self.stdout.write(f"Antwoord: {answer[0]} {answer[1].decode('utf-8', 'replace')}")
        finally:
            backend.close()

    def _say_encryption(self, session: smtplib.SMTP) -> None:
        if not isinstance(session.sock, ssl.SSLSocket):
            offers = session.has_extn("starttls")
            tip = " De server kan het wel: gebruik smtp+tls:// in EMAIL_URL." if offers else ""
            self.stdout.write(self.style.WARNING(f"Beveiliging: geen; iedereen onderweg kan meelezen.{tip}"))
            return
        certificate: Any = session.sock.getpeercert() or {}
        names = ", ".join(value for kind, value in certificate.get("subjectAltName", ()) if kind == "DNS")
        self.stdout.write(f"Beveiliging: {session.sock.version()}, {(session.sock.cipher() or ('?',))[0]}")
        self.stdout.write(f"Certificaat: voor {names or '?'}, geldig tot {certificate.get('notAfter', '?')}")

    def _say_webhook(self) -> None:
        if not webhooks.address_key():
            text = "Meldingen: ANYMAIL_WEBHOOK_SECRET ontbreekt; we horen niet welke mail terugkomt."
            self.stdout.write(self.style.WARNING(text))
            return
        site = urlsplit(settings.SITE_URL)
        where = f"{site.scheme}://NAAM:WACHTWOORD@{site.netloc}{webhooks.address()}"
        self.stdout.write(f"Meldingen: laat de provider ze sturen naar {where}")
        self.stdout.write("  met als NAAM:WACHTWOORD wat in ANYMAIL_WEBHOOK_SECRET staat")

    def _look_up(self, domain: str, selector: str, server: str) -> bool:
        """Say what the DNS holds; False where something has to be mended."""
        is_right = True
        try:
            for finding in domain_records.findings(domain_records.resolver(server), domain, selector):
                is_right = is_right and finding.is_right
                self.stdout.write(finding.text if finding.is_right else self.style.WARNING(finding.text))
        except domain_records.DnsAway:
            self.stdout.write(
                "DNS: van hier is geen naamserver te bereiken; SPF, DKIM en DMARC zijn niet bekeken."
            )
        return is_right


def test_mail(to: str) -> EmailMultiAlternatives:
    rendered = render_mail("mail_check", {"now": timezone.now()})
    message = EmailMultiAlternatives(
        rendered.subject,
        rendered.text,
        sender(),
        [to],
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": make_msgid(domain=get_message_id_fqdn()),
        },
    )
    message.attach_alternative(rendered.html, "text/html")
    return message


def _expect(answer: tuple[int, bytes], error: Any, *more: Any) -> None:
    if answer[0] >= 300:
        raise error(answer[0], answer[1], *more)
