"""What commands share that read a file of judged comments."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from comments.spam import jsonl
from comments.spam.document import Document, Label


class JudgedFileCommand(BaseCommand):
    # What a command has not done where a line is wrong.
    undone = ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", help='Lines of {"text", "author", "email", "url", "label"}; - for standard input.'
        )

    def judged(self, file: str) -> list[tuple[Document, Label]]:
        """Return all comments of the file with their labels. Raises CommandError, naming bad lines."""
        try:
            pairs, errors = jsonl.read_all(file)
        except jsonl.BadFile as error:
            raise CommandError(str(error)) from error
        if errors:
            raise CommandError(
                "\n".join([*errors, f"{self.undone} Verbeter deze regels en probeer het opnieuw."])
            )
        return pairs
