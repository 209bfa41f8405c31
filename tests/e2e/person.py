"""A person at a page, and what a task costs them."""

from playwright.sync_api import Locator, Page


class Person:
    """Acts as a person would and counts clicks, page loads, and keys pressed for something else than text.

    Choosing from a drop-down counts as two clicks. Typed text is not counted, the click into its field is.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.start_counting()
        page.on("load", self._loaded)

    def start_counting(self) -> None:
        """Forget what was counted, for a task that begins on the page as it is now."""
        self.clicks = self.keys = self.loads = 0

    def _loaded(self, page: Page) -> None:
        self.loads += 1

    @property
    def cost(self) -> tuple[int, int]:
        """Return clicks and loads, as the limits of the coach's tasks are written."""
        return self.clicks, self.loads

    def click(self, target: Locator) -> None:
        target.click()
        self.clicks += 1

    def choose(self, field: Locator, label: str) -> None:
        """Choose from a drop-down by the words that the person sees."""
        field.select_option(label=label)
        self.clicks += 2

    def type(self, field: Locator, text: str) -> None:
        """Type text in a field, and click in it first where the cursor is not there yet."""
        if not field.evaluate("field => field.contains(document.activeElement)"):
            self.click(field)
        self.page.keyboard.insert_text(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def give_file(self, field: Locator, path: str) -> None:
        """Choose a file: a click on the field and one in the system's own window."""
        field.set_input_files(path)
        self.clicks += 2
