import base64
import json
from datetime import UTC, datetime

import altcha
import pytest
import time_machine
from django.test import override_settings

from guard import proof

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _small_sums_at_noon():
    with override_settings(GUARD_PROOF_TRIES=2), time_machine.travel(NOON, tick=False):
        yield


def solved(challenge: str) -> str:
    """Return what the script would send."""
    read = altcha.Challenge.from_dict(json.loads(challenge))
    solution = altcha.solve_challenge(read)
    assert solution
    return altcha.Payload(read, solution).to_base64()


def changed(solution: str, part: str, **values: object) -> str:
    payload = json.loads(base64.b64decode(solution))
    parts = {**payload, "parameters": payload["challenge"]["parameters"]}
    parts[part].update(values)
    return base64.b64encode(json.dumps(payload).encode()).decode()


def test_solution_counts_once():
    solution = solved(proof.make_challenge())
    assert proof.accept(solution)
    assert not proof.accept(solution)


def test_each_challenge_is_another():
    assert proof.make_challenge() != proof.make_challenge()


def test_number_lies_within_what_the_browser_is_told():
    parameters = json.loads(proof.make_challenge())["parameters"]
    assert parameters["data"] == {"last": 4}
    assert parameters["algorithm"] == "PBKDF2/SHA-256"
    numbers = {
        json.loads(base64.b64decode(solved(proof.make_challenge())))["solution"]["counter"] for _ in range(40)
    }
    assert numbers <= set(range(5))


def test_challenge_lives_ten_minutes():
    solution = solved(proof.make_challenge())
    with time_machine.travel(NOON.replace(minute=10, second=1), tick=False):
        assert not proof.accept(solution)
    with time_machine.travel(NOON.replace(minute=9, second=59), tick=False):
        assert proof.accept(solution)


def test_challenge_of_another_key_is_refused():
    with override_settings(SECRET_KEY="another key"):
        solution = solved(proof.make_challenge())
    assert not proof.accept(solution)


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("parameters", {"expiresAt": 4_000_000_000}),
        ("parameters", {"expiresAt": None}),
        ("parameters", {"cost": 1}),
        ("parameters", {"keyPrefix": "", "keySignature": None}),
        ("challenge", {"signature": None}),
        ("challenge", {"signature": "0" * 64}),
        ("solution", {"derivedKey": "00" * 32}),
        ("solution", {"derivedKey": None}),
    ],
)
def test_forged_solution_is_refused(part, values):
    assert not proof.accept(changed(solved(proof.make_challenge()), part, **values))


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "x",
        "é",
        "bnVsbA==",
        "W10=",
        base64.b64encode(b'{"challenge": {"parameters": []}, "solution": 1}').decode(),
        base64.b64encode(b"[" * 2900).decode(),
        "A" * 100_000,
    ],
)
def test_nonsense_is_refused(sent):
    assert not proof.accept(sent)


def test_wrong_solution_does_not_use_up_the_challenge():
    solution = solved(proof.make_challenge())
    assert not proof.accept(changed(solution, "solution", derivedKey="00" * 32))
    assert proof.accept(solution)
