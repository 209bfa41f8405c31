"""Each kind of content of WordPress, and the blocks that it becomes."""

from typing import Any

from tests.wordpress.old_site import ARTICLE, EPISODE, GIFT, IMAGE, OLD, PAGE, UPLOADS

Block = tuple[str, Any]


def p(html: str) -> Block:
    return ("paragraph", html)


def h(text: str, level: int = 2, anchor: str = "") -> Block:
    return ("heading", {"text": text, "level": f"h{level}", "anchor": anchor})


def picture(alt: str, caption: str = "") -> dict[str, Any]:
    return {"image": {"image": IMAGE, "alt_text": alt, "decorative": not alt}, "caption": caption}


def image(alt: str, caption: str = "", width: str = "text") -> Block:
    return ("image", {**picture(alt, caption), "width": width})


def gallery(columns: int, *pictures: dict[str, Any]) -> Block:
    return ("gallery", {"images": items(*pictures), "columns": str(columns)})


def items(*values: Any) -> list[dict[str, Any]]:
    return [{"type": "item", "value": value} for value in values]


def quote(text: str, source: str = "") -> Block:
    return ("quote", {"text": text, "source": source, "kind": "saying"})


def table(caption: str, head: list[str], *rows: list[str]) -> Block:
    columns = [{"type": "text", "heading": words} for words in head]
    values = [{"values": row} for row in rows]
    return ("table", {"caption": caption, "table": {"columns": columns, "rows": values, "caption": ""}})


def embed(url: str, title: str) -> Block:
    return ("embed", {"url": url, "title": title, "thumbnail": None})


def button(words: str, *, title: str = "", page: int | None = None, url: str = "") -> Block:
    return ("call_to_action", {"title": title, "text": "", "button_text": words, "page": page, "url": url})


def faq(*pairs: tuple[str, str]) -> Block:
    return ("faq", {"title": "", "items": items(*({"question": q, "answer": a} for q, a in pairs))})


def note(text: str) -> Block:
    return ("note", {"text": text})


def see(words: str = "") -> Block:
    return ("read_also", {"page": ARTICLE, "text": words})


DIVIDER: Block = ("divider", None)
LINK = f'<a linktype="page" id="{ARTICLE}">hier</a>'
YOUTUBE = "https://www.youtube.com/watch?v=abcdefghijk"

CASES: dict[str, tuple[str, list[Block]]] = {
    # Lines and words
    "classic lines": ("Een\n\nTwee\ndrie", [p("<p>Een</p><p>Twee<br/>drie</p>")]),
    "consecutive text is one block": (
        "<!-- wp:paragraph --><p>A</p><!-- /wp:paragraph --><!-- wp:list --><ul><li>B</li></ul><!-- "
        "/wp:list -->",
        [p("<p>A</p><ul><li>B</li></ul>")],
    ),
    "stress": (
        "<strong>a</strong> <em>b</em> <span style='font-weight:bold'>c</span> <del>d</del> H<sub>"
        "2</sub>O <u>e</u>",
        [p("<p><b>a</b> <i>b</i> <b>c</b> d H2O e</p>")],
    ),
    "stress in stress": ("<b>a <strong>b</strong> <i>c</i></b>", [p("<p><b>a b <i>c</i></b></p>")]),
    "nothing of empty lines": ("<p>&nbsp;</p><p>a</p><p><b> </b></p><p></p>", [p("<p>a</p>")]),
    "signs of HTML": ("1 &lt; 2 &amp; 3", [p("<p>1 &lt; 2 &amp; 3</p>")]),
    "text between blocks": (
        "Voor\n\nna<!-- wp:paragraph --><p>in</p><!-- /wp:paragraph -->los",
        [p("<p>Voor</p><p>na</p><p>in</p><p>los</p>")],
    ),
    "classic block": (
        "<!-- wp:freeform -->een\n\ntwee<!-- /wp:freeform -->",
        [p("<p>een</p><p>twee</p>")],
    ),
    "emoji": ('a <img class="wp-smiley" src="https://s.w.org/1.png" alt="🙂"> b', [p("<p>a 🙂 b</p>")]),
    "code": (
        '<!-- wp:code --><pre class="wp-block-code"><code>a\n  b &lt;c&gt;</code></pre><!-- /wp:code -->',
        [p("<p>a<br/>\u00a0\u00a0b &lt;c&gt;</p>")],
    ),
    # Headings
    "headings are mended": (
        "<h1>A</h1><h3>B</h3><h6>C</h6><h2>D</h2>",
        [h("A"), h("B", 3), h("C", 4), h("D", 3)],
    ),
    "first heading too small": ("<h4>A</h4><h4>B</h4><h5>C</h5>", [h("A"), h("B"), h("C", 3)]),
    "empty headings": ("<h2> </h2><h2><br></h2>a", [p("<p>a</p>")]),
    "long heading": (f"<h2>{'woord ' * 30}eb</h2>", [p(f"<p><b>{'woord ' * 30}eb</b></p>")]),
    "anchor kept": (
        '<h2 id="h-eerste">Eerste</h2><a href="#h-eerste">op</a>',
        [h("Eerste", 2, "h-eerste"), p('<p><a href="#h-eerste">op</a></p>')],
    ),
    "anchor as made here": (
        '<h2 id="eerste-kop">Eerste kop</h2><a href="#eerste-kop">op</a>',
        [h("Eerste kop"), p('<p><a href="#eerste-kop">op</a></p>')],
    ),
    "anchor before a heading": (
        '<a name="x y"></a><h2>Kop</h2><a href="#x%20y">op</a>',
        [h("Kop", 2, "x-y"), p('<p><a href="#x-y">op</a></p>')],
    ),
    "anchor in the text": (
        '<h2>Kop</h2><p id="n1">a</p><a href="#n1">op</a> <a href="#weg">neer</a>',
        [h("Kop"), p('<p>a</p><p><a href="#kop">op</a> neer</p>')],
    ),
    "picture in a heading": (f'<h2>Kop <img src="{UPLOADS}/a.jpg" alt="Zee"></h2>', [image("Zee"), h("Kop")]),
    # Lists
    "lists in lists": (
        "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>",
        [p("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>")],
    ),
    "list straight in a list": (
        "<ul><li>a</li><ul><li>b</li></ul></ul>",
        [p("<ul><li>a<ul><li>b</li></ul></li></ul>")],
    ),
    "paragraphs in items": ("<ul><li><p>a</p><p>b</p></li></ul>", [p("<ul><li>a<br/>b</li></ul>")]),
    "picture in a step": (
        f'<ol><li>a <img src="{UPLOADS}/a.jpg" alt="Zee"></li><li>b</li></ol>',
        [p("<p>1. a</p>"), image("Zee"), p("<p>2. b</p>")],
    ),
    "picture in an item": (
        f'<ul><li>a</li><li>b <img src="{UPLOADS}/a.jpg" alt="Zee"></li><li>c</li></ul>',
        [p("<ul><li>a</li><li>b</li></ul>"), image("Zee"), p("<ul><li>c</li></ul>")],
    ),
    # Quotes
    "quote with its source": (
        "<blockquote><p>a</p><p>b<br>c</p><cite>Wim</cite></blockquote>",
        [quote("a\n\nb\nc", "Wim")],
    ),
    "pull quote": (
        '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>a</p><cite>b</cite>'
        "</blockquote></figure><!-- /wp:pullquote -->",
        [quote("a", "b")],
    ),
    "picture in a quote": (
        f'<blockquote><p>a</p><img src="{UPLOADS}/a.jpg" alt="Zee"></blockquote>',
        [quote("a"), image("Zee")],
    ),
    # Pictures
    "image block": (
        f'<!-- wp:image {{"id":8,"align":"wide"}} --><figure class="wp-block-image alignwide">'
        f'<img src="{UPLOADS}/a-300x200.jpg" alt="Eb" class="wp-image-8"/><figcaption>On<em>der</em>'
        f"</figcaption>"
        "</figure><!-- /wp:image -->",
        [image("Eb", "Onder", "wide")],
    ),
    "image in a paragraph": (
        f'<p>voor <img src="{UPLOADS}/a.jpg" alt="Eb"> na</p>',
        [p("<p>voor</p>"), image("Eb"), p("<p>na</p>")],
    ),
    "image takes the alt of its attachment": (
        f'<img class="alignfull wp-image-8" src="{UPLOADS}/a.jpg">',
        [image("Zee", "", "full")],
    ),
    "image without a description": (f'<img src="{UPLOADS}/a.jpg">', [image("")]),
    "image linked to itself": (
        f'<a href="{UPLOADS}/a.jpg"><img src="{UPLOADS}/a.jpg" alt="Eb"></a>',
        [image("Eb")],
    ),
    "image linked to a page": (
        f'<a href="/artikel/"><img src="{UPLOADS}/a.jpg" alt="Eb"></a>',
        [image("Eb"), p(f'<p><a linktype="page" id="{ARTICLE}">Eb</a></p>')],
    ),
    "image not here yet": (
        f'<img src="{UPLOADS}/weg.jpg" alt="Eb">a',
        [note(f"Hier hoort een afbeelding: {UPLOADS}/weg.jpg (Eb)"), p("<p>a</p>")],
    ),
    "pixel that counts readers": (
        'a<img src="https://elders.example/p" width="1" height="1">',
        [p("<p>a</p>")],
    ),
    "caption shortcode": (
        f'[caption id="attachment_8" align="alignwide" width="300"]<a href="{UPLOADS}/b.jpg">'
        f'<img class="wp-image-8" src="{UPLOADS}/b.jpg" alt="Eb"></a> De <b>zee</b>[/caption]',
        [image("Eb", "De zee", "wide")],
    ),
    "media and text": (
        '<!-- wp:media-text --><div class="wp-block-media-text"><figure class="wp-block-media-text__media">'
        f'<img src="{UPLOADS}/a.jpg" alt="Eb" class="wp-image-8"/></figure><div><!-- wp:paragraph --><p>a</p>'
        "<!-- /wp:paragraph --></div></div><!-- /wp:media-text -->",
        [image("Eb"), p("<p>a</p>")],
    ),
    "old cover": (
        f'<!-- wp:cover {{"url":"{UPLOADS}/a.jpg","id":8}} --><div class="wp-block-cover" '
        f'style="background-image:'
        f'url({UPLOADS}/a.jpg)"><p>a</p></div><!-- /wp:cover -->',
        [image("Zee"), p("<p>a</p>")],
    ),
    # Galleries
    "gallery": (
        '<!-- wp:gallery --><figure class="wp-block-gallery has-nested-images columns-2">'
        + "".join(
            f'<!-- wp:image --><figure class="wp-block-image"><img src="{UPLOADS}/{n}.jpg" alt="{n}"/>'
            f"<figcaption>c{n}</figcaption></figure><!-- /wp:image -->"
            for n in (1, 2, 3)
        )
        + '<figcaption class="blocks-gallery-caption">alle</figcaption></figure><!-- /wp:gallery -->',
        [gallery(2, picture("1", "c1"), picture("2", "c2"), picture("3", "c3")), p("<p>alle</p>")],
    ),
    "gallery of before 2021": (
        '<!-- wp:gallery --><ul class="wp-block-gallery columns-3">'
        + "".join(
            f'<li class="blocks-gallery-item"><figure><img data-id="8" src="{UPLOADS}/{n}.jpg"/>'
            f"<figcaption>c{n}</figcaption></figure></li>"
            for n in (1, 2, 3)
        )
        + "</ul><!-- /wp:gallery -->",
        [gallery(3, picture("Zee", "c1"), picture("Zee", "c2"), picture("Zee", "c3"))],
    ),
    "gallery shortcode": (
        '[gallery ids="8,9" columns="2"]',
        [gallery(2, picture("Zee", "Uit de bibliotheek"), picture("", "Uit de bibliotheek"))],
    ),
    "gallery of what is attached": ("[gallery]", [gallery(3, *[picture("Zee", "Uit de bibliotheek")] * 3)]),
    # Tables
    "table with a head": (
        '<!-- wp:table --><figure class="wp-block-table"><table><thead><tr><th>A</th><th>B</th></tr>'
        "</thead><tbody>"
        "<tr><td>1</td><td>2</td></tr></tbody></table><figcaption>T</figcaption></figure><!-- /wp:table -->",
        [table("T", ["A", "B"], ["1", "2"])],
    ),
    "table without a head": (
        "<h2>Kop</h2><table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>",
        [h("Kop"), table("Kop", ["", ""], ["1", "2"], ["3", ""])],
    ),
    "cells that stretch": (
        "<table><caption>T</caption><tr><th>A</th><th>B</th></tr><tr><td rowspan=2>1</td><td>2</td></tr>"
        "<tr><td>3</td></tr><tr><td colspan=2>4</td></tr></table>",
        [table("T", ["A", "B"], ["1", "2"], ["1", "3"], ["4", "4"])],
    ),
    "table for how it looks": (
        "<table><tr><td><h2>a</h2></td><td><ul><li>b</li></ul></td></tr></table>",
        [h("a"), p("<ul><li>b</li></ul>")],
    ),
    # Players, sounds, files
    "embed block": (
        '<!-- wp:embed {"url":"https://youtu.be/abcdefghijk"} --><figure class="wp-block-embed"><div>\n'
        "https://youtu.be/abcdefghijk\n</div><figcaption>Film</figcaption></figure><!-- /wp:embed -->",
        [embed(YOUTUBE, "Film")],
    ),
    "old embed block": (
        '<!-- wp:core-embed/vimeo {"url":"https://vimeo.com/76979871"} --><figure><div>'
        "https://vimeo.com/76979871</div></figure><!-- /wp:core-embed/vimeo -->",
        [embed("https://vimeo.com/76979871", "Video van Vimeo")],
    ),
    "address alone on a line": (
        f"a\n\n{YOUTUBE}&t=3\n\nb",
        [p("<p>a</p>"), embed(YOUTUBE, "Video van YouTube"), p("<p>b</p>")],
    ),
    "embed shortcode": (f"[embed]{YOUTUBE}[/embed]", [embed(YOUTUBE, "Video van YouTube")]),
    "frame of a player": (
        '<iframe src="https://open.spotify.com/embed/episode/1a2B" title="Aflevering 3"></iframe>',
        [embed("https://open.spotify.com/episode/1a2B", "Aflevering 3")],
    ),
    "frame of another": (
        '<iframe src="https://elders.example/x?a=1&amp;b=2"></iframe>',
        [p('<p><a href="https://elders.example/x?a=1&amp;b=2">https://elders.example/x?a=1&amp;b=2</a></p>')],
    ),
    "audio block": (
        f'<!-- wp:audio --><figure class="wp-block-audio"><audio controls src="{UPLOADS}/adem.mp3"></audio>'
        "<figcaption>Adem in</figcaption></figure><!-- /wp:audio -->",
        [("audio", {"title": "Adem in", "url": "/media/adem.mp3"})],
    ),
    "audio shortcode": (
        '[audio mp3="https://elders.example/een-oefening.mp3"][/audio]',
        [("audio", {"title": "een oefening", "url": "https://elders.example/een-oefening.mp3"})],
    ),
    "playlist": ('[playlist ids="30"]', [("audio", {"title": "adem", "url": "/media/adem.mp3"})]),
    "file block": (
        f'<!-- wp:file --><div class="wp-block-file"><a href="{UPLOADS}/boek.pdf">Het boek</a>'
        f'<a href="{UPLOADS}/boek.pdf" class="wp-block-file__button" download>Download</a></div>'
        f"<!-- /wp:file -->",
        [p('<p><a href="/media/boek.pdf">Het boek</a></p>')],
    ),
    # Links
    "own page": ('<a href="https://oud.example/artikel/">hier</a>', [p(f"<p>{LINK}</p>")]),
    "own page by number": ('<a href="/?p=12">hier</a>', [p(f"<p>{LINK}</p>")]),
    "place on a page": (
        f'<a href="{OLD}/artikel/#kop">hier</a>',
        [p('<p><a href="/blog/artikel/#kop">hier</a></p>')],
    ),
    "page to come": (
        f'<a href="{OLD}/later/">hier</a>',
        [p(f'<p><a href="{OLD}/later/">hier</a></p>')],
    ),
    "own category": (
        '<a href="/category/rouw/">hier</a>',
        [p('<p><a href="/blog/categorie/rouw/">hier</a></p>')],
    ),
    "link to nothing": ('a <a href="/weg/">hier</a>', [p("<p>a hier</p>")]),
    "mail and telephone": (
        '<a href="mailto:a@x.example">a</a> <a href="tel:010">b</a>',
        [p('<p><a href="mailto:a@x.example">a</a> <a href="tel:010">b</a></p>')],
    ),
    "link that runs": (
        '<a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a>',
        [p("<p>a b</p>")],
    ),
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
    # Pauses and what says nothing
    "pauses": (
        "<hr>a<hr><!-- wp:separator --><hr class='wp-block-separator'/><!-- /wp:separator -->"
        "b<!--nextpage-->c<hr>",
        [p("<p>a</p>"), DIVIDER, p("<p>b</p>"), DIVIDER, p("<p>c</p>")],
    ),
    "more, spacers and what fills itself": (
        '<!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:spacer --><div style="height:9px"></div>'
        "<!-- /wp:spacer --><!-- wp:latest-posts /-->a",
        [p("<p>a</p>")],
    ),
    "columns in reading order": (
        '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div><p>a</p></div><!-- '
        "/wp:column -->"
        "<!-- wp:column --><div><p>b</p></div><!-- /wp:column --></div><!-- /wp:columns -->",
        [p("<p>a</p><p>b</p>")],
    ),
    "social links": (
        "<!-- wp:social-links --><ul><!-- wp:social-link "
        '{"url":"https://elders.example/","service":"mastodon"} /-->'
        "</ul><!-- /wp:social-links -->",
        [p('<ul><li><a href="https://elders.example/">Mastodon</a></li></ul>')],
    ),
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
