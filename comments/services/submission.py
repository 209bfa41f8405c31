"""What happens when a reaction comes in."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from comments import remembered
from comments.assessment import Assessment, assess
from comments.models import Comment, Status, WriterLink
from comments.services import moderator_mail, notices
from comments.services.records import insert_once, record
from comments.statements import Insert
from guard import limits
from guard.tokens import hash_token, new_token
from guard.turns import in_turn
from mailing.addresses import mailbox
from pagecache.versions import bump

# Who sends the same again this soon, from the same network, is the same person with a restless finger.
SAME_PERSON_WITHIN = timedelta(minutes=2)

_insert_link = Insert(WriterLink)


@dataclass(frozen=True)
class Submission:
    """`token` opens the private page of `comment`."""

    comment: Comment
    token: str


def submit_comment(
    *,
    page: Page,
    parent: Comment | None,
    name: str,
    email: str,
    website: str,
    text: str,
    network: str,
    trapped: bool = False,
    proven: bool = False,
) -> Submission:
    """Keep a reader's reaction and say what becomes of it: it waits, it is set apart as spam, or it appears.

    The same words sent again by surely the same person (a double click, twenty at once) give the comment that
    is already there. From anyone else they are a reaction of its own, so that the answer never tells whether
    an address is the one under which those words came in.
    `trapped`: the field that only machines see was filled in. `proven`: a proof of work came along, which
    raises the limits. Raises guard.limits.LimitReached, with nothing kept, when too many came in.
    """
    comment = Comment(
        page=page,
        page_title=page.title,
        page_url=remembered.address(page),
        parent=parent,
        thread_id=parent.root_id if parent else None,
        author_name=name,
        author_email=email,
        author_url=website,
        text=text,
        network_hash=network,
    )
    found = assess(comment, trapped=trapped)
    # Judged before, so that writers wait for each other's writing alone.
    with in_turn(), transaction.atomic():
        return _keep(comment, found, trapped=trapped, proven=proven)


def _keep(comment: Comment, found: Assessment, *, trapped: bool, proven: bool) -> Submission:
    """Write down what was sent and what follows from it, in the caller's transaction."""
    if found.status == Status.APPROVED:
        # How many appeared by themselves today is counted where nobody else writes.
        found = assess(comment, trapped=trapped)
    found.apply_to(comment)
    kept = insert_once(comment)
    if kept is not comment:
        if _is_same_person(kept, comment):
            return Submission(kept, new_writer_link(kept))
        # What is here already never appears twice by itself.
        if found.status == Status.APPROVED:
            found = replace(found, status=Status.PENDING)
            found.apply_to(comment)
        comment.dedupe_key = None
        comment.save(force_insert=True)
    record(comment, "", origin=found.origin, reason=found.summary)
    # Counted only now: a repeated click on the button must not use up the visitor's turns. Who seems to be in
    # danger gets the wider limit: being heard comes before being counted.
    limits.hit(
        "comment",
        comment.network_hash,
        proven=proven or bool(comment.danger),
        address=mailbox(comment.author_email),
    )
    token = new_writer_link(comment)
    if comment.status == Status.PENDING:
        moderator_mail.tell(comment)
    elif comment.status == Status.APPROVED:
        notices.announce([comment])
        notices.tell_writer_it_is_public(comment, token)
        bump()
    return Submission(comment, token)


def new_writer_link(comment: Comment) -> str:
    """Make another private link to a comment and return its secret, which is kept nowhere."""
    token = new_token()
    _insert_link(WriterLink(comment=comment, token_hash=hash_token(token)))
    return token


def _is_same_person(kept: Comment, comment: Comment) -> bool:
    """Say whether `comment` is surely another click by who wrote `kept`, which has the same words.

    An approved text stands on the page for all to copy: sending it again must not open its writer's page.
    """
    return (
        kept.status in (Status.PENDING, Status.SPAM)
        and kept.created_at > timezone.now() - SAME_PERSON_WITHIN
        and bool(kept.network_hash)
        and (kept.network_hash, kept.author_name, kept.author_url)
        == (comment.network_hash, comment.author_name, comment.author_url)
    )
