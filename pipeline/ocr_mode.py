"""Which pages OCR reads: apart from the reader, so that the command knows the choices without loading it."""

from enum import StrEnum


class OcrMode(StrEnum):
    """Those without a text layer, all, or none."""

    AUTO = "auto"
    FORCE = "force"
    OFF = "off"
