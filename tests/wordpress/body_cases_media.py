"""Pictures, galleries, players, sounds and files."""

from tests.wordpress.body_blocks import YOUTUBE, Cases, embed, gallery, image, note, p, picture
from tests.wordpress.old_site import ARTICLE, UPLOADS

CASES: Cases = {
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
}
