"""The PDFium functions asked for every word, with addresses as numbers: a pointer object costs more than the call."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium_c

_ADDRESS, _INDEX = ctypes.c_void_p, ctypes.c_int


def address_of(pointer: Any) -> int:
    """Where a pointer of the bindings points to, 0 for nowhere."""
    return ctypes.cast(pointer, _ADDRESS).value or 0


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    # None of these calls back or takes long: letting go of the lock each time would cost as much as the call.
    return ctypes.PYFUNCTYPE(result, *arguments)(address_of(function))


loose_box = _plain(pdfium_c.FPDFText_GetLooseCharBox, _INDEX, _ADDRESS, _INDEX, _ADDRESS)
origin = _plain(pdfium_c.FPDFText_GetCharOrigin, _INDEX, _ADDRESS, _INDEX, _ADDRESS, _ADDRESS)
matrix = _plain(pdfium_c.FPDFText_GetMatrix, _INDEX, _ADDRESS, _INDEX, _ADDRESS)
font_size = _plain(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INDEX)
fill_color = _plain(pdfium_c.FPDFText_GetFillColor, _INDEX, _ADDRESS, _INDEX, *[_ADDRESS] * 4)
text_object = _plain(pdfium_c.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INDEX)
font_of = _plain(pdfium_c.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
page_object = _plain(pdfium_c.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INDEX)
object_type = _plain(pdfium_c.FPDFPageObj_GetType, _INDEX, _ADDRESS)
bounds = _plain(pdfium_c.FPDFPageObj_GetBounds, _INDEX, _ADDRESS, *[_ADDRESS] * 4)
