"""Style sheets and scripts, put together when static files are collected."""

import posixpath
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import SimpleTestCase, override_settings

from liefdesverdriet.storage import BUNDLES, BundledStaticFilesStorage, MissingPart, bundle_css, bundle_js


class Written(SimpleTestCase):
    """Bundles of style sheets and scripts that are written here."""

    def setUp(self):
        self.folder = Path(self.enterContext(TemporaryDirectory()))
        self.enterContext(override_settings(STATICFILES_DIRS=[self.folder]))
        finders.get_finder.cache_clear()
        self.addCleanup(finders.get_finder.cache_clear)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def test_parts_stand_in_their_layer_in_order_without_comments(self):
        self.write(
            "css/a.css",
            '/* Alles. */\n@layer base, components;\n@import url("base.css") layer(base);\n'
            '@import url("components/card.css") layer(components);\n',
        )
        self.write("css/base.css", "/* Eb */\nbody {\n  color: black;\n}\n")
        self.write("css/components/card.css", ".card { /* vloed */ margin: 0; }")
        self.assertEqual(
            bundle_css("css/a.css"),
            "@layer base,components;@layer base{body{color:black}}@layer components{.card{margin:0}}",
        )

    def test_room_that_says_something_stays(self):
        rule = (
            """.a :hover > b:not(.c, .d) { width: calc(1px + 2px); content: "a ; } : b"; margin: 0 auto }"""
        )
        self.write("css/a.css", f"@media (width > 1px) {{\n{rule}\n}}\n.b {{\n  content: '';\n}}\n")
        self.assertEqual(
            bundle_css("css/a.css"),
            """@media (width > 1px){.a :hover > b:not(.c,.d){width:calc(1px + 2px);content:"a ; } : b";"""
            """margin:0 auto}}.b{content:''}""",
        )

    def test_scripts_stand_in_blocks_of_their_own(self):
        self.write("js/a.js", 'import "./eb.js";\nimport "./menu/vloed.js";\n')
        self.write("js/eb.js", "const water = 1;\n")
        self.write("js/menu/vloed.js", "const water = 2; /* hoog */\n")
        self.assertEqual(bundle_js("js/a.js"), "{\nconst water = 1;\n}\n{\nconst water = 2;\n}")

    def test_missing_part_is_named(self):
        self.write("css/a.css", '@import url("weg.css") layer(base);')
        self.write("js/a.js", 'import "./weg.js";')
        with self.assertRaisesMessage(MissingPart, "static file css/weg.css is named in a bundle"):
            bundle_css("css/a.css")
        with self.assertRaisesMessage(MissingPart, "static file js/weg.js is named in a bundle"):
            bundle_js("js/a.js")

    def test_missing_bundle_is_named(self):
        with self.assertRaisesMessage(MissingPart, "css/weg.css"):
            bundle_css("css/weg.css")

    def test_import_in_another_form_is_refused_rather_than_left(self):
        self.write("css/part.css", "")
        for line in ("@import 'part.css';", '@import url("part.css");', "@import url(part.css) layer(base);"):
            self.write("css/a.css", line)
            with self.subTest(line), self.assertRaises(MissingPart):
                bundle_css("css/a.css")
        self.write("js/part.js", "export const a = 1;")
        for line in ('import "./part.js";', "import { a } from './part.js';", 'import a from "./part.js";'):
            self.write("js/a.js", line)
            with self.subTest(line), self.assertRaises(MissingPart):
                bundle_js("js/a.js")

    def test_part_that_imports_is_refused(self):
        self.write("css/a.css", '@import url("part.css") layer(base);')
        self.write("css/part.css", '@import url("other.css") layer(base);')
        with self.assertRaises(MissingPart):
            bundle_css("css/a.css")


@pytest.mark.parametrize(("name", "bundle"), BUNDLES.items())
def test_bundle_of_the_site_is_whole(name, bundle):
    text = bundle(name)
    assert "@import" not in text
    # A module that is fetched when it is needed stays outside: import("…").
    assert not re.search(r"^(import\b(?!\()|export\b)", text, re.MULTILINE)
    assert "/*" not in text
    assert text.count("{") == text.count("}")


# Loaded by the one page that asks for a proof of work.
ON_DEMAND = {"proof-of-work.js"}


@pytest.mark.parametrize("folder", ["css", "js"])
def test_every_part_is_in_one_bundle(folder):
    root = settings.BASE_DIR / "static"
    bundles = [name for name in BUNDLES if name.startswith(folder)]
    named = [
        part
        for name in bundles
        for part in re.findall(r'"(?:\./)?([\w/.-]+\.(?:css|js))"', (root / name).read_text())
    ]
    parts = {str(path.relative_to(root / folder)) for path in (root / folder).rglob(f"*.{folder}")}
    others = ON_DEMAND | {Path(name).name for name in bundles}
    assert sorted(part for part in parts - others if not part.startswith("admin")) == sorted(named)


def test_addresses_in_the_bundle_lead_to_files():
    for url in re.findall(r'url\("([^")]+)"\)', bundle_css("css/site.css")):
        assert not url.startswith(("http", "//", "data:"))
        assert finders.find(posixpath.normpath(f"css/{url}")), url


def test_collected_files_are_hashed_compressed_and_bundled(tmp_path):
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "liefdesverdriet.storage.BundledStaticFilesStorage"},
    }
    with override_settings(STATIC_ROOT=str(tmp_path), STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
        storage = BundledStaticFilesStorage(location=str(tmp_path), base_url="/static/")
        for name in BUNDLES:
            hashed = storage.stored_name(name)
            assert hashed != name
            text = (tmp_path / hashed).read_text()
            assert "@import" not in text
            assert len(text) > (5000 if name == "css/site.css" else 500), name
            assert (tmp_path / f"{hashed}.br").exists()
            assert (tmp_path / f"{hashed}.gz").exists()
        fonts = re.findall(
            r'url\("\.\./(fonts/[^")]+)"\)', (tmp_path / storage.stored_name("css/site.css")).read_text()
        )
        assert fonts
        assert all((tmp_path / font).exists() for font in fonts)
