"""Blocks from the practice: case study, patterns, signals, reflection questions, FAQ."""

from wagtail import blocks

from blog.blocks.text import QuoteBlock


class CaseStudyBlock(blocks.StructBlock):
    names = blocks.CharBlock(label="namen", help_text="Verzonnen namen, bijvoorbeeld: Hanne en Wout.")
    ages = blocks.CharBlock(label="leeftijden", required=False)
    body = blocks.StreamBlock(
        [
            (
                "paragraph",
                blocks.RichTextBlock(label="Tekst", icon="pilcrow", features=["bold", "italic", "link"]),
            ),
            ("quote", QuoteBlock()),
        ],
        label="verhaal",
    )

    class Meta:
        icon = "group"
        label = "Casus"
        description = "Het verhaal van een paar of een mens, op een eigen blad."
        template = "blocks/case_study.html"
        preview_value = {
            "names": "Hanne en Wout",
            "ages": "34 en 37",
            "body": [{"type": "paragraph", "value": "<p>Ze zwegen al drie weken toen Hanne belde.</p>"}],
        }
        label_format = "Casus: {names}"


class PatternsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", required=False)
    items = blocks.ListBlock(
        blocks.StructBlock(
            [("term", blocks.CharBlock(label="patroon")), ("explanation", blocks.TextBlock(label="uitleg"))],
            label="patroon",
            icon="list-ul",
        ),
        label="patronen",
    )

    class Meta:
        icon = "list-ul"
        label = "Patronen"
        description = "Begrippen met hun uitleg."
        template = "blocks/patterns.html"
        preview_value = {
            "title": "Twee patronen",
            "items": [{"term": "Trekken", "explanation": "Je zoekt contact om rustig te worden."}],
        }
        label_format = "Patronen: {title}"


class SignalsBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", required=False)
    items = blocks.ListBlock(blocks.CharBlock(label="signaal"), label="signalen")

    class Meta:
        icon = "tick-inverse"
        label = "Signalen"
        description = "Een lijst om bij jezelf na te gaan."
        template = "blocks/signals.html"
        preview_value = {
            "title": "Hieraan merk je het",
            "items": ["Je slaapt licht.", "Je telefoon ligt altijd boven."],
        }
        label_format = "Signalen: {title}"


class ReflectionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", required=False)
    questions = blocks.ListBlock(blocks.TextBlock(label="vraag", rows=2), label="vragen")

    class Meta:
        icon = "edit"
        label = "Reflectievragen"
        description = "Vragen met ruimte om te schrijven."
        template = "blocks/reflection.html"
        preview_value = {
            "title": "Om over te schrijven",
            "questions": ["Wat mis je precies?", "Wat mis je niet?"],
        }
        label_format = "Reflectievragen: {title}"


class FAQBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="kop", required=False)
    items = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("question", blocks.CharBlock(label="vraag")),
                (
                    "answer",
                    blocks.RichTextBlock(label="antwoord", features=["bold", "italic", "link", "ol", "ul"]),
                ),
            ],
            label="vraag en antwoord",
            icon="help",
        ),
        label="vragen",
    )

    class Meta:
        icon = "help"
        label = "Veelgestelde vragen"
        description = "Vragen die openklappen."
        template = "blocks/faq.html"
        preview_value = {
            "title": "Veelgestelde vragen",
            "items": [
                {"question": "Hoelang duurt liefdesverdriet?", "answer": "<p>Langer dan men zegt.</p>"}
            ],
        }
        label_format = "Veelgestelde vragen: {title}"
