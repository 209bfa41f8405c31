"""Wagtail's screens of users: a password typed there for somebody else is saved with its mark or not."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from wagtail.users.views.users import CreateView, EditView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from accounts import first_passwords

GIVEN = (
    "{login} kiest bij de eerste keer inloggen een eigen wachtwoord. "
    "Het wachtwoord dat jij gaf, werkt {days} dagen."
)


class AddUser(CreateView):
    def save_instance(self) -> Any:
        """Save the account with its mark; Wagtail calls this in a transaction."""
        user = super().save_instance()
        first_passwords.give(user, self.request, by=self.request.user)
        return user

    def run_after_hook(self) -> Any:
        _tell(self.request, self.object)
        return super().run_after_hook()


class EditUser(EditView):
    def save_instance(self) -> Any:
        """As above; one's own password stays one's own."""
        user = super().save_instance()
        if self.is_by_another:
            first_passwords.give(user, self.request, by=self.request.user)
        return user

    def run_after_hook(self) -> Any:
        if self.is_by_another:
            _tell(self.request, self.object)
        return super().run_after_hook()

    @property
    def is_by_another(self) -> bool:
        return bool(self.form.cleaned_data.get("password1")) and not self.editing_self


class UserViewSet(WagtailUserViewSet):
    add_view_class = AddUser
    edit_view_class = EditUser


def _tell(request: Any, user: Any) -> None:
    messages.info(request, GIVEN.format(login=user.get_username(), days=settings.FIRST_PASSWORD_DAYS))
