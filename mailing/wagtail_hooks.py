"""Registration of the outbox in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks

from mailing.viewsets import OutboxViewSet


@hooks.register("register_admin_viewset")
def register_outbox() -> OutboxViewSet:
    return OutboxViewSet()


@hooks.register("register_permissions")
def register_retry_permission() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="mailing", codename="retry_outboxmail")
