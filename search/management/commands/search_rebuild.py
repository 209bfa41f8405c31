from typing import Any

from django.core.management.base import BaseCommand

from search.indexing import rebuild


class Command(BaseCommand):
    help = "Read everything that can be found anew"

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild(lambda line: self.stdout.write(f"{line} …"))
        self.stdout.write(f"{count} te vinden.")
