"""The sound of an episode is found where podcast plugins keep it."""

import pytest

from tests.wordpress.exports import export, item
from wordpress.reading.enclosures import Enclosure, enclosure
from wordpress.reading.export import Export

SOUND = "https://oud.voorbeeld.example/praat/1.mp3"
REST = (
    'a:5:{s:8:"duration";s:8:"00:32:10";s:10:"episode_no";s:3:"4.5";s:6:"season";s:1:"2";'
    's:8:"explicit";s:1:"1";s:12:"episode_type";s:5:"bonus";}'
)


@pytest.fixture
def found(tmp_path):
    def of(meta: dict[str, str], kind: str = "post") -> Enclosure | None:
        path = tmp_path / "export.xml"
        path.write_bytes(export([item(1, kind=kind, meta=meta)]))
        (read,) = Export(path).items()
        return enclosure(read)

    return of


def test_power_press_keeps_the_rest_on_the_fourth_line(found):
    assert found({"enclosure": f"{SOUND}\n1234567\naudio/mpeg\n{REST}"}) == Enclosure(
        url=SOUND,
        kind="audio/mpeg",
        bytes=1_234_567,
        seconds=1930,
        season=2,
        number=4,
        episode_type="bonus",
        explicit=True,
        of_podcast=True,
    )


def test_a_second_channel_has_its_own_name(found):
    sound = found({"_praat:enclosure": f"{SOUND}\r\n10\r\naudio/mpeg\r\n"})

    assert (sound.url, sound.bytes, sound.of_podcast) == (SOUND, 10, True)


def test_seriously_simple_keeps_a_field_for_each(found):
    meta = {
        "audio_file": SOUND,
        "enclosure": f"{SOUND}\n99\naudio/mpeg",
        "duration": "1:02:05",
        "filesize": "3 MB",
        "filesize_raw": "3000000",
        "itunes_episode_number": "7",
        "itunes_season_number": "1",
        "itunes_episode_type": "trailer",
        "explicit": "on",
        "date_recorded": "01-02-2020",
        "episode_type": "audio",
    }

    assert found(meta, kind="podcast") == Enclosure(
        url=SOUND,
        kind="audio/mpeg",
        bytes=3_000_000,
        seconds=3725,
        season=1,
        number=7,
        episode_type="trailer",
        explicit=True,
        of_podcast=True,
    )


def test_sound_that_was_only_linked_to_is_of_no_podcast(found):
    meta = {"enclosure": f"{SOUND}\n99\naudio/mpeg\n"}

    assert found(meta).of_podcast is False
    assert found(meta, kind="podcast").of_podcast is True


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"enclosure": ""},
        {"enclosure": "https://oud.voorbeeld.example/film.mp4\n9\nvideo/mp4"},
        {"enclosure": "https://oud.voorbeeld.example/film.mp4\n9\n"},
        {"enclosure": "javascript:alert(1)\n9\naudio/mpeg"},
        {"enclosure": "/praat/1.mp3\n9\naudio/mpeg"},
        {"enclosure": "https://[kapot/1.mp3\n9\n"},
        {"audio_file": "https://oud.voorbeeld.example/film.mp4", "episode_type": "video"},
    ],
)
def test_what_is_no_sound_is_no_enclosure(found, meta):
    assert found(meta) is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("725", 725),
        ("12:05", 725),
        ("0:00", None),
        ("", None),
        ("lang", None),
        ("-4", None),
        ("9" * 30, None),
    ],
)
def test_durations_are_read_in_each_form(found, written, seconds):
    assert found({"audio_file": SOUND, "duration": written, "filesize_raw": "-1"}).seconds == seconds


def test_the_kind_follows_from_the_address_when_it_is_not_told(found):
    assert found({"enclosure": "https://a.example/b.M4A?x=1\n\n"}).kind == "audio/x-m4a"


def test_numbers_that_are_none_are_not_known(found):
    sound = found({"audio_file": SOUND, "itunes_episode_number": "deel 3", "itunes_season_number": "0"})

    assert (sound.number, sound.season, sound.bytes) == (None, None, 0)
