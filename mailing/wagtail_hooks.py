"""Registration of the outbox in the admin."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from audit import trail
from mailing.viewsets import OutboxViewSet


@hooks.register("register_admin_viewset")
def register_outbox() -> OutboxViewSet:
    return OutboxViewSet()


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    looks = {"mailing.look": "Mail bekeken", "mailing.list": "Lijst van mails bekeken"}
    trail.register(actions, looks)


@hooks.register("register_permissions")
def register_retry_permission() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="mailing", codename="retry_outboxmail")
