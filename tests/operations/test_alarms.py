"""The shipped alarms ask for figures that there are, and the runbook has each of them."""

import re
from pathlib import Path

from django.conf import settings
from django.test import TestCase, override_settings

TOKEN = "een woord van genoeg tekens"
ALARMS = Path(settings.BASE_DIR) / "deploy/prometheus/alarms.yml"
RUNBOOK = Path(settings.BASE_DIR) / "docs/operations.md"


class Alarms(TestCase):
    def test_each_asks_for_figures_that_there_are(self):
        asked = set(re.findall(r"\bsite_\w+", ALARMS.read_text()))
        self.assertGreater(len(asked), 5)
        with override_settings(METRICS_TOKEN=TOKEN):
            shown = self.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
        told = set(re.findall(r"^# HELP (\S+)", shown, re.MULTILINE))
        self.assertEqual(asked - told, set())

    def test_runbook_has_what_each_means(self):
        names = re.findall(r"alert: (\w+)", ALARMS.read_text())
        self.assertEqual(re.findall(r"^\| ([A-Z]\w+) \|", RUNBOOK.read_text(), re.MULTILINE), names)
