"""Whole texts with the findings on them, worked out by hand."""

from advice.findings import Finding, Verdict
from advice.judging import gain, judge
from advice.text import Block, Kind, Link, Picture, Surroundings, Text

MISSING, BETTER, GOOD = Verdict.MISSING, Verdict.COULD_BE_BETTER, Verdict.GOOD


def heading(where: str, text: str, level: int = 2) -> Block:
    return Block(where, text, Kind.HEADING, level)


# 10 sentences, of 2, 2, 4 | 7, 23 (long) | 4, 5, 6 | 4, 5 words: 62, and 2 in two headings.
# Passive: "werd … gezegd", "werden … teruggegeven". Ties: "Daarom". "Je" opens three in a row.
# "Ruzie" stands in the introduction once, in b1 once ("ruzietje") and in b4 once ("Ruzies").
WEAK = Text(
    title="Stil",
    slug="stil",
    intro="Je zwijgt. Je wacht. Je maakt geen ruzie.",
    keyphrase="ruzie",
    blocks=(
        Block(
            "b1",
            "Er werd weinig gezegd na dat ruzietje. Zij dacht aan de avond waarop alles nog gewoon "
            "was en zij samen "
            "met hem door de regen naar het kleine huis liep.",
        ),
        heading("b2", "Later", 4),
        heading("b3", "Later", 4),
        Block(
            "b4",
            "Daarom belde zij niet. De sleutels werden later teruggegeven. Ruzies duren soms wel een jaar.",
        ),
        Block("b5", "Hij bleef lang weg. Zij deed het licht uit.", Kind.PARAGRAPH),
    ),
    pictures=(Picture("b6", ""), Picture("b7", "", decorative=True), Picture("b8", "IMG_2041.jpg")),
    links=(Link("b5", "hier", page=4), Link("b5", "Klik hier.")),
    surroundings=Surroundings(incoming=0, same_keyphrase=("Na de ruzie",)),
)
WEAK_FINDINGS = {
    # 4 letters of Arial at 20 px: far under 180.
    "titel-breedte": BETTER,
    # None, and the introduction stands in.
    "beschrijving-breedte": BETTER,
    "tekst-lengte": BETTER,
    "zoekwoord-lengte": GOOD,
    "zoekwoord-titel": MISSING,
    "zoekwoord-adres": MISSING,
    "zoekwoord-inleiding": GOOD,
    # h4 headings are not looked at for the keyphrase; under 100 words neither density nor spread.
    "zoekwoord-beeld": BETTER,
    "zoekwoord-dubbel": BETTER,
    "beeld-beschrijving": MISSING,
    "links-uit": GOOD,
    "links-in": BETTER,
    "links-tekst": BETTER,
    "koppen-dubbel": BETTER,
    "koppen-volgorde": BETTER,
    # 1 of 10 is long: no more than a quarter.
    "zinslengte": GOOD,
    "alinealengte": GOOD,
    # 2 of 10: more than a tenth.
    "lijdende-vorm": BETTER,
    "zinsbegin": BETTER,
    # 1 of 10: less than a fifth.
    "verbindingswoorden": BETTER,
}


def by_rule(text: Text) -> dict[str, Finding]:
    return {finding.rule: finding for finding in judge(text)}


def test_a_weak_text_gets_exactly_these_findings() -> None:
    assert {rule: finding.verdict for rule, finding in by_rule(WEAK).items()} == WEAK_FINDINGS


def test_numbers_in_messages_are_those_counted_by_hand() -> None:
    found = by_rule(WEAK)
    assert found["zinslengte"].message == "Eén van de 10 zinnen is langer dan 20 woorden."
    assert found["lijdende-vorm"].message == "2 zinnen staan in de lijdende vorm, van de 10."
    assert found["verbindingswoorden"].message == "Eén van de 10 zinnen heeft een verbindingswoord."
    assert found["zinsbegin"].message == "3 zinnen achter elkaar beginnen met ‘je’."
    assert found["tekst-lengte"].message == "De tekst telt 64 woorden."
    assert found["koppen-volgorde"].message == "Een kop slaat een stap over; kies daar ‘Kop’."


def test_places_are_where_one_has_to_go() -> None:
    found = by_rule(WEAK)
    assert [(place.where, place.excerpt) for place in found["lijdende-vorm"].places] == [
        ("b1", "Er werd weinig gezegd na dat ruzietje."),
        ("b4", "De sleutels werden later teruggegeven."),
    ]
    assert [place.where for place in found["beeld-beschrijving"].places] == ["b6"]
    assert [place.excerpt for place in found["links-tekst"].places] == ["hier", "Klik hier."]
    assert [place.where for place in found["koppen-volgorde"].places] == ["b2"]
    assert [place.where for place in found["zinsbegin"].places] == ["intro"]


def test_what_is_missing_comes_first_then_what_helps_most() -> None:
    found = judge(WEAK)
    assert [finding.rule for finding in found[:3]] == [
        "zoekwoord-titel",
        "beeld-beschrijving",
        "zoekwoord-adres",
    ]
    assert found[-1].verdict is GOOD
    # Missing: 2 x (6 + 5 + 2); could be better, in the order of the table above.
    assert gain(found) == 26 + (1 + 3 + 4) + (1 + 4) + (4 + 3) + (2 + 4) + (2 + 1 + 1)


# Each part: 5 sentences, 7 + 6 + 8 + 6 + 12 = 39 words ("loslaten" once); 10 parts: 50 sentences,
# 390 words.
PART = (
    "Wie wil loslaten, begint bij de avond. Daarom zet je het licht aan. Buiten rijdt een fiets "
    "voorbij en iemand "
    "lacht. Morgen is er een nieuwe dag. Toch mag je vanavond nog even blijven zitten met een kop thee."
)
STRONG = Text(
    title="Loslaten na een scheiding: zo begin je",
    slug="loslaten-na-een-scheiding",
    description="Loslaten is geen knop. In dit artikel lees je hoe je klein begint, wat er in je hoofd "
    "gebeurt en "
    "waarom een avond met thee soms genoeg is.",
    intro="Losgelaten heb je pas als je niet meer kijkt.",
    keyphrase="loslaten",
    blocks=(
        *(Block(f"b{number}", PART) for number in range(5)),
        heading("kop", "Wat loslaten vraagt"),
        *(Block(f"c{number}", PART) for number in range(5)),
    ),
    pictures=(Picture("beeld", "Een vrouw laat een ballon los: loslaten met twee handen."),),
    links=(Link("b1", "de eerste nacht alleen", page=3),),
    surroundings=Surroundings(incoming=2),
)


def test_a_strong_text_has_nothing_to_mend() -> None:
    found = by_rule(STRONG)
    assert {rule for rule, finding in found.items() if finding.verdict is not GOOD} == set()
    assert gain(list(found.values())) == 0
    # 390 in the parts, 9 in the introduction, 3 in the heading; 10 + 1 + 1 times.
    assert found["zoekwoord-dichtheid"].message == "Het zoekwoord komt 12 keer voor in 402 woorden."
    assert found["zinslengte"].message == "Geen van de 51 zinnen is langer dan 20 woorden."
    # "Daarom" and "Toch" in each part; the introduction has "als" in its middle.
    assert found["verbindingswoorden"].message == "20 van de 51 zinnen hebben een verbindingswoord."


def test_an_empty_page_is_judged_kindly() -> None:
    found = by_rule(Text())
    assert {rule: finding.verdict for rule, finding in found.items()} == {
        "titel-breedte": MISSING,
        "beschrijving-breedte": MISSING,
    }


# "Blog" in Arial of 20 px: 1366 + 455 + 1139 + 1139 = 4099 of 2048ths, which is 40 px.
LIST = Text(
    title="Blog",
    is_list=True,
    pictures=(Picture("about_author", ""),),
    links=(Link("about_text", "Lees meer"), Link("about_text", "de eerste nacht", page=3)),
    names={"intro": "hero_text"},
    surroundings=Surroundings(lost=(Link("about_text", "de eerste nacht", page=3, anchor="slapen"),)),
)


def test_a_list_is_judged_by_what_it_says_of_itself() -> None:
    found = by_rule(LIST)
    assert {rule: finding.verdict for rule, finding in found.items()} == {
        "lijst-inleiding": MISSING,
        "titel-breedte": BETTER,
        "beschrijving-breedte": MISSING,
        "beeld-beschrijving": MISSING,
        "links-tekst": BETTER,
        "links-plek": BETTER,
    }
    assert "(40 van 580 pixels)" in found["titel-breedte"].message
    assert [place.where for place in found["lijst-inleiding"].places] == ["hero_text"]
    # Missing: 2 x (3 + 3 + 5); could be better: 1 + 3 + 3.
    assert gain(list(found.values())) == 22 + 7


def test_a_list_that_says_what_it_is_has_nothing_to_mend() -> None:
    good = Text(
        title=STRONG.title, description=STRONG.description, intro="Alles over loslaten.", is_list=True
    )
    assert {finding.verdict for finding in judge(good)} == {GOOD}


def test_a_place_that_is_gone_is_named_with_its_link() -> None:
    lost = (Link("b1", "onderaan", anchor="slot"),)
    found = by_rule(Text(surroundings=Surroundings(lost=lost)))["links-plek"]
    assert (
        found.message == "De link ‘onderaan’ gaat naar #slot, maar die plek is er niet op deze pagina zelf."
    )
    assert [(place.where, place.excerpt) for place in found.places] == [("b1", "onderaan")]
