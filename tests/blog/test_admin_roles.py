"""The roles Coach and Redacteur, which every migrated site has."""

from django.contrib.auth.models import Group
from django.test import TestCase
from wagtail.models import GroupApprovalTask, Page, Workflow

from blog.roles import COACH, EDITOR, WORKFLOW, create_roles
from tests.blog.factories import make_site
from tests.blog.users import user_in


class RoleTests(TestCase):
    def setUp(self) -> None:
        self.site = make_site()

    def test_our_roles_stand_in_the_place_of_wagtails(self) -> None:
        self.assertEqual(set(Group.objects.values_list("name", flat=True)), {COACH, EDITOR})

    def test_drafts_go_to_the_coach_for_approval(self) -> None:
        self.assertEqual(Workflow.objects.get().name, WORKFLOW)
        self.assertEqual(GroupApprovalTask.objects.get().groups.get().name, COACH)

    def test_making_the_roles_again_changes_nothing(self) -> None:
        def state() -> list[tuple[str, int, int, int]]:
            return [
                (
                    group.name,
                    group.permissions.count(),
                    group.page_permissions.count(),
                    group.collection_permissions.count(),
                )
                for group in Group.objects.order_by("name")
            ]

        before = state()
        create_roles()
        self.assertEqual(state(), before)

    def test_a_right_that_was_added_by_hand_stays(self) -> None:
        editor = Group.objects.get(name=EDITOR)
        editor.permissions.add(*Group.objects.get(name=COACH).permissions.all())
        create_roles()
        self.assertEqual(editor.permissions.count(), Group.objects.get(name=COACH).permissions.count())

    def test_coach_decides_about_all_content_but_not_about_people(self) -> None:
        coach = user_in(COACH)
        may = self.site.article().permissions_for_user(coach)
        self.assertTrue(may.can_edit() and may.can_publish() and may.can_delete() and may.can_unpublish())
        for right in (
            "comments.moderate_comment",
            "leads.view_signup",
            "leads.change_leadmagnet",
            "mailing.view_outboxmail",
            "blog.change_sitesettings",
            "wagtailredirects.add_redirect",
        ):
            self.assertTrue(coach.has_perm(right), right)
        for right in (
            "auth.add_user",
            "auth.change_user",
            "wagtailcore.add_site",
            "wagtailcore.add_workflow",
        ):
            self.assertFalse(coach.has_perm(right), right)

    def test_redacteur_writes_but_does_not_publish(self) -> None:
        editor = user_in(EDITOR)
        may = self.site.article().permissions_for_user(editor)
        self.assertTrue(may.can_edit())
        self.assertFalse(may.can_publish() or may.can_unpublish() or may.can_delete())
        self.assertTrue(self.site.blog.permissions_for_user(editor).can_add_subpage())
        for right in ("comments.moderate_comment", "leads.view_signup", "mailing.view_outboxmail"):
            self.assertFalse(editor.has_perm(right), right)

    def test_redacteur_sees_only_what_is_hers(self) -> None:
        self.client.force_login(user_in(EDITOR))
        start = self.client.get("/admin/").content.decode()
        for absent in ("Reacties die op je wachten", "Aanmeldingen deze week", "Instellingen van de site"):
            self.assertNotIn(absent, start)
        self.assertEqual(self.client.get("/admin/users/").status_code, 302)

    def test_root_of_the_tree_has_a_dutch_name(self) -> None:
        self.assertEqual(Page.get_first_root_node().title, "Alle pagina's")
