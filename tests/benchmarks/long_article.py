"""The article that the budgets are about: a demo article grown to 30 blocks and 20 reactions."""

import uuid
from datetime import timedelta

from django.utils import timezone

from blog.models import ArticlePage
from comments.models import Comment, Status

SLUG = "geen-contact-met-je-ex"
BLOCKS, REACTIONS = 30, 20


def grow() -> ArticlePage:
    """Repeat the article's own blocks and answer its reactions until it is as long as the budgets say."""
    article = ArticlePage.objects.get(slug=SLUG)
    blocks = list(article.body.raw_data)
    repeated = [block for block in blocks if block["type"] != "heading"]
    while len(blocks) < BLOCKS:
        blocks.append({**repeated[len(blocks) % len(repeated)], "id": str(uuid.uuid4())})
    article.body = blocks
    article.save_revision().publish()
    approved = Comment.objects.filter(page_id=article.pk, status=Status.APPROVED)
    first = approved.order_by("pk").first()
    for number in range(approved.count(), REACTIONS):
        Comment.objects.create(
            page_id=article.pk,
            page_title=article.title,
            parent=first if number % 3 else None,
            author_name=f"Lezer {number}",
            author_email=f"lezer{number}@voorbeeld.example",
            text=f"Reactie {number}: dit herken ik, vooral de stilte op zondagavond.",
            status=Status.APPROVED,
            created_at=timezone.now() - timedelta(minutes=REACTIONS - number),
        )
    return article
