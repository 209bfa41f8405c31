"""Forms whose errors are read with the fields that they are about."""

from django import forms


class TiedForm(forms.Form):
    """Ties errors by their ids, as `wordpress/field.html` writes them. Wagtail ties the help alone."""

    def full_clean(self) -> None:
        super().full_clean()
        for name in self.errors:
            if name in self.fields:
                field = self[name]
                help_id = f" {field.id_for_label}-helptext" if field.help_text and field.id_for_label else ""
                field.field.widget.attrs["aria-describedby"] = f"{field.auto_id}_error{help_id}"
