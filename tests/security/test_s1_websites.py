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
    ],
)
def test_usual_addresses_are_taken(typed, kept):
    assert WEBSITE.clean(typed) == kept
