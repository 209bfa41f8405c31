import sys
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError

from comments.spam import jsonl
from comments.spam.filter import judge


class Command(BaseCommand):
    help = "Read comments from standard input, one JSON object a line; answer each at once with spam or ham"

    # For tests, as in Django's createsuperuser.
    stealth_options = ("stdin",)

    def handle(self, *args: Any, stdin: BinaryIO | None = None, **options: Any) -> None:
        """Answer each line, also a blank one.

        A line that cannot be read is named on standard error and answered with ham, which is what waits for
        the coach: so answers stay in step with the lines and nothing goes missing.
        """
        bad = 0
        for number, line in enumerate(stdin or sys.stdin.buffer, 1):
            try:
                pair = jsonl.parse(line, number, labelled=False)
            except jsonl.BadLine as error:
                self.stderr.write(f"{error} Antwoord: ham.")
                bad += 1
                answer = "ham"
            else:
                answer = "spam" if pair and judge(pair[0]).is_spam else "ham"
            self.stdout.write(answer)
            self.stdout.flush()
        if bad:
            raise CommandError(
                f"{bad} {'regel' if bad == 1 else 'regels'} niet te lezen; de rest is beoordeeld."
            )
