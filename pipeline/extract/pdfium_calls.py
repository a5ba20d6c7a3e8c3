"""The PDFium functions asked for every word, with addresses as numbers: a pointer object costs more than the call.

So does the check of an argument. What is the same in many calls (the page, where answers go) is given as `Address`,
made once; only addresses that come from PDFium are checked, for as plain numbers they would be cut to half.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium_c

Address, _INDEX = ctypes.c_void_p, ctypes.c_int


def address_of(pointer: Any) -> int:
    """Where a pointer of the bindings points to, 0 for nowhere."""
    return ctypes.cast(pointer, Address).value or 0


def _plain(function: Any, result: Any, *checked: Any) -> Callable[..., Any]:
    # None of these calls back or takes long: letting go of the lock each time would cost as much as the call.
    return ctypes.PYFUNCTYPE(result, *checked)(address_of(function))


loose_box = _plain(pdfium_c.FPDFText_GetLooseCharBox, _INDEX)
origin = _plain(pdfium_c.FPDFText_GetCharOrigin, _INDEX)
matrix = _plain(pdfium_c.FPDFText_GetMatrix, _INDEX)
font_size = _plain(pdfium_c.FPDFText_GetFontSize, ctypes.c_double)
fill_color = _plain(pdfium_c.FPDFText_GetFillColor, _INDEX)
text_object = _plain(pdfium_c.FPDFText_GetTextObject, Address)
font_of = _plain(pdfium_c.FPDFTextObj_GetFont, Address, Address)
page_object = _plain(pdfium_c.FPDFPage_GetObject, Address)
object_type = _plain(pdfium_c.FPDFPageObj_GetType, _INDEX, Address)
bounds = _plain(pdfium_c.FPDFPageObj_GetBounds, _INDEX, *[Address] * 5)
