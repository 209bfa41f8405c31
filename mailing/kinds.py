"""What the coach calls each kind of mail. The names are those that callers give to services.queue_mail."""

from datetime import timedelta

KINDS = {
    "confirm-sign-up": "Bevestiging van een aanmelding",
    "gift": "Weggever",
    "test": "Testmail van een weggever",
    "my-data": "Link naar iemands gegevens",
    "newsletter": "Nieuwsbrief",
    "comment-confirm": "Bevestiging voor berichten van antwoorden",
    "comment-public": "Reactie staat op de site",
    "comment-reply": "Antwoord op een reactie",
    "new-comment": "Nieuwe reactie, aan jou",
    "new-comments": "Overzicht van reacties, aan jou",
    "new-device": "Ingelogd op een nieuw apparaat",
    "account-changed": "Verandering aan een account",
    "new-password": "Link voor een nieuw wachtwoord",
}
SYSTEM = "Systeem"

# How long the link lasts that a mail is about; later the mail is of no use to anyone.
USEFUL_FOR = {
    "confirm-sign-up": timedelta(hours=48),
    "comment-confirm": timedelta(hours=48),
    "gift": timedelta(days=14),
    "my-data": timedelta(hours=24),
    "new-password": timedelta(hours=2),
}


def kind_label(kind: str) -> str:
    return KINDS.get(kind, kind.replace("-", " ").capitalize())
