"""The file field of a gift in the admin."""

from django import forms


class GiftFileInput(forms.FileInput):
    """A file field without a link: a private file has no address, which Django's own widget asks for."""

    template_name = "leads/admin/gift_file_input.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["present"] = value if value and getattr(value, "_committed", False) else None
        return context
