"""What SEO plugins kept of a page, and the serialised values they keep it in."""

import pytest

from wordpress.reading.php import NotPhp, array, unserialize
from wordpress.reading.seo import SearchFields, search_fields

TITLE, SITE = "Alleen op zondag", "Het oude huis"


def fields(**meta: str) -> SearchFields:
    return search_fields(meta, TITLE, SITE)


@pytest.mark.parametrize(
    ("key", "template", "title"),
    [
        ("_yoast_wpseo_title", "Zondagen alleen %%page%% %%sep%% %%sitename%%", "Zondagen alleen"),
        ("_yoast_wpseo_title", "%%title%% %%page%% %%sep%% %%sitename%%", ""),
        ("_yoast_wpseo_title", "%%title%%: zo doe je dat", "Alleen op zondag: zo doe je dat"),
        ("_yoast_wpseo_title", "%%sitename%%", ""),
        ("_yoast_wpseo_title", "%%cf_eigen-veld%% Rust %%primary_category%%", "Rust"),
        ("_yoast_wpseo_title", "Rust &amp; ruimte | Het oude huis", "Rust & ruimte"),
        ("_yoast_wpseo_title", "Terug naar het oude huis", "Terug naar het oude huis"),
        ("_yoast_wpseo_title", "50% van de mensen, 100% verdriet", "50% van de mensen, 100% verdriet"),
        ("rank_math_title", "Zondagen %sep% %sitename%", "Zondagen"),
        ("rank_math_title", "%title% in %currentdate(Y)%", "Alleen op zondag in"),
        ("_aioseo_title", "#post_title voor jou #separator_sa #site_title", "Alleen op zondag voor jou"),
        ("_aioseo_title", "Reageer met #alleen", "Reageer met #alleen"),
        ("_aioseop_title", "%post_title% | %site_title%", ""),
    ],
)
def test_titles_are_filled_in_without_the_name_of_the_site(key, template, title):
    assert fields(**{key: template}).title == title


@pytest.mark.parametrize(
    ("key", "template", "description"),
    [
        ("_yoast_wpseo_metadesc", "Lees over  %%title%%.", "Lees over Alleen op zondag."),
        ("_yoast_wpseo_metadesc", "%%excerpt%%", ""),
        ("rank_math_description", "%excerpt%", ""),
        ("_aioseo_description", "#post_excerpt", ""),
        ("_aioseop_description", "Zo wordt zondag fijn.", "Zo wordt zondag fijn."),
    ],
)
def test_descriptions_leave_out_what_is_not_known(key, template, description):
    assert fields(**{key: template}).description == description


@pytest.mark.parametrize(
    ("meta", "keyphrase"),
    [
        ({"_yoast_wpseo_focuskw": "alleen zijn"}, "alleen zijn"),
        ({"rank_math_focus_keyword": "alleen zijn,zondag,stilte"}, "alleen zijn"),
        ({"_aioseop_keywords": "zondag, alleen"}, "zondag"),
        ({"_yoast_wpseo_focuskw": " ", "rank_math_focus_keyword": "stilte"}, "stilte"),
        ({}, ""),
    ],
)
def test_the_first_keyphrase_counts(meta, keyphrase):
    assert fields(**meta).keyphrase == keyphrase


@pytest.mark.parametrize(
    ("meta", "noindex"),
    [
        ({"_yoast_wpseo_meta-robots-noindex": "1"}, True),
        ({"_yoast_wpseo_meta-robots-noindex": "2"}, False),
        ({"rank_math_robots": 'a:2:{i:0;s:7:"noindex";i:1;s:8:"nofollow";}'}, True),
        ({"rank_math_robots": 'a:1:{i:0;s:5:"index";}'}, False),
        ({"rank_math_robots": "noindex"}, False),
        ({"_aioseop_noindex": "on"}, True),
        ({"_aioseo_robots_noindex": "1"}, True),
        ({}, False),
    ],
)
def test_pages_that_hid_from_search_engines_stay_hidden(meta, noindex):
    assert fields(**meta).noindex is noindex


@pytest.mark.parametrize(
    ("meta", "number", "address"),
    [
        (
            {
                "_yoast_wpseo_opengraph-image": "https://oud.voorbeeld.example/a.jpg",
                "_yoast_wpseo_opengraph-image-id": "12",
            },
            12,
            "https://oud.voorbeeld.example/a.jpg",
        ),
        (
            {"rank_math_facebook_image": "https://a.example/b.png", "rank_math_facebook_image_id": "-3"},
            0,
            "https://a.example/b.png",
        ),
        (
            {
                "_aioseop_opengraph_settings": 'a:1:{s:32:"aioseop_opengraph_settings_image";'
                's:23:"https://a.example/c.jpg";}'
            },
            0,
            "https://a.example/c.jpg",
        ),
        ({"_yoast_wpseo_twitter-image": "https://a.example/t.jpg"}, 0, "https://a.example/t.jpg"),
        ({"_yoast_wpseo_opengraph-image": "javascript:alert(1)"}, 0, ""),
    ],
)
def test_the_picture_for_social_media(meta, number, address):
    found = fields(**meta)

    assert (found.picture_id, found.picture_url) == (number, address)


@pytest.mark.parametrize(
    ("key", "written", "canonical"),
    [
        ("_yoast_wpseo_canonical", "https://a.example/b/", "https://a.example/b/"),
        ("rank_math_canonical_url", "HTTPS://a.example/", "HTTPS://a.example/"),
        ("_aioseop_custom_link", "/relatief/", ""),
        ("_yoast_wpseo_canonical", "javascript:alert(1)//http://a", ""),
    ],
)
def test_canonicals_are_addresses(key, written, canonical):
    assert fields(**{key: written}).canonical == canonical


def test_nothing_chosen_is_nothing():
    assert fields() == SearchFields()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("i:-5;", -5),
        ("d:0.5;", 0.5),
        ("b:1;", True),
        ("b:0;", False),
        ("N;", None),
        ('s:5:"caf\u00e9";', "café"),
        ('s:3:"a"b";', 'a"b'),
        # The length was right before line ends became one sign, or an address was replaced.
        ('s:4:"a\nb";', "a\nb"),
        (
            'a:2:{i:0;s:1:"x";s:4:"meer";a:1:{s:1:"y";i:2;}}',
            {0: "x", "meer": {"y": 2}},
        ),
    ],
)
def test_serialised_values_are_read(text, value):
    assert unserialize(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tekst",
        'O:8:"stdClass":1:{s:1:"a";i:1;}',
        'C:1:"X":0:{}',
        "a:99999999:{i:0;i:1;}",
        "a:1:{a:0:{}i:1;}",
        "a:1:{i:0;",
        's:5:"open',
        "i:" + "9" * 5000 + ";",
        "d:--;",
        "a:1:{i:0;" * 5_000 + "}" * 5_000,
        "a:20000:{" + "i:0;i:1;" * 20_000 + "}",
    ],
)
def test_what_is_no_serialised_value_is_refused(text):
    with pytest.raises(NotPhp):
        unserialize(text)
    assert array(text) == {}
