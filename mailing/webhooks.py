"""What the provider reports: anymail's own views, behind an address that only the provider knows."""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve, reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

logger = logging.getLogger("mailing")

# SendGrid, which sends the largest, stays under 768 kB.
MOST_BYTES = 1024 * 1024


class NotTakenIn(Exception):
    """What was read well could not be written down here."""


def address_key() -> str:
    """Return the part of the address that follows from the secret; nothing where there is none to keep."""
    secret = str(settings.ANYMAIL.get("WEBHOOK_SECRET", ""))
    return _keys(secret)[0] if secret else ""


def _keys(secret: str) -> list[str]:
    """Return the key under SECRET_KEY, and those that the provider may still know from before."""
    signing = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    made = [salted_hmac("mailing.webhooks", secret, secret=key, algorithm="sha256") for key in signing]
    return [one.hexdigest()[:24] for one in made]


def address() -> str:
    """Return the path that the provider is to report to, without the password before the host."""
    return reverse("mailing:events", args=[address_key() or "-", f"{settings.EMAIL_PROVIDER}/tracking/"])


@csrf_exempt
@never_cache
def events(request: HttpRequest, key: str, rest: str) -> HttpResponse:
    """Let anymail check password and signature and read the events; mailing.bounces hears of each.

    Any other address, provider or secret is not there. What can't be read is refused, and logged without its
    contents; what fails here is a 500, upon which the provider comes again. Anymail reads all events of a
    report before it tells us of the first.
    """
    secret = str(settings.ANYMAIL.get("WEBHOOK_SECRET", ""))
    known = _keys(secret) if secret else []
    if (
        not any(constant_time_compare(key, one) for one in known)
        or rest != f"{settings.EMAIL_PROVIDER}/tracking/"
    ):
        raise Http404
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return HttpResponse(status=413)
    from anymail.exceptions import AnymailWebhookValidationFailure

    match = resolve(f"/{rest}", urlconf="anymail.urls")
    try:
        answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except AnymailWebhookValidationFailure:
        logger.warning("a report of the mail provider had a wrong password or signature")
        return HttpResponse(status=403)
    except NotTakenIn as error:
        logger.error("a report of the mail provider was not taken in (%s)", type(error.__cause__).__name__)  # noqa: TRY400
        return HttpResponse(status=500)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        logger.warning("a report of the mail provider can't be read (%s)", type(error).__name__)
        return HttpResponse(status=400)
    return answer
