"""The script one would write in an afternoon, to compare with: pdfplumber, regular expressions, the whole model.

It is kept plain on purpose; the package does not use it. Example: `python benchmarks/naive.py some.pdf out.csv`.
"""

import csv
import re
import sys
from pathlib import Path

import pdfplumber
import spacy

TIME = re.compile(r"(\d{1,2}h\d{0,2})\s*(?:à|-|–)\s*(\d{1,2}h\d{0,2})")
MARKER = re.compile(r"ANIMÉ PAR|AVEC")


def main() -> None:
    """Write one row per page with its title, hours, persons and organisations."""
    source, target = sys.argv[1:3]
    nlp = spacy.load("fr_core_news_md")
    with pdfplumber.open(source) as pdf, Path(target).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["page", "titre", "debut", "fin", "personnes", "organisations"])
        for page in pdf.pages:
            text = page.extract_text()
            hours = TIME.search(text)
            blocks = MARKER.split(text)[1:]
            entities = [entity for block in blocks for entity in nlp(block).ents]
            rows.writerow(
                [
                    page.page_number,
                    text.partition("\n")[0],
                    *(hours.groups() if hours else ("", "")),
                    "|".join(entity.text for entity in entities if entity.label_ == "PER"),
                    "|".join(entity.text for entity in entities if entity.label_ == "ORG"),
                ]
            )


if __name__ == "__main__":
    main()
