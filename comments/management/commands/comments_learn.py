from typing import Any

from comments.management.judged_file import JudgedFileCommand
from comments.spam.learning import learn_many


class Command(JudgedFileCommand):
    help = (
        "Teach the spam filter from a file of judged comments, one JSON object a line; all of it or nothing"
    )

    undone = "Er is niets geleerd."

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        pairs = self.judged(file)
        learn_many(pairs)
        spam = sum(label == "spam" for _, label in pairs)
        reactions = "1 reactie" if len(pairs) == 1 else f"{len(pairs)} reacties"
        self.stdout.write(f"Geleerd: {reactions} ({spam} spam, {len(pairs) - spam} echt).")
