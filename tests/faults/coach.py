"""The coach, who is logged in at every server of a site."""

from tests.faults.nodes import Answer, Node, Site

LOG_IN = """
from django.contrib.auth import get_user_model, login
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
request = RequestFactory().get("/")
request.session = SessionStore()
login(request, get_user_model().objects.get(), "django.contrib.auth.backends.ModelBackend")
request.session.save()
print("SESSION", request.session.session_key)
"""
# Django compares what the cookie says with what the form says.
TOKEN = "t" * 32


class Coach:
    def __init__(self, site: Site) -> None:
        session = site.run("shell", "--no-imports", "-c", LOG_IN).split()[-1]
        self.headers = {"Cookie": f"sessionid={session}; csrftoken={TOKEN}"}

    def look(self, node: Node, path: str) -> str:
        """Return a page of the admin."""
        answer = node.ask(path, headers=self.headers)
        assert (answer.status, answer.location) == (200, ""), answer
        return answer.body.decode()

    def press(self, node: Node, path: str) -> Answer:
        return node.ask(path, {"csrfmiddlewaretoken": TOKEN}, headers=self.headers)
