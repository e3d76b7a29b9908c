"""Word files, made part by part."""

from __future__ import annotations

import io
import zipfile

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of bare words."""
    pieces = "".join(piece if piece.startswith("<") else run(piece) for piece in inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{pieces}</w:p>"


def word_file(
    *paragraphs: str,
    notes: dict[str, str] | None = None,
    targets: dict[str, str] | None = None,
    head: str = "",
) -> bytes:
    """A .docx file; `targets` are addresses by the ids of their links, `notes` paragraphs by the ids of footnotes."""
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{_RELATIONS}/hyperlink" Target="{url}" TargetMode="External"/>'
        for id_, url in (targets or {}).items()
    )
    held = "".join(f'<w:footnote w:id="{id_}">{note}</w:footnote>' for id_, note in (notes or {}).items())
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"{head}<w:document {_SPACES}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>',
        **({"word/footnotes.xml": f"<w:footnotes {_SPACES}>{held}</w:footnotes>"} if notes else {}),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()
