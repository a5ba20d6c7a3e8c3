"""What makes runs of text look alike on a page."""

from typing import NamedTuple

from pipeline.document import Style


class Look(NamedTuple):
    """What makes two runs of text look alike: size, weight, slant, font, (unless ignored) colour, capitals."""

    size: float
    bold: bool
    italic: bool
    font: str
    color: str | None
    capitals: bool = False

    @classmethod
    def of(cls, style: Style, with_color: bool = True) -> "Look":
        """The look of a style."""
        color = style.color if with_color else None
        return cls(style.size, style.bold, style.italic, style.font, color, style.capitals)

    def fits(self, style: Style) -> bool:
        """Whether a run of text looks so."""
        return Look.of(style, self.color is not None) == self

    def __str__(self) -> str:
        marks = " gras" * self.bold + " italique" * self.italic + " capitales" * self.capitals
        return f"{self.font} {self.size:g}{marks}"
