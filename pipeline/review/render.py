"""Templates to pages: everything escaped, style and script inlined, nothing loaded from outside."""

import base64
import hashlib
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "templates"
# By this a later run knows which files of a folder are pages of ours.
GENERATOR = "programme-ouvert revue"


def render_page(template: str, styles: tuple[str, ...], scripts: tuple[str, ...], **values: Any) -> bytes:
    """A self-contained HTML page.

    Args:
        template: name of the template.
        styles: names of the style sheets, joined in this order.
        scripts: names of the scripts, joined into one module in this order.
        values: what the template names.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style, script = _joined(styles), _joined(scripts)
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template(template).render(
        style=Markup(style),
        script=Markup(script),
        policy=content_policy(style, script),
        generator=GENERATOR,
        **values,
    )
    return page.encode("utf-8")


def content_policy(style: str, script: str) -> str:
    """What the page may load: its own style, its own script, and images it holds itself."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((TEMPLATES / name).read_text(encoding="utf-8").strip() for name in names)


def is_own_page(path: Path) -> bool:
    """Whether a file is a page this package wrote."""
    with path.open("rb") as stream:
        return f'<meta name="generator" content="{GENERATOR}">'.encode() in stream.read(4_096)
