"""Who may enter: addresses under /admin/, before Wagtail's own. Of django-allauth's not one is open."""

from django.urls import path

from accounts.views import devices, login, new_password, own_password, passkeys, second_step, security

app_name = "accounts"

urlpatterns = [
    # In the place of Wagtail's, which go by their own names.
    path("login/", login.AdminLogin.as_view(), name="login"),
    path("logout/", login.AdminLogout.as_view(), name="logout"),
    path("password_reset/", new_password.AskNewPassword.as_view(), name="ask_new_password"),
    path("password_reset/done/", new_password.AskedNewPassword.as_view(), name="asked_new_password"),
    path("password_reset/complete/", new_password.HasNewPassword.as_view(), name="has_new_password"),
    path("password_reset/confirm/<uidb64>/<token>/", new_password.NewPassword.as_view(), name="new_password"),
    path("login/passkey/", login.passkey, name="login_passkey"),
    path("login/passkey/opties/", login.passkey_options, name="login_passkey_options"),
    path("tweede-stap/", second_step.second_step, name="second_step"),
    path("tweede-stap/passkey/", second_step.passkey, name="second_step_passkey"),
    path("tweede-stap/passkey/opties/", second_step.passkey_options, name="second_step_passkey_options"),
    path("tweede-stap/opnieuw/", second_step.start_over, name="start_over"),
    path("eigen-wachtwoord/", own_password.own_password, name="own_password"),
    path("beveiliging/", security.security, name="security"),
    path("beveiliging/app/", security.app, name="app"),
    path("beveiliging/passkey/", passkeys.add, name="add_passkey"),
    path("beveiliging/passkey/opties/", passkeys.options, name="add_passkey_options"),
    path("beveiliging/passkey/<int:pk>/", security.rename, name="rename_passkey"),
    path("beveiliging/weghalen/<int:pk>/", security.remove, name="remove"),
    path("beveiliging/herstelcodes/", security.codes, name="codes"),
    path("beveiliging/herstelcodes/bestand/", security.codes_file, name="codes_file"),
    path("beveiliging/herstelcodes/nieuwe/", security.new_codes, name="new_codes"),
    path("beveiliging/apparaten/", devices.devices, name="devices"),
    path("beveiliging/apparaten/overal/", devices.end_others, name="end_others"),
    path("beveiliging/apparaten/<uuid:pk>/", devices.end, name="end"),
    path("beveiliging/inlogboek/", devices.everybody, name="log"),
    path("beveiliging/van/<int:pk>/", devices.reset, name="reset"),
]
