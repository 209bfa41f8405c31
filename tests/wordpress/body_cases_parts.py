"""What has a block of its own here or no equal: invitations, questions, gifts, ways to read on."""

from tests.wordpress.body_blocks import LINK, Cases, button, faq, image, items, note, p, see
from tests.wordpress.old_site import EPISODE, GIFT, PAGE, UPLOADS

CASES: Cases = {
    # Invitations
    "button": (
        '<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button">'
        '<a class="wp-block-button__link wp-element-button" href="https://elders.example/">Kom</a></div>'
        "<!-- /wp:button --></div><!-- /wp:buttons -->",
        [button("Kom", url="https://elders.example/")],
    ),
    "button to a page": ('<a class="btn btn-primary" href="/pagina/">Kom</a>', [button("Kom", page=PAGE)]),
    "button with many words": (
        f'<a class="button" href="/pagina/">{"woord " * 10}</a>',
        [button("Lees verder", title=("woord " * 10).strip(), page=PAGE)],
    ),
    "button that mails": (
        '<a class="button" href="mailto:a@x.example">Mail</a>',
        [p('<p><a href="mailto:a@x.example">Mail</a></p>')],
    ),
    # Questions
    "details": (
        "<!-- wp:details --><details><summary>V?</summary><!-- wp:paragraph --><p>A <b>b</b></p>"
        "<!-- /wp:paragraph --></details><!-- /wp:details --><details><summary>W?</summary>B</details>",
        [faq(("V?", "<p>A <b>b</b></p>"), ("W?", "<p>B</p>"))],
    ),
    "picture in an answer": (
        f'<details><summary>V?</summary>A<img src="{UPLOADS}/a.jpg" alt="Eb"></details>',
        [faq(("V?", "<p>A</p>")), image("Eb")],
    ),
    "Yoast's questions": (
        '<!-- wp:yoast/faq-block --><div class="schema-faq wp-block-yoast-faq-block"><div '
        'class="schema-faq-section" '
        'id="faq-1"><strong class="schema-faq-question">V?</strong> <p class="schema-faq-answer">'
        "A</p></div></div>"
        "<!-- /wp:yoast/faq-block -->",
        [faq(("V?", "<p>A</p>"))],
    ),
    "Rank Math's questions": (
        '<div class="rank-math-faq-item"><h3 class="rank-math-question">V?</h3><div class="rank-math-answer">'
        "<p>A</p></div></div>",
        [faq(("V?", "<p>A</p>"))],
    ),
    "Rank Math's questions in attributes": (
        '<!-- wp:rank-math/faq-block {"questions":[{"title":"V?","content":"A '
        '\\u003cb\\u003eb\\u003c/b\\u003e"}]} /-->',
        [faq(("V?", "<p>A <b>b</b></p>"))],
    ),
    "Yoast's steps": (
        '<div class="schema-how-to"><ol class="schema-how-to-steps"><li class="schema-how-to-step">'
        "<strong>A</strong>"
        "<p>b</p></li></ol></div>",
        [p("<ol><li><b>A</b><br/>b</li></ol>")],
    ),
    "terms": (
        "<dl><dt>T</dt><dd>a</dd><dd>b</dd></dl>",
        [("patterns", {"title": "", "items": items({"term": "T", "explanation": "a\n\nb"})})],
    ),
    "term without an explanation": ("<dl><dt>T</dt></dl>", [p("<p>T</p>")]),
    # Gifts and what has no equal
    "Thrive's gift": (
        "a\n\n[thrive_leads id='12']\n\nb",
        [p("<p>a</p>"), ("lead_magnet", {"magnet": GIFT}), p("<p>b</p>")],
    ),
    "Thrive's gift, not mapped": (
        "[thrive_leads id='13']",
        [note("Hier stond op de oude site: [thrive_leads id='13']")],
    ),
    "Thrive's lock": (
        "[thrive_lead_lock id='12']geheim[/thrive_lead_lock]",
        [("lead_magnet", {"magnet": GIFT}), p("<p>geheim</p>")],
    ),
    "Thrive's hidden settings": (
        '<div class="thrive-shortcode-config" style="display: none !important">'
        '__CONFIG_leads_shortcode__{"id":"12"}'
        "__CONFIG_leads_shortcode__</div>a",
        [("lead_magnet", {"magnet": GIFT}), p("<p>a</p>")],
    ),
    "unknown shortcode": (
        'a\n\n[teller_van_mij soort="x"]',
        [p("<p>a</p>"), note('Hier stond op de oude site: [teller_van_mij soort="x"]')],
    ),
    "columns of a page builder": (
        '[vc_row][vc_column width="1/2"]a[/vc_column][vc_column]b[/vc_column][/vc_row]',
        [p("<p>a</p><p>b</p>")],
    ),
    "unknown block": (
        '<!-- wp:plugin/teller {"soort":"x"} /-->',
        [note("Hier stond op de oude site: plugin/teller")],
    ),
    "unknown block with words": (
        "<!-- wp:plugin/kader --><div class='kader'><p>a</p></div><!-- /wp:plugin/kader -->",
        [p("<p>a</p>")],
    ),
    # Read also
    "read also": (
        '<p><strong>Lees ook:</strong> <a href="/artikel/">Vijf dingen</a></p>',
        [see("Vijf dingen")],
    ),
    "read also, two": (
        '<p>Lees verder: <a href="/artikel/">A</a> en <a href="/artikel/">B</a>.</p>',
        [see("A"), see("B")],
    ),
    "read also in the link": ('<p><a href="/artikel/">Lees ook: Vijf dingen</a></p>', [see("Vijf dingen")]),
    "read also above a list": (
        '<p>Lees ook:</p>\n<ul><li><a href="/artikel/">A</a></li><li><a href="/artikel/">B</a></li></ul>',
        [see("A"), see("B")],
    ),
    "listen also": (
        '<p>Luister ook: <a href="/aflevering/">Stil</a></p>',
        [("listen_also", {"episode": EPISODE, "text": "Stil"})],
    ),
    "read also what comes later": (
        '<p>Lees ook: <a href="https://oud.example/later/">A</a></p>',
        [p('<p>Lees ook: <a href="https://oud.example/later/">A</a></p>')],
    ),
    "read also within a sentence": (
        '<p>Lees ook <a href="/artikel/">hier</a> hoe dat gaat.</p>',
        [p(f"<p>Lees ook {LINK} hoe dat gaat.</p>")],
    ),
}
