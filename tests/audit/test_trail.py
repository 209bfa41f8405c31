from datetime import timedelta

import time_machine
from django.contrib.auth.models import User
from django.test import TestCase
from django.utils import timezone
from wagtail.log_actions import registry

from audit import trail
from leads.models import Subscriber


class TrailTests(TestCase):
    def setUp(self):
        self.user = User.objects.create_user("coach", first_name="Marit")
        self.person = Subscriber.objects.create(email="sanne@voorbeeld.example")

    def test_process_that_asked_wagtail_for_nothing_yet_knows_all_lines(self):
        trail.note(self.user, "leads.look", self.person)
        self.addCleanup(setattr, registry, "choices", list(registry.choices))
        trail._ACTIONS.clear()
        registry.has_scanned_for_actions = False

        assert [trail.message_of(line) for line in trail.lines()] == ["Inschrijver bekeken"]

    def test_look_counts_once_in_ten_minutes_for_each_who_looks_at_each(self):
        other = Subscriber.objects.create(email="ander@voorbeeld.example")
        now = timezone.now()
        for minutes, person in ((0, self.person), (3, self.person), (4, other), (11, self.person)):
            with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
                trail.note_look(self.user, "leads.look", person)
        assert trail.lines().count() == 3
        assert trail.notes_about(self.person).count() == 2

    def test_line_outlives_who_looked_and_names_no_address(self):
        trail.note(self.user, "leads.export", Subscriber, count=3, format="csv")
        assert trail.name_of(trail.lines().get()) == "Marit"
        self.user.delete()
        line = trail.lines().get()
        assert trail.name_of(line) == "iemand die er niet meer is"
        assert trail.message_of(line) == "Lijst uitgevoerd (CSV): 3"

    def test_old_lines_go(self):
        with time_machine.travel(timezone.now() - timedelta(days=800)):
            trail.note(self.user, "leads.look", self.person)
        trail.note(self.user, "leads.look", self.person)
        assert trail.expire(timezone.now() - timedelta(days=730)) == 1
        assert trail.lines().count() == 1
