import pytest
from django.core.exceptions import ValidationError

from guard.email import INVALID
from guard.fields import EmailField


def test_address_comes_back_in_one_spelling():
    assert EmailField().clean("  Hanne@Voorbeeld.EXAMPLE ") == "Hanne@voorbeeld.example"
    assert EmailField(required=False).clean(" ") == ""


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("hanne@", INVALID),
        ("a" * 310 + "@voorbeeld.example", "Dit e-mailadres is langer dan 320 tekens. Kijk het nog eens na."),
        ("a\0@voorbeeld.example", "Hier staat een teken in dat we niet kunnen bewaren. Typ het opnieuw."),
    ],
)
def test_one_mistake_is_told_in_our_own_words(typed, message):
    with pytest.raises(ValidationError) as refusal:
        EmailField().clean(typed)
    assert refusal.value.messages == [message]
