from unittest.mock import patch

import pytest
from django.core.mail import EmailMessage

from mailing.backends import EmlFileBackend


@pytest.fixture
def folder(tmp_path, settings):
    settings.MAIL_DIR = tmp_path / "mail"
    return settings.MAIL_DIR


def message(**changes) -> EmailMessage:
    return EmailMessage(**{"subject": "Eén", "body": "Hallo", "to": ["lezer@voorbeeld.nl"], **changes})


def test_each_mail_is_a_file_of_its_own(folder):
    assert EmlFileBackend().send_messages([message(), message()]) == 2

    assert len(list(folder.glob("*.eml"))) == 2


def test_mail_is_there_whole_or_not_at_all(folder):
    with patch("mailing.backends.os.replace", side_effect=OSError), pytest.raises(OSError):  # noqa: PT011
        EmlFileBackend().send_messages([message()])

    assert list(folder.iterdir()) == []


def test_folder_is_for_the_owner_alone(folder):
    EmlFileBackend().send_messages([message()])

    assert folder.stat().st_mode & 0o077 == 0
