"""Writes `bolivia-2019/timeline.pdf` and `bolivia-2019/actors.docx`, the same bytes on every machine.

Run `python examples/build_documents.py [FOLDER]`. Both formats are written here by hand, so that the files depend on
no library's version: the PDF is text in Helvetica, the Word file is stored uncompressed with fixed times.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent / "bolivia-2019"
AUTHOR = "Dissensus examples"

# --- timeline.pdf -------------------------------------------------------------------------------------------------

TIMELINE_TITLE = "Bolivia from December 2019 to August 2021"
RUNNING_HEAD = "Dissensus examples: Bolivia after 2019"
# A soft hyphen (\u00ad) marks where a word may be cut at a line end.
TIMELINE_PAGES = (
    (
        "4 December 2019. The Organ\u00adi\u00adza\u00adtion of American States (OAS) publishes the final report of "
        "its audit. It speaks of intentional manip\u00adu\u00adla\u00adtion. The Center for Economic and Policy "
        "Research disputes the report.",
        "12 December 2019. Evo Morales arrives in Argentina. The government of Alberto Fernández gives him refuge.",
        "18 December 2019. Prose\u00adcutors in La Paz order the arrest of Morales for sedition and terrorism. "
        "Morales calls the order illegal.",
        "30 December 2019. Jeanine Áñez expels the Mexican ambassador and two Spanish diplomats. Spain expels "
        "three Bolivian diplomats in return.",
        "19 January 2020. Morales announces that Luis Arce, his former minister of economy, will be the "
        "presi\u00addential candidate of the Movement for Socialism (MAS).",
        "24 January 2020. Áñez declares that she will be a candi\u00addate, which she had ruled out before.",
        "27 February 2020. John Curiel and Jack Williams write that the statis\u00adti\u00adcal evi\u00addence does "
        "not support the claim of fraud.",
        "March 2020. Because of the pandemic the Supreme Electoral Tribunal postpones the election, which it had "
        "set for 3 May.",
        "7 June 2020. The New York Times reports on a study by Nicolás Idrobo, Dorothy Kronick and Francisco "
        "Rodríguez, who dispute the statis\u00adtics of the OAS.",
    ),
    (
        "23 July 2020. The tribunal moves the election from 6 September to 18 October. Morales condemns the delay.",
        "August 2020. The Bolivian Workers' Center and other organi\u00adza\u00adtions block roads in protest against "
        "the post\u00adpone\u00adment.",
        "17 September 2020. Áñez withdraws her candi\u00addacy.",
        "18 October 2020. Arce wins the election with 55.1 percent of the vote; Mesa gets 28.8 percent and Luis "
        "Fernando Camacho 14 percent. Áñez con\u00adgrat\u00adu\u00adlates Arce. The United States and the OAS "
        "recognise his victory.",
        "8 November 2020. Arce becomes president of Bolivia. David Choquehuanca becomes vice president.",
        "9 November 2020. Morales returns to Bolivia from Argentina.",
        "13 March 2021. The police arrest Áñez on charges of sedition, terrorism and conspiracy. Prose\u00adcutors say "
        "that she took part in a coup. Áñez calls her arrest political per\u00adse\u00adcu\u00adtion and denies that "
        "there was a coup.",
        "17 August 2021. The Inter\u00addisci\u00adpli\u00adnary Group of Inde\u00adpen\u00addent Experts presents its "
        "report in La Paz. The group counts at least 37 deaths in the crisis and speaks of massacres at Sacaba and "
        "Senkata. It recom\u00admends repa\u00adra\u00adtions for the victims.",
    ),
)
LINE_CHARACTERS = 70


def wrapped(paragraph: str) -> list[str]:
    """The lines of a paragraph; a word that does not fit is cut at its last soft hyphen that does."""
    lines = [""]
    for word in paragraph.split():
        gap = " " if lines[-1] else ""
        if len(lines[-1]) + len(gap) + len(word.replace("\u00ad", "")) <= LINE_CHARACTERS:
            lines[-1] += gap + word.replace("\u00ad", "")
            continue
        parts = word.split("\u00ad")
        for cut in range(len(parts) - 1, 0, -1):
            head = "".join(parts[:cut]) + "-"
            if len(lines[-1]) + len(gap) + len(head) <= LINE_CHARACTERS:
                lines[-1] += gap + head
                lines.append("".join(parts[cut:]))
                break
        else:
            lines.append("".join(parts))
    return lines


def pdf(pages: Sequence[Sequence[str]], title: str) -> bytes:
    """A PDF of A4 pages with a running head and page numbers; each page is a list of paragraphs."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for number, paragraphs in enumerate(pages, 1):
        text = [(60, 800, 9, RUNNING_HEAD), (270, 40, 9, f"Page {number} of {len(pages)}")]
        y = 760
        if number == 1:
            text.insert(1, (60, y, 15, title))
            y -= 34
        body = []
        for paragraph in paragraphs:
            for line in wrapped(paragraph):
                body.append((60, y, 11, line))
                y -= 15
            y -= 9
        text[-1:-1] = body
        stream = "BT\n" + "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm {_string(line)} Tj\n" for x, y, size, line in text)
        stream += "ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title {_string(title)} /Author {_string(AUTHOR)} >>")
    out, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    out += "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("cp1252")  # one byte a character, so that the offsets hold


def _string(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped})"


# --- actors.docx --------------------------------------------------------------------------------------------------

ACTORS_TITLE = "Who is who in the Bolivian crisis of 2019"
ACTORS_INTRODUCTION = (
    "This list gives the persons and bodies that the other texts name, with the offices that they held at the time. "
    "It takes no position on whether an office was held lawfully."
)
ACTORS_HEADINGS = ("Name", "Role", "Time")
ACTORS = (
    (
        "Evo Morales",
        "President of Bolivia; leader of the Movement for Socialism (MAS)",
        "22 January 2006 to 10 November 2019",
    ),
    ("Álvaro García Linera", "Vice president of Bolivia", "22 January 2006 to 10 November 2019"),
    ("Carlos Mesa", "Candidate of Civic Community; president of Bolivia from 2003 to 2005", "2019 and 2020"),
    ("Jeanine Áñez", "Senator; interim president of Bolivia", "12 November 2019 to November 2020"),
    ("Luis Fernando Camacho", "President of the Pro Santa Cruz Committee", "2019"),
    ("Williams Kaliman", "Commander of the armed forces of Bolivia", "December 2018 to 13 November 2019"),
    ("Carlos Orellana", "Commander of the armed forces of Bolivia", "from 13 November 2019"),
    ("Karen Longaric", "Foreign minister of Bolivia", "from 13 November 2019"),
    ("Arturo Murillo", "Interior minister of Bolivia", "from 13 November 2019"),
    ("Luis Fernando López", "Defence minister of Bolivia", "from 13 November 2019"),
    ("Luis Arce", "Minister of economy under Morales; president of Bolivia", "from 8 November 2020"),
    ("Luis Almagro", "Secretary General of the Organization of American States (OAS)", "from May 2015"),
    ("Manuel González", "Head of the OAS electoral observation mission", "October 2019"),
    ("Andrés Manuel López Obrador", "President of Mexico", "from 1 December 2018"),
    ("Marcelo Ebrard", "Foreign minister of Mexico", "from 1 December 2018"),
    ("Donald Trump", "President of the United States", "from 20 January 2017"),
    ("Mike Pompeo", "Secretary of State of the United States", "from 26 April 2018"),
)
ACTORS_SIDES = (
    "Morales led the MAS, which had a majority in both chambers of the Plurinational Legislative Assembly. Mesa and "
    "Camacho opposed Morales; Mesa led Civic Community, and Camacho led the protests in Santa Cruz.",
    "Áñez belonged to the Social Democratic Movement. She appointed Longaric, Murillo and López as ministers. The "
    "United States recognised her government. Mexico called the removal of Morales a coup and gave him asylum.",
)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx() -> bytes:
    """The Word file: a title, a table of persons and two paragraphs."""
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in (ACTORS_HEADINGS, *ACTORS)
    )
    body = (
        _paragraph(ACTORS_TITLE, "Title")
        + _paragraph(ACTORS_INTRODUCTION)
        + _paragraph("Persons", "Heading1")
        + '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        + f"<w:tblGrid>{'<w:gridCol/>' * 3}</w:tblGrid>{rows}</w:tbl>"
        + _paragraph("Sides", "Heading1")
        + "".join(map(_paragraph, ACTORS_SIDES))
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"{default}><w:name w:val="{name}"/></w:style>'
        for key, name, default in (
            ("Normal", "Normal", ' w:default="1"'),
            ("Title", "Title", ""),
            ("Heading1", "heading 1", ""),
        )
    )
    parts = {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(ACTORS_TITLE)}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:language>en</dc:language>"
        "</cp:coreProperties>",
        "word/document.xml": f"{_XML}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"{_XML}<w:styles {_W}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.create_system = 0  # else it is that of the machine
            archive.writestr(member, text.encode("utf-8"))
    return file.getvalue()


def _paragraph(text: str, style: str = "Normal") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'


def build(folder: Path) -> None:
    """Write both files into a folder."""
    (folder / "timeline.pdf").write_bytes(pdf(TIMELINE_PAGES, TIMELINE_TITLE))
    (folder / "actors.docx").write_bytes(docx())


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
