"""Guarantee R2: sign-up, consents and mail stand or fall together; so do a reaction and its mail."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import override_settings

from comments.assessment import assess
from comments.models import Comment
from comments.services import subscriptions
from leads.consents import NEWSLETTER
from leads.services.confirming import confirm
from leads.services.signing_up import request_magnet
from tests.comments.factories import make_coach, make_comment, make_page, submit
from tests.leads.gifts import GiftTestCase

# These are the transaction itself, and change no row.
CONTROL = re.compile("(BEGIN|SAVEPOINT|RELEASE|ROLLBACK|COMMIT)")


class Broken(Exception):
    pass


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return each row of all that a sign-up can touch."""
    models = [
        model
        for app in ("leads", "comments", "mailing", "post_office")
        for model in apps.get_app_config(app).get_models()
    ]
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in models
        if not model._meta.proxy
    }


def breaking_after(number: int) -> Callable[..., Any]:
    """Return a wrapper of statements that raises Broken once the `number`-th has been done."""
    left = number

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        nonlocal left
        result = execute(sql, params, many, context)
        if not CONTROL.match(sql):
            left -= 1
            if left == 0:
                raise Broken
        return result

    return wrapper


@override_settings(GUARD_LIMITS={"comment": [(1000, 600)]}, GUARD_ADDRESS_LIMITS={"comment": [(1000, 600)]})
class AllOrNothing(GiftTestCase):
    """One class of all, so that one process of those that test makes a database for them."""

    def break_after_each_statement(self, work: Callable[[], object]) -> int:
        """Let `work` fail after every one of its statements in turn, then go through; return how many."""
        before = everything()
        for number in range(1, 200):
            try:
                with connection.execute_wrapper(breaking_after(number)):
                    work()
            except Broken:
                # The test's own transaction goes on, also after what broke outside of any other.
                transaction.set_rollback(False)
                assert everything() == before, f"something was left after statement {number}"
            else:
                return number - 1
        pytest.fail("it never ran through")

    def test_r2_sign_up(self):
        done = self.break_after_each_statement(
            lambda: request_magnet(self.magnet, "lezer@voorbeeld.nl", first_name="Sanne", consent=NEWSLETTER)
        )
        assert done >= 10
        rows = {label: len(kept) for label, kept in everything().items() if kept}
        assert rows["leads.Subscriber"] == rows["leads.SignUp"] == 1
        assert rows["post_office.Email"] == rows["mailing.Delivery"] == rows["mailing.MailAllowance"] == 1

    def test_r2_sign_up_again(self):
        request_magnet(self.magnet, "lezer@voorbeeld.nl")
        self.break_after_each_statement(lambda: request_magnet(self.magnet, "lezer@voorbeeld.nl"))

    def test_r2_confirmation(self):
        token = self.request(first_name="Sanne", consent=NEWSLETTER)
        done = self.break_after_each_statement(lambda: confirm(token))
        assert done >= 10
        rows = {label: len(kept) for label, kept in everything().items() if kept}
        assert rows["leads.ConsentEvent"] == rows["post_office.Email"] == 2
        assert rows["leads.DownloadGrant"] == 1

    def test_r2_reaction(self):
        page = make_page()
        make_coach()
        # What the judging needs is made when it is first asked for, before the transaction begins.
        assess(Comment(page=page, author_name="Hanne", author_email="hanne@voorbeeld.nl", text="Rust."))
        done = self.break_after_each_statement(lambda: submit(page))
        assert done >= 4
        rows = {label: len(kept) for label, kept in everything().items() if kept}
        assert rows["comments.Comment"] == rows["comments.CommentEvent"] == rows["comments.WriterLink"] == 1
        assert rows["post_office.Email"] == rows["mailing.Delivery"] == 1

    def test_r2_wish_to_hear_of_answers(self):
        comment = make_comment(make_page(), author_email="lezer@voorbeeld.nl")
        done = self.break_after_each_statement(lambda: subscriptions.ask(comment))
        assert done >= 6
        rows = {label: len(kept) for label, kept in everything().items() if kept}
        assert rows["comments.ReplySubscription"] == rows["post_office.Email"] == 1
