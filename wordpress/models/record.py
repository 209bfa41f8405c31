"""What came from the old site, by which it is found again, and what it was when it came."""

from django.conf import settings
from django.db import models
from wagtail.models import Page

from blog.models import Category
from comments.models import Comment
from wordpress.models.job import Move


class Imported(models.Model):
    """One thing of the old site and what it became here.

    What was thrown away here keeps its row with an empty key, so that it does not come back by itself.
    """

    class Kind(models.TextChoices):
        ITEM = "item", "bericht of pagina"
        MEDIA = "media", "bestand"
        REACTION = "reaction", "reactie"
        AUTHOR = "author", "auteur"
        CATEGORY = "category", "categorie"

    # The address of the old home page: ids of another site are other things.
    site = models.CharField(max_length=255)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    old_id = models.BigIntegerField()
    guid = models.CharField(max_length=500, default="")
    # Of an item what WordPress called it: post, page, podcast.
    old_kind = models.CharField(max_length=40, default="")
    # The path on the old site, without the slash at its end.
    old_path = models.CharField(max_length=1000, default="", db_index=True)

    page = models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, related_name="+")
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    comment = models.ForeignKey(Comment, on_delete=models.SET_NULL, null=True, related_name="+")
    category = models.ForeignKey(Category, on_delete=models.SET_NULL, null=True, related_name="+")
    # Of a file that is no image: where it stands in the storage of media.
    file = models.CharField(max_length=500, default="")
    # SHA-256 of the file as it came.
    file_hash = models.CharField(max_length=64, default="", db_index=True)

    # SHA-256 of the thing as it stood in the export: equal means that nothing changed there.
    source_hash = models.CharField(max_length=64, default="")
    # The hash of each field of ours as it came: another one means that it was changed here.
    facts = models.JSONField(default=dict)
    # Addresses of the old site that were not here yet when it was converted.
    waits_for = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    brought_by = models.ForeignKey(Move, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_by = models.ForeignKey(Move, on_delete=models.SET_NULL, null=True, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["site", "kind", "old_id"], name="wordpress_imported_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=("item", "media", "reaction", "author", "category")),
                name="wordpress_imported_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.old_id} van {self.site}"
