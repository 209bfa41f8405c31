"""Words: lines, headings, lists, quotes, tables, links, pauses."""

from tests.wordpress.body_blocks import DIVIDER, LINK, Cases, h, image, p, quote, table
from tests.wordpress.old_site import OLD, UPLOADS

CASES: Cases = {
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
}
