"""What is known of an invented old site while its texts are converted."""

from dataclasses import dataclass, field

from wordpress.bodies.surroundings import Picture, Target

OLD = "https://oud.example"
UPLOADS = f"{OLD}/wp-content/uploads"
ARTICLE, EPISODE, PAGE, IMAGE, GIFT = 90_001, 90_002, 90_003, 90_004, 90_005


@dataclass
class OldSite:
    """Surroundings of a text: /artikel/, /aflevering/ and /pagina/ are here; /later/ comes, weg.jpg never."""

    reusables: dict[int, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def is_own(self, address: str) -> bool:
        own = address.startswith((OLD, "http://oud.example", "/", "?"))
        return own or "://" not in address

    def page(self, address: str) -> Target | None:
        targets = {
            "artikel": Target(ARTICLE, "article", "/blog/artikel/"),
            "aflevering": Target(EPISODE, "episode", "/podcast/aflevering/"),
            "pagina": Target(PAGE, "page", "/pagina/"),
            "?p=12": Target(ARTICLE, "article", "/blog/artikel/"),
        }
        return targets.get(address.removeprefix(OLD).strip("/"))

    def comes_later(self, address: str) -> bool:
        return "/later" in address

    def new_address(self, address: str) -> str:
        path = address.removeprefix(OLD)
        if path == "/category/rouw/":
            return "/blog/categorie/rouw/"
        return f"/media/{path.rpartition('/')[2]}" if path.endswith(("adem.mp3", "boek.pdf")) else ""

    def picture(self, attachment: int, address: str) -> Picture | None:
        self.asked.append(f"{attachment} {address}")
        if "weg" in address or "elders" in address:
            return None
        return Picture(IMAGE, "Zee" if attachment == 8 else "", "Uit de bibliotheek")

    def attached_pictures(self) -> list[int]:
        return [8, 8, 8]

    def attachment_address(self, attachment: int) -> str:
        return f"{UPLOADS}/adem.mp3" if attachment == 30 else f"{UPLOADS}/{attachment}.jpg"

    def gift(self, shortcode: str, attributes: dict[str, str]) -> int | None:
        return GIFT if attributes.get("id") == "12" else None

    def category(self, slug: str) -> int | None:
        return None

    def reusable(self, ref: int) -> str:
        return self.reusables.get(ref, "")
