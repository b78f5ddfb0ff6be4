"""The little Markdown that content may use: emphasis and links in a line of text. Never HTML."""

from markdown_it import MarkdownIt

_markdown = MarkdownIt("zero").enable(["emphasis", "link", "escape"])


def inline_markdown(text: str) -> str:
    """Return one line of text as HTML, with everything escaped that is not emphasis or a link.

    >>> inline_markdown("Kijk *eerst* naar <b>elkaar</b>")
    'Kijk <em>eerst</em> naar &lt;b&gt;elkaar&lt;/b&gt;'
    """
    return str(_markdown.renderInline(text))
