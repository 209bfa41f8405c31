import pytest

from guard.spreadsheets import harmless


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1",
        "-1",
        "@som",
        " =1",
        "\t=1",
        "\nhallo",
        "\u00a0=1",
        "\ufeff=1",
        "\u200b \u202e=1",
        "\x00=1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20som",
    ],
)
def test_what_a_spreadsheet_may_take_for_a_formula_stays_text(typed):
    assert harmless(typed) == f"'{typed}"


@pytest.mark.parametrize("value", ["", " ", "\ufeff", "Dank je = lief", "a+b", 7, -7, None, True])
def test_all_else_stays_as_it_is(value):
    assert harmless(value) == value
