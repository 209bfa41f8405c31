from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from liefdesverdriet import accounts


class Command(BaseCommand):
    help = "Give a user a new generated password and print it"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", nargs="?", help="Whose password; without it the coach's.")

    def handle(self, *args: Any, login: str | None, **options: Any) -> None:
        login = login or accounts.owner_login()
        try:
            password = accounts.set_new_password(login)
        except User.DoesNotExist as error:
            names = User.objects.order_by("username").values_list("username", flat=True)
            known = ", ".join(names) or "none yet; `make run` makes one"
            raise CommandError(f"There is no user {login!r}; there are: {known}.") from error
        self.stdout.write(f"The new password of {login} is {password}")
