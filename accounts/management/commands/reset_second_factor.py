from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts import resetting


class Command(BaseCommand):
    help = "Take away a user's second factor and end all sessions; the password then lets in again"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="Whose second factor.")

    @transaction.atomic
    def handle(self, *args: Any, login: str, **options: Any) -> None:
        users = get_user_model()._default_manager
        user = users.filter(username=login).first()
        if user is None:
            names = users.order_by("username").values_list("username", flat=True)
            known = ", ".join(names) or "none yet; `make run` makes one"
            raise CommandError(f"There is no user {login!r}; there are: {known}.")
        had = resetting.reset(user)
        said = "is gone" if had else "was not there"
        self.stdout.write(
            f"The second factor of {login} {said}, and every device is logged out. Log in with the password"
            " (`manage.py password` gives a new one) and set it up again."
        )
