"""What our macros print is HTML already: Markdown gets it whole, instead of reading it tag by tag."""

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

BEGIN = '<div class="kb-blok'
NA_ANKERS, VOOR_HTML = 21, 20  # MkDocs reads the anchors of a page; then Markdown looks for HTML


class Blokken(Extension):
    """Puts aside every block of ours (see `render.render`: no blank line in it) before Markdown looks for HTML."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown."""
        md.preprocessors.register(_Bewaar(md), "kb_blokken", (NA_ANKERS + VOOR_HTML) / 2)


class _Bewaar(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        delen = "\n".join(lines).split("\n\n")
        return "\n\n".join(self._deel(deel) for deel in delen).split("\n")

    def _deel(self, deel: str) -> str:
        html = deel.strip("\n")
        return self.md.htmlStash.store(html) if html.startswith(BEGIN) else deel
