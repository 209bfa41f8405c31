"""Say of each answer which conversation it belongs to."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def follow_answers(apps, schema_editor):
    """Go down one level at a time: an answer belongs to the conversation of what it answers."""
    comments = apps.get_model("comments", "Comment").objects
    level = comments.filter(parent__isnull=False, parent__parent=None)
    level.update(thread=F("parent"))
    above = comments.filter(pk=OuterRef("parent")).values("thread")
    while comments.filter(thread=None, parent__thread__isnull=False).update(thread=Subquery(above)):
        pass


class Migration(migrations.Migration):
    dependencies = [("comments", "0002_conversation")]

    operations = [migrations.RunPython(follow_answers, migrations.RunPython.noop)]
