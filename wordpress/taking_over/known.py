"""What is here already of the old site, kept in memory while its export is taken over."""

from collections.abc import Iterable

from wagtail.models import Page, Site

from wordpress.bodies.surroundings import Picture, Target
from wordpress.models import Imported
from wordpress.reading.items import Contents, Item
from wordpress.taking_over.addresses import OldSite, id_in, path_of, picture_path
from wordpress.taking_over.kinds import Becomes, becomes, why_left_out
from wordpress.taking_over.task import Options

Kind = Imported.Kind


class Known:
    """Answers from what came earlier and from the table of contents; asks the database only at the start."""

    def __init__(self, site: str, contents: Contents, options: Options) -> None:
        self.site, self.contents, self.options = site, contents, options
        self.old = OldSite(contents.header)
        self.pages: dict[int, Target] = {}
        self.images: dict[int, Picture] = {}
        self.files: dict[int, str] = {}
        # Where a category, a tag or an author is now, by its path there.
        self.places: dict[str, str] = {}
        # Pages that are no items of WordPress: of authors, and lists.
        self.people: dict[str, Target] = {}
        root = Site.objects.filter(is_default_site=True).values_list("root_page__url_path", flat=True).first()
        self._root = root or ""
        self._by_path: dict[str, int] = {}
        self._by_file: dict[str, int] = {}
        self._children: dict[int, list[int]] = {}
        self._coming: set[int] = set()
        self._read_contents()
        self._read_records()

    def _read_contents(self) -> None:
        for entry in self.contents.entries.values():
            if entry.kind == "attachment":
                if entry.attachment_url:
                    self._by_file.setdefault(picture_path(entry.attachment_url), entry.id)
                    self._by_file.setdefault(path_of(entry.attachment_url), entry.id)
                if entry.parent:
                    self._children.setdefault(entry.parent, []).append(entry.id)
                continue
            if becomes(entry.kind) is None or why_left_out(entry, self.options):
                continue
            self._coming.add(entry.id)
            if not id_in(entry.link) and (path := path_of(entry.link)):
                self._by_path.setdefault(path, entry.id)

    def _read_records(self) -> None:
        """Read what came in earlier runs."""
        records = Imported.objects.filter(site=self.site)
        pages = records.filter(kind=Kind.ITEM, page__isnull=False)
        for old_id, path, page_id, kind, url_path in pages.values_list(
            "old_id", "old_path", "page", "page__content_type__model", "page__url_path"
        ):
            self.pages[old_id] = Target(page_id, _TARGETS.get(kind, "page"), self.path_here(url_path))
            if path:
                self._by_path.setdefault(path, old_id)
        self.read_files()

    def read_files(self, old_ids: Iterable[int] | None = None) -> None:
        """Read which files of the old site are here: all, or those with these ids."""
        records = Imported.objects.filter(site=self.site, kind=Kind.MEDIA)
        if old_ids is not None:
            records = records.filter(old_id__in=list(old_ids))
        rows = records.values_list("old_id", "image", "image__description", "file", "facts", "old_path")
        for old_id, image_id, alt, file, facts, path in rows:
            if old_id < 0:
                # A file that stands in a text, and in no list of files.
                self._by_file.setdefault(path, old_id)
            if image_id:
                self.images[old_id] = Picture(image_id, alt or "", str(facts.get("caption", "")))
            elif file:
                self.files[old_id] = file

    def came(self, item: Item, page: Page, kind: Becomes) -> None:
        """Note that an item is here as `page`."""
        self.pages[item.id] = Target(page.pk, _OF[kind], self.path_here(page.url_path))

    def path_here(self, url_path: str) -> str:
        """Return where readers find the page that has this place in the tree, "" outside of the site."""
        return url_path[len(self._root) - 1 :] if self._root and url_path.startswith(self._root) else ""

    def entry_of(self, address: str) -> int:
        """Return the id of the item that an address of the old site leads to, 0 for none."""
        if number := id_in(address):
            return number
        return self._by_path.get(path_of(address), 0)

    def attachment_of(self, address: str) -> int:
        return self._by_file.get(path_of(address)) or self._by_file.get(picture_path(address), 0)

    def attached_to(self, old_id: int) -> list[int]:
        return self._children.get(old_id, [])

    def is_coming(self, old_id: int) -> bool:
        return old_id in self._coming

    def picture_is_coming(self, old_id: int) -> bool:
        entry = self.contents.entries.get(old_id)
        return entry is not None and entry.kind == "attachment" and old_id not in self.images

    def is_settled(self, address: str) -> bool:
        """Say whether something is here now of which this is the address on the old site."""
        file = self.attachment_of(address)
        return self.entry_of(address) in self.pages or file in self.images or file in self.files


_TARGETS = {"articlepage": "article", "podcastepisodepage": "episode"}
_OF = {Becomes.ARTICLE: "article", Becomes.EPISODE: "episode", Becomes.PAGE: "page"}
