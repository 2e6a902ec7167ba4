"""Markdown leaves the HTML of our macros as it is, and reads what stands around it."""

from markdown import Markdown

from macros.blokken import Blokken

BLOK = """<div class="kb-blok kb-proef">
<p id="plek">*sterren* [geen link](x.md) &amp; `code` _lijn_</p>
<ul><li>een<li>twee</ul>
</div>
<div class="kb-woorden">
<p>| a | b |</p>
</div>"""


def omgezet(tekst):
    return Markdown(extensions=[Blokken(), "attr_list", "tables"]).convert(tekst)


def test_a_block_comes_out_as_it_was_printed():
    assert omgezet(BLOK) == BLOK


def test_a_block_is_put_aside_whole_and_not_read_tag_by_tag():
    lezer = Markdown(extensions=[Blokken()])
    lezer.convert(f"# Kop\n\n{BLOK}\n\nTekst.")
    assert lezer.htmlStash.rawHtmlBlocks == [BLOK]


def test_what_stands_before_and_after_a_block_is_markdown():
    html = omgezet(f"# Kop\n\nEen *inleiding*.\n{{ .kb-inleiding }}\n\n{BLOK}\n\nNa [het blok](y.md).\n\n{BLOK}")
    voor, midden, na = html.split(BLOK)
    assert voor.startswith('<h1>Kop</h1>\n<p class="kb-inleiding">Een <em>inleiding</em>.')
    assert '<a href="y.md">' in midden
    assert not na.strip()


def test_html_that_is_no_block_of_ours_is_left_to_markdown():
    assert omgezet('<div class="ander">\n\n<p>*x*</p>\n\n</div>') == '<div class="ander">\n\n<p>*x*</p>\n\n</div>'
    assert "<em>x</em>" in omgezet('Een <span class="kb-blok">*x*</span>.')
