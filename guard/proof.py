"""Proof of work: a sum that costs a visitor's device a second or two, and a flood of spam a fortune.

ALTCHA's second version (https://altcha.org/docs/v2/), with PBKDF2 as the sum: browsers compute it as fast as
anybody (docs/decisions/0009-proof-of-work.md). static/js/proof-of-work.js solves it.
"""

import json
import secrets
import time
from typing import Any, Literal

import altcha
from django import forms
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString

from guard import counting

Mode = Literal["auto", "always", "off"]

ALGORITHM = "PBKDF2/SHA-256"
ITERATIONS = 5_000
# Each try is 10,000 SHA-256 blocks; how many tries a visitor's device needs on average.
DEFAULT_TRIES = 150
LIFETIME_SECONDS = 10 * 60
# A solution is about 900 characters; what is longer is not even looked at.
MAX_SOLUTION = 4_000


def mode() -> Mode:
    """Return when a proof is asked: "auto" when limits trip, "always", or "off"."""
    chosen: Mode = getattr(settings, "GUARD_PROOF_OF_WORK", "auto")
    return chosen


def make_challenge() -> str:
    """Return a signed challenge as JSON: the secret number is somewhere from 0 to its `data.last`."""
    last = 2 * getattr(settings, "GUARD_PROOF_TRIES", DEFAULT_TRIES)
    challenge = altcha.create_challenge(
        ALGORITHM,
        ITERATIONS,
        counter=secrets.randbelow(last + 1),
        expires_at=int(time.time()) + LIFETIME_SECONDS,
        data={"last": last},
        hmac_secret=_key("challenge"),
        hmac_key_secret=_key("solution"),
    )
    return json.dumps(challenge.to_dict(), separators=(",", ":"))


def accept(solution: str) -> bool:
    """Say whether `solution`, base64 of JSON, solves one of our challenges in time; each counts only once."""
    if not solution or len(solution) > MAX_SOLUTION:
        return False
    try:
        payload = altcha.Payload.from_base64(solution)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    result = altcha.verify_solution(payload, hmac_secret=_key("challenge"), hmac_key_secret=_key("solution"))
    return result.verified and counting.claim(f"guard:proof:{payload.challenge.signature}", LIFETIME_SECONDS)


class ProofInput(forms.HiddenInput):
    """The hidden field with a challenge, words for who has no script, and the script."""

    def __init__(self, challenge: str) -> None:
        super().__init__(
            {
                "data-proof": challenge,
                "data-proof-script": static("js/proof-of-work.js"),
                "autocomplete": "off",
            }
        )

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        context = {
            "input": super().render(name, value, attrs, renderer),
            "script": self.attrs["data-proof-script"],
        }
        return render_to_string("guard/proof.html", context)


def _key(purpose: str) -> str:
    return salted_hmac(f"guard.proof.{purpose}", "", algorithm="sha256").hexdigest()
