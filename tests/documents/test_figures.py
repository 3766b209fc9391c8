"""Pictures, drawings and QR codes: seen, said, and the same everywhere."""

import subprocess
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel
from reportlab.graphics.shapes import Drawing, Rect, String

from alize_desktop.documents.document import Document, Section
from alize_desktop.documents.frame import Running
from alize_desktop.documents.tagging.figures import Drawn, Figure, Picture, QrCode
from alize_desktop.documents.tagging.pictures import NotAPictureError, printable_picture

RED, CLEAR_RED = (255, 0, 0), (255, 0, 0, 0)


@pytest.fixture
def print_figures(drain, read_pdf):
    """Return a function: figures → what is printed."""

    def make(*figures):
        section = Section("Partie", lambda: list(figures))
        document = Document("Titre", "Opérateur", "Un essai", Running("", "", ""), [section])
        return read_pdf(drain(document.render())[1])

    return make


def picture_file(mode="RGB", size=(40, 20), colour=None, kind="PNG", **settings):
    file = BytesIO()
    Image.new(mode, size, colour or 0).save(file, kind, **settings)
    return file.getvalue()


def printed_picture(content, width=100, height=100):
    file, across, down = printable_picture(content, width, height)
    return Image.open(file), across, down


def test_a_figure_says_what_it_shows_and_where_it_stands(print_figures):
    printed = print_figures(Picture(picture_file(), "Logo de la chambre", 100, 100))
    (figure,) = printed.elements("Figure")
    assert str(figure.Alt) == "Logo de la chambre"
    left, bottom, right, top = (float(each) for each in figure.A.BBox)
    assert (round(right - left), round(top - bottom)) == (100, 50)


def test_an_ornament_is_passed_over(print_figures):
    printed = print_figures(Picture(picture_file(), "", 100, 100))
    assert printed.structure == ("Document", [])
    with pikepdf.open(printed.path) as pdf:
        assert len(pdf.pages[0].get_images()) == 1


@pytest.mark.parametrize(("room", "size"), [((100, 100), (100, 50)), ((300, 10), (20, 10))])
def test_a_picture_fills_its_room_one_way_or_the_other(room, size):
    picture = Picture(picture_file(), "Logo", *room)
    assert picture.wrap(500, 500) == size


@pytest.mark.parametrize(
    ("content", "colour"),
    [
        (picture_file("RGBA", colour=CLEAR_RED), (255, 255, 255)),
        (picture_file("RGBA", colour=(*RED, 255)), RED),
        (picture_file("LA", colour=(0, 0)), (255, 255, 255)),
        (picture_file("P", transparency=0), (255, 255, 255)),
        (picture_file("RGB", transparency=(0, 0, 0)), (255, 255, 255)),
        (picture_file("P"), (0, 0, 0)),
        (picture_file("1", colour=1), 255),
        (picture_file("L", colour=7), 7),
        (picture_file("I;16", kind="PNG"), 0),
        (picture_file("CMYK", kind="JPEG"), (255, 255, 255)),
        (picture_file("RGB", colour=RED, kind="BMP"), RED),
    ],
)
def test_any_picture_becomes_opaque_and_keeps_its_colour(content, colour):
    picture, _across, _down = printed_picture(content)
    assert picture.mode in ("L", "RGB")
    shown = picture.convert("RGB").getpixel((1, 1))
    expected = colour if isinstance(colour, tuple) else (colour,) * 3
    assert all(abs(one - other) <= 2 for one, other in zip(shown, expected, strict=True))


def test_a_photograph_taken_upright_is_printed_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    content = picture_file(size=(40, 20), kind="JPEG", exif=exif)
    picture, across, down = printed_picture(content)
    assert (picture.format, across, down) == ("JPEG", 50, 100)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_forty_megapixels_are_printed_in_three_hundred_points_an_inch(kind):
    content = picture_file(size=(8000, 5000), kind=kind)
    picture, across, down = printed_picture(content, 72, 72)
    assert (across, down) == (72, 45)
    assert picture.size == (300, 188)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        picture_file()[:60],
        picture_file(size=(400, 400), kind="JPEG")[:700],
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\nshowpage\n",
        picture_file("1", size=(10_000, 9_500)),
        picture_file("1", size=(20_000, 9_500)),
    ],
    ids=["nothing", "text", "cut PNG", "cut JPEG", "program", "95 megapixels", "190 megapixels"],
)
def test_what_is_no_picture_or_too_large_is_refused(content):
    with pytest.raises(NotAPictureError):
        Picture(content, "Logo", 100, 100)


def test_a_drawing_is_written_in_the_text_font(print_figures):
    drawing = Drawing(200, 50)
    drawing.add(String(0, 10, "Prêt : 12 000 €"))
    printed = print_figures(Drawn(drawing, "Prêt de 12 000 €", "CENTER"))
    assert "Prêt : 12 000 €" in printed.text
    assert all("Inter" in name for name, _is_embedded in printed.fonts)


def test_a_font_that_would_not_be_in_the_file_is_refused(print_figures):
    drawing = Drawing(200, 50)
    drawing.add(String(0, 10, "Prêt", fontName="Helvetica"))
    drawing.add(Rect(0, 0, 5, 5))
    with pytest.raises(ValueError, match="Helvetica"):
        print_figures(Drawn(drawing, "Prêt"))


def test_a_qr_code_shows_every_module(print_figures, tmp_path):
    content, side, dots = "7ZEW-IOQZ-PT74-QSNP-WAQ6-VJ5P", 66, 8
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(content.encode()))
    code.make()
    count = len(code.modules) + 8
    printed = print_figures(QrCode(content, "Empreinte", side))
    (figure,) = printed.elements("Figure")
    left, _bottom, _right, top = (float(each) for each in figure.A.BBox)
    scale = count * dots / side
    command = [
        "pdftoppm",
        "-r",
        str(72 * scale),
        "-gray",
        str(printed.path),
        str(tmp_path / "page"),
    ]
    subprocess.run(command, check=True)
    with Image.open(next(tmp_path.glob("page*"))) as page:
        height = page.height / scale
        for row, modules in enumerate(code.modules):
            for column, is_dark in enumerate(modules):
                x = left + (column + 4.5) * side / count
                y = height - top + (row + 4.5) * side / count
                assert (page.getpixel((round(x * scale), round(y * scale))) < 128) == bool(is_dark)


def test_a_figure_of_no_kind_draws_nothing(print_figures):
    with pytest.raises(NotImplementedError):
        print_figures(Figure(10, 10, "Rien"))
