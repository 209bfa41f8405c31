from django.apps import AppConfig


class ImagesConfig(AppConfig):
    name = "images"
    verbose_name = "Afbeeldingen"

    def ready(self) -> None:
        from wagtail.admin.forms.account import AvatarPreferencesForm

        from images.forms import AvatarField
        from images.signal_handlers import connect

        connect()
        # Wagtail takes any kind that Pillow reads, and offers no setting for it.
        label = AvatarPreferencesForm.base_fields["avatar"].label
        AvatarPreferencesForm.base_fields["avatar"] = AvatarField(label=label, required=False)
