"""Many things in one transaction; each in its own where that fails, so that one of them never ends a run."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import InterfaceError, OperationalError, transaction

from wordpress.models import Move
from wordpress.taking_over.reactions import Reactions
from wordpress.taking_over.report import Report
from wordpress.taking_over.task import Overtaken, Task
from wordpress.taking_over.writing import Writer


class Batches:
    """Keeps what is done with what follows from it, or takes both back, and what was remembered of it too."""

    def __init__(self, task: Task, writer: Writer, reactions: Reactions, report: Report) -> None:
        self._task, self._writer, self._reactions, self._report = task, writer, reactions, report
        self._remembering: list[Any] = []

    def remember(self, *things: Any) -> None:
        """Take back with a transaction what these know: the dicts, sets, lists and numbers in them."""
        self._remembering += things

    @contextmanager
    def one(self) -> Iterator[None]:
        """Keep all within, or nothing; nothing at all of a dry run. Raises Overtaken."""
        try:
            with transaction.atomic():
                self._hold_move()
                yield
                self._writer.write_rows()
                self._reactions.write()
                if self._task.dry_run:
                    transaction.set_rollback(True)
                else:
                    self._writer.flush()
        finally:
            self._writer.forget()
            self._reactions.forget()

    def together(
        self,
        things: list[Any],
        do: Callable[[Any], None],
        failed: Callable[[Any, Exception], None],
        before: Callable[[list[Any]], None] = lambda things: None,
    ) -> None:
        """Do them in one transaction, or else each in its own; `failed` tells of one that fails there too."""
        if self._is_done(things, do, before) is None:
            return
        for thing in things:
            error = self._is_done([thing], do, before)
            if error is not None:
                failed(thing, error)

    def _is_done(
        self, things: list[Any], do: Callable[[Any], None], before: Callable[[list[Any]], None]
    ) -> Exception | None:
        """Return what went wrong, None for nothing."""
        known = [(thing, _known_to(thing)) for thing in self._remembering]
        told = self._report.mark()
        try:
            with self.one():
                before(things)
                for thing in things:
                    do(thing)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one, the rest goes on
            raise_if_over(error)
            for thing, values in known:
                for name, value in values:
                    setattr(thing, name, value)
            self._report.back_to(told)
            return error
        return None

    def _hold_move(self) -> None:
        """Let whoever throws the export away wait until this batch is done, and erase what came with it."""
        move = self._task.move
        if move is None:
            return
        ours = Move.objects.select_for_update().filter(pk=move.pk, taken_by=move.taken_by)
        if ours.values_list("export", flat=True).first() != (move.export.name or ""):
            raise Overtaken


def raise_if_over(error: Exception) -> None:
    """Let go on what concerns more than one thing: the database is away or locked, or another goes on."""
    if isinstance(error, (OperationalError, InterfaceError, Overtaken)):
        raise error


def _known_to(thing: Any) -> Iterable[tuple[str, Any]]:
    known: list[tuple[str, Any]] = []
    for name, value in vars(thing).items():
        if isinstance(value, (dict, set, list)):
            known.append((name, value.copy()))
        elif isinstance(value, int):
            known.append((name, value))
    return known
