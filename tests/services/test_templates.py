"""The texts of papers in an office's own words, and what its papers look like."""

from dataclasses import replace
from io import BytesIO
from zlib import crc32

import pikepdf
import pytest
from PIL import Image

from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.enums import TemplateKey
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.papers import PaperIdentity
from alize_desktop.wording.errors import message_of

KEY = TemplateKey.NOTIFICATION_REFUSED
LOOKS = PaperIdentity("12 rue X\n21000 Dijon", "Claire Roussel", "SIREN", "#7a1f3d")


def picture(mode="RGB", size=(300, 100), form="PNG", colour=None):
    file = BytesIO()
    Image.new(mode, size, colour or 0).save(file, form)
    return file.getvalue()


def test_an_office_begins_with_the_texts_of_the_program(empty):
    texts = empty.services.templates.templates()
    assert [each.key for each in texts] == list(TemplateKey)
    assert all(each.version == 0 and each.adopted_at is None for each in texts)
    assert empty.services.templates.text(KEY) == empty.services.templates.shipped_text(KEY)


def test_an_adopted_text_is_used_and_journaled(empty):
    service = empty.services.templates
    assert service.adopt(KEY, "\n# Refus  \r\n\r\n{motif}\n\n") == Changes(programme=True)
    assert service.text(KEY) == "# Refus\n\n{motif}\n"
    kept = next(each for each in service.templates() if each.key is KEY)
    assert (kept.version, kept.adopted_at) == (1, empty.clock())
    assert empty.actions()[-1] == "template.adopted"
    assert service.text(TemplateKey.AGREEMENT) == service.shipped_text(TemplateKey.AGREEMENT)


def test_the_same_text_again_writes_nothing(empty):
    service = empty.services.templates
    service.adopt(KEY, "{motif}")
    before = len(empty.journal())
    assert service.adopt(KEY, "{motif}\n") == Changes()
    assert len(empty.journal()) == before


def test_the_text_of_the_program_is_given_back(empty):
    service = empty.services.templates
    assert service.restore(KEY) == Changes()
    service.adopt(KEY, "{motif}")
    assert service.restore(KEY) == Changes(programme=True)
    assert service.text(KEY) == service.shipped_text(KEY)
    assert next(each for each in service.templates() if each.key is KEY).version == 0
    assert empty.actions()[-1] == "template.restored"
    service.adopt(KEY, "{motif}")
    assert next(each for each in service.templates() if each.key is KEY).version == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ErrorCode.TEXT_MISSING),
        ("{", ErrorCode.TEMPLATE_FIELD_BROKEN),
        ("{a b}", ErrorCode.TEMPLATE_FIELD_BROKEN),
        ("{montant}", ErrorCode.TEMPLATE_FIELD_UNKNOWN),
        ("[[un", ErrorCode.TEMPLATE_PASSAGE_BROKEN),
    ],
)
def test_a_text_that_could_not_be_filled_is_refused(empty, refused, text, code):
    with refused(code, empty):
        empty.services.templates.adopt(KEY, text)
    with refused(code, empty):
        empty.services.templates.preview(KEY, text)


def test_a_refusal_names_the_field_and_the_line(empty):
    with pytest.raises(UserError) as caught:
        empty.services.templates.adopt(KEY, "un\n{montent_demande}")
    assert message_of(caught.value) == (
        "Ligne 2\u00a0: ce modèle n’a pas de champ «\u00a0montent_demande\u00a0». "
        "Peut-être montant_demande\u00a0?"
    )


def test_looks_are_adopted_and_journaled(empty):
    service = empty.services.templates
    assert service.identity() == PaperIdentity()
    assert service.adopt_identity(LOOKS) == Changes(programme=True)
    assert service.identity() == LOOKS
    assert empty.actions()[-1] == "identity.adopted"
    assert service.adopt_identity(LOOKS) == Changes()


def test_looks_are_tidied(empty):
    service = empty.services.templates
    service.adopt_identity(PaperIdentity(" 12  rue X \n\n21000 Dijon", " A\tB ", "", " #7A1F3D "))
    assert service.identity() == PaperIdentity("12 rue X\n21000 Dijon", "A B", "", "#7a1f3d")


def test_a_logo_is_made_opaque_and_kept_once(empty):
    service = empty.services.templates
    service.adopt_identity(LOOKS, picture("RGBA", colour=(0, 0, 255, 0)))
    kept = service.identity()
    with Image.open(BytesIO(kept.logo)) as logo:
        assert logo.mode == "RGB"
        assert logo.getpixel((5, 5)) == (255, 255, 255)
    service.adopt_identity(replace(kept, signatory="Odile Perrin"))
    assert service.identity().logo == kept.logo
    service.adopt_identity(replace(kept, logo=None))
    assert service.identity().logo is None
    service.adopt_identity(kept)
    assert service.identity().logo is not None


def test_a_large_photograph_is_made_smaller(empty):
    service = empty.services.templates
    service.adopt_identity(LOOKS, picture(size=(4000, 3000), form="JPEG"))
    with Image.open(BytesIO(service.identity().logo)) as logo:
        assert max(logo.size) < 1400


def bomb():
    """The head of a picture of 400 megapixels, and nothing of it."""
    whole = bytearray(picture("1", (8, 8)))
    whole[16:24] = (20_000).to_bytes(4, "big") * 2
    whole[29:33] = crc32(whole[12:29]).to_bytes(4, "big")
    return bytes(whole)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", ErrorCode.PICTURE_NOT_READABLE),
        (b"<svg/>", ErrorCode.PICTURE_NOT_READABLE),
        (picture()[:60], ErrorCode.PICTURE_NOT_READABLE),
        (picture("1", (8000, 5001)), ErrorCode.PICTURE_TOO_LARGE),
        (picture("1", (10_000, 10_000)), ErrorCode.PICTURE_TOO_LARGE),
        (bomb(), ErrorCode.PICTURE_TOO_LARGE),
    ],
    ids=["pdf", "svg", "cut", "40 megapixels", "100 megapixels", "bomb"],
)
def test_what_cannot_be_a_logo_is_refused(empty, refused, content, code):
    with refused(code, empty):
        empty.services.templates.adopt_identity(LOOKS, content)


@pytest.mark.parametrize(
    ("looks", "code"),
    [
        (replace(LOOKS, accent="bleu"), ErrorCode.COLOUR_INVALID),
        (replace(LOOKS, accent="#ffee00"), ErrorCode.COLOUR_TOO_PALE),
        (replace(LOOKS, address="\n".join("123456789")), ErrorCode.ADDRESS_TOO_LONG),
    ],
)
def test_looks_that_would_spoil_papers_are_refused(empty, refused, looks, code):
    with refused(code, empty):
        empty.services.templates.adopt_identity(looks)


@pytest.mark.parametrize("key", TemplateKey)
def test_every_text_can_be_seen_before_it_is_adopted(empty, key):
    service = empty.services.templates
    first = service.preview(key, service.text(key))
    assert first == service.preview(key, service.text(key), PaperIdentity())
    assert first != service.preview(key, service.text(key), LOOKS)
    with pikepdf.open(BytesIO(first)) as pdf:
        assert len(pdf.pages) >= 1


def test_every_adopted_text_can_be_read_again(empty):
    service = empty.services.templates
    assert service.versions(KEY) == ()
    service.adopt(KEY, "{motif}")
    service.restore(KEY)
    service.adopt(KEY, "Non : {motif}")
    kept = service.versions(KEY)
    assert [(each.version, each.text) for each in kept] == [
        (3, "Non : {motif}\n"),
        (1, "{motif}\n"),
    ]


def test_a_picture_is_checked_before_anything_is_adopted(empty):
    assert empty.services.templates.logo(picture())
    with pytest.raises(UserError) as refused:
        empty.services.templates.logo(b"not a picture")
    assert refused.value.code is ErrorCode.PICTURE_NOT_READABLE
