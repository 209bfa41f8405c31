"""What is sealed opens again with its key, and with nothing else; whatever is changed is noticed."""

import hashlib
import io

import pytest

from operations.backup import sealing
from operations.backup.sealing import BadKey, Opener, Sealer, Unreadable, check_key

KEY = "een sleutel van genoeg tekens"
# Around the edges of a piece.
SIZES = [0, 1, 1000, sealing.PIECE - 1, sealing.PIECE, sealing.PIECE + 1, 3 * sealing.PIECE]


def arbitrary(size: int) -> bytes:
    return hashlib.shake_128(b"arbitrary").digest(size)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "SCRYPT", {"n": 2, "r": 8, "p": 1})


def sealed(data: bytes, key: str = KEY) -> bytes:
    target = io.BytesIO()
    sealer = Sealer(target, key)
    for start in range(0, len(data), 300_000):
        sealer.write(data[start : start + 300_000])
    sealer.finish()
    return target.getvalue()


def opened(data: bytes, key: str = KEY) -> bytes:
    opener = Opener(io.BytesIO(data), key)
    whole = b"".join(iter(lambda: opener.read(123_457), b""))
    opener.finish()
    return whole


@pytest.mark.parametrize("size", SIZES)
def test_comes_out_as_it_went_in(size: int) -> None:
    data = arbitrary(size)
    for key in (KEY, ""):
        assert opened(sealed(data, key), key) == data


def test_says_nothing_of_what_is_in_it_and_never_twice_the_same() -> None:
    data = b"hanne@voorbeeld.example" * 1000
    first, second = sealed(data), sealed(data)
    assert b"hanne" not in first
    assert first[-100:] != second[-100:]


def test_wrong_key_is_told_as_such() -> None:
    with pytest.raises(Unreadable, match="key does not fit"):
        opened(sealed(b"iets"), "een andere sleutel, ook lang")
    with pytest.raises(Unreadable, match="is encrypted"):
        opened(sealed(b"iets"), "")


def test_short_key_is_refused() -> None:
    with pytest.raises(BadKey):
        check_key("geheim")


@pytest.mark.parametrize("size", [0, 1000, 2 * sealing.PIECE, 2 * sealing.PIECE + 5])
def test_every_changed_byte_is_noticed(size: int) -> None:
    data = sealed(arbitrary(size))
    places = {0, 30, 80, len(data) - 1, len(data) // 2, *range(0, len(data), max(1, len(data) // 30))}
    for place in places:
        broken = bytearray(data)
        broken[place] ^= 1
        with pytest.raises(Unreadable):
            opened(bytes(broken))


def test_every_end_that_is_cut_off_is_noticed() -> None:
    data = sealed(arbitrary(3 * sealing.PIECE))
    header = data.index(b"\n", len(sealing.MAGIC)) + 1
    whole_pieces = [header + number * (sealing.PIECE + sealing.TAG) for number in range(3)]
    for end in [0, 10, header - 1, *whole_pieces, len(data) - 1, len(data) - 20]:
        with pytest.raises(Unreadable):
            opened(data[:end])


def test_pieces_cannot_change_places() -> None:
    data = sealed(bytes(3 * sealing.PIECE))
    header = data.index(b"\n", len(sealing.MAGIC)) + 1
    length = sealing.PIECE + sealing.TAG
    first, second = data[header : header + length], data[header + length : header + 2 * length]
    with pytest.raises(Unreadable):
        opened(data[:header] + second + first + data[header + 2 * length :])


def test_more_behind_the_end_is_noticed() -> None:
    with pytest.raises(Unreadable):
        opened(sealed(b"iets") + b"meer")
