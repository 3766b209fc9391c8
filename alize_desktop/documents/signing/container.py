"""The bytes that a signature leaves out: its own container, written as digits in a gap.

A signature cannot cover itself. What wraps it says nothing that it does not say itself,
and is compared with it, so that no byte of the gap can be changed unnoticed but in the
certificates of authorities that came along.
"""

from asn1crypto import parser

from alize_desktop.documents.signing.library import EmbeddedPdfSignature

_CONSTRUCTED = 1
_VERSIONS = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}


def fills_its_gap(signature: EmbeddedPdfSignature, content: bytes) -> bool:
    """Return whether the only bytes left out are the container's, written in even digits."""
    first, length, second, _rest = signature.byte_range
    digits = signature.pkcs7_content.hex().encode()
    return first == 0 and content[length:second] in (b"<%b>" % digits, b"<%b>" % digits.upper())


def is_sound(signature: EmbeddedPdfSignature) -> bool:
    """Return whether the container is whole, followed by zeros, and says what it holds.

    Raises:
        ValueError: It cannot be read at all.
    """
    own: bytes = signature.pkcs7_content
    end = parser.peek(own)
    if any(own[end:]) or not _is_filled(own[:end]):
        return False
    data, signer = signature.signed_data, signature.signer_info
    version = _VERSIONS.get(signer["sid"].name)
    algorithms = [each.dump() for each in data["digest_algorithms"]]
    return (
        data["version"].native == signer["version"].native == version
        and algorithms == [signer["digest_algorithm"].dump()]
        and data["encap_content_info"]["content_type"].native == "data"
        and not data["encap_content_info"]["content"].native
    )


def _is_filled(encoded: bytes) -> bool:
    """Return whether each part is exactly as long as the parts it is made of."""
    _class, method, tag, _header, inside, _trailer = parser.parse(encoded, strict=True)
    if method != _CONSTRUCTED:
        return bool(tag or encoded[0])
    while inside:
        end = parser.peek(inside)
        if end > len(inside) or not _is_filled(inside[:end]):
            return False
        inside = inside[end:]
    return True
