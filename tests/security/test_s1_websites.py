"""S1: what may stand behind a writer's name."""

import pytest
from django.core.exceptions import ValidationError

from comments.forms import CommentForm

WEBSITE = CommentForm.base_fields["website"]


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JaVaScRiPt://x.nl/%0aalert(1)",
        "java\tscript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "ftp://a.nl",
        'http://a.nl" onmouseover=x',
        "https://bank.nl@elders.nl/",
        "https://a.nl/" + "x" * 600,
        "https://a.nl\u202etxt",
        "https://ba\u200bnk.nl/",
        "https://a.nl/\u2066gpj",
        "localhost",
        "http://127.0.0.1:8000/admin/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::1",
        "http://10.0.0.1",
        "http://8.8.8.8",
        "http://intranet/",
        "http://printer.local",
        "http://printer.local.",
        "http://nas.home.arpa",
        "http://" + "а" * 300 + ".nl",
    ],
)
def test_what_leads_or_looks_elsewhere_is_refused(typed):
    with pytest.raises(ValidationError):
        WEBSITE.clean(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("www.voorbeeld.nl", "https://www.voorbeeld.nl"),
        ("//elders.nl", "https://elders.nl"),
        ("https://café.nl/é", "https://café.nl/é"),
        ("bücher.example:8443/a?b#c", "https://bücher.example:8443/a?b#c"),
        # Letters that only look like ours: everybody sees which site it is.
        ("http://аpple.nl:8080/A?b#c", "http://xn--pple-43d.nl:8080/A?b#c"),
        ("https://АPPLE.nl/Pad", "https://xn--pple-43d.nl/Pad"),
        ("ﬁnance.nl", "https://finance.nl"),
    ],
)
def test_usual_addresses_are_taken(typed, kept):
    assert WEBSITE.clean(typed) == kept
