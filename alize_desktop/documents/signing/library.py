"""What signing takes of pyHanko, loaded without anything that could reach a network.

pyHanko loads its client of time stamp servers with the rest, and that client loads
``aiohttp``, which is not installed. A module whose parts can be named, and never
made, stands in its place while pyHanko is loaded.
"""

import logging
import sys
from collections.abc import Generator
from contextlib import contextmanager
from types import ModuleType


class Unreachable(Exception):  # noqa: N818 - it stands for classes of all kinds
    """Any part of ``aiohttp``."""

    def __init__(self, *_parts: object, **_named: object) -> None:
        msg = "signing never reaches a network"
        raise RuntimeError(msg)


class _NoNetwork(ModuleType):
    def __getattr__(self, _name: str) -> type[Unreachable]:
        return Unreachable


@contextmanager
def _without_network() -> Generator[None]:
    before = sys.modules.get("aiohttp")
    sys.modules["aiohttp"] = _NoNetwork("aiohttp")
    try:
        yield
    finally:
        del sys.modules["aiohttp"]
        if before is not None:
            sys.modules["aiohttp"] = before


for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # they quote names of people

with _without_network():
    from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.pkcs11 import PKCS11Signer
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer, SimpleSigner
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko_certvalidator.registry import SimpleCertificateStore

__all__ = [
    "ArrayObject",
    "BasePdfFileWriter",
    "ByteStringObject",
    "EmbeddedPdfSignature",
    "IncrementalPdfFileWriter",
    "MDPPerm",
    "PKCS11Signer",
    "PdfError",
    "PdfFileReader",
    "PdfSignatureMetadata",
    "PdfSigner",
    "PdfSigningSession",
    "SigSeedSubFilter",
    "Signer",
    "SigningError",
    "SimpleCertificateStore",
    "SimpleSigner",
    "validate_sig_integrity",
]
