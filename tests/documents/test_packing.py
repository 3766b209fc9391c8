"""Documents of dossiers on their way into a pack: what is kept, what is taken out, what is said."""

import errno
import resource
import struct
import zlib
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from alize_desktop.documents.fonts import REGULAR, load_fonts
from alize_desktop.documents.packing.binder import Binder
from alize_desktop.documents.packing.fonts_outside import fonts_outside
from alize_desktop.documents.packing.found import CannotJoinError, Finding
from alize_desktop.documents.packing.mark import name_mark
from alize_desktop.documents.packing.merging import put_end_to_end
from alize_desktop.documents.packing.names import TypesetPack
from alize_desktop.documents.packing.readying import ready
from alize_desktop.models.records.packs import JoiningFlaw


def written(pages=1, size=(595, 842), font=REGULAR):
    """Return a PDF, its font inside unless another is asked for."""
    load_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, initialFontName=font)
    for page in range(pages):
        canvas.setFont(font, 12)
        canvas.drawString(60, 60, f"Ligne de la page {page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def changed(change, content=None):
    """Return a PDF after something was done to it."""
    file = BytesIO()
    with pikepdf.open(BytesIO(content or written())) as pdf:
        change(pdf)
        pdf.save(file)
    return file.getvalue()


def without_pages(pdf):
    del pdf.pages[:]


def with_box(box):
    """Return a change: the first page has another box."""

    def put(pdf):
        pdf.pages[0].obj.MediaBox = box

    return put


def picture(kind="PNG", mode="RGB", size=(300, 200), **more):
    file = BytesIO()
    Image.new(mode, size, 120 if mode == "L" else (120, 40, 40, 90)[: len(mode)]).save(
        file, kind, **more
    )
    return file.getvalue()


@pytest.fixture
def target(tmp_path):
    return tmp_path / "ready.pdf"


@pytest.fixture
def flaws(target):
    """Return a function: bytes → the flaws that were found, once joined."""
    return lambda content: [each.flaw for each in ready(content, target).findings]


@pytest.fixture
def refusal(target):
    """Return a function: bytes → why they cannot be joined, nothing being left."""

    def refused(content):
        with pytest.raises(CannotJoinError) as caught:
            ready(content, target)
        assert not target.exists()
        return caught.value.flaw

    return refused


def text_of(path, read_pdf):
    return read_pdf(path.read_bytes()).text


class TestAPdf:
    def test_its_pages_are_kept_with_their_words(self, target, read_pdf):
        readied = ready(written(3), target)
        assert readied.boxes == ((0, 0, 595, 842),) * 3
        assert readied.findings == ()
        assert readied.is_foreign
        assert "Ligne de la page 3" in text_of(target, read_pdf)

    def test_a_password_is_told(self, refusal):
        file = BytesIO()
        with pikepdf.open(BytesIO(written())) as pdf:
            pdf.save(file, encryption=pikepdf.Encryption(user="secret", owner="autre"))
        assert refusal(file.getvalue()) is JoiningFlaw.ENCRYPTED

    def test_one_that_anybody_can_open_is_joined(self, flaws):
        file = BytesIO()
        with pikepdf.open(BytesIO(written())) as pdf:
            pdf.save(file, encryption=pikepdf.Encryption(user="", owner="autre"))
        assert flaws(file.getvalue()) == []

    @pytest.mark.parametrize(
        "content",
        [
            b"%PDF-1.4\nrien",
            b"%PDF-1.7",
            changed(without_pages),
            changed(with_box(Array([0, 0, 0, 0]))),
            changed(with_box(Array([0, 0, 9e9, 10]))),
        ],
        ids=["nothing", "head", "no page", "empty page", "endless page"],
    )
    def test_one_that_is_damaged_is_told(self, refusal, content):
        assert refusal(content) is JoiningFlaw.DAMAGED

    def test_one_that_was_cut_is_repaired_or_told(self, target):
        content = written(4)
        for length in range(40, len(content), 997):
            try:
                readied = ready(content[:length], target)
            except CannotJoinError as error:
                assert error.flaw is JoiningFlaw.DAMAGED  # noqa: PT017  # either way is right
            else:
                assert Finding(JoiningFlaw.REPAIRED) in readied.findings

    def test_pages_in_landscape_are_said_to_be_turned(self, flaws):
        assert flaws(written(size=(842, 595))) == [JoiningFlaw.TURNED]

    def test_a_page_that_says_it_is_turned_counts_as_it_is_seen(self, target):
        content = changed(lambda pdf: pdf.pages[0].rotate(90, relative=True))
        readied = ready(content, target)
        assert [each.flaw for each in readied.findings] == [JoiningFlaw.TURNED]
        assert readied.boxes == ((0, 0, 842, 595),)

    def test_a_long_one_is_joined_whole(self, target):
        readied = ready(written(500), target)
        assert len(readied.boxes) == 500
        assert readied.findings == (Finding(JoiningFlaw.LONG, "500"),)

    def test_a_font_that_is_not_inside_is_named(self, target):
        (found,) = ready(written(font="Helvetica"), target).findings
        assert found == Finding(JoiningFlaw.FONTS_OUTSIDE, "Helvetica")

    def test_three_fonts_are_named_at_most(self, target):
        names = ("Helvetica", "Courier", "Times-Roman", "Symbol")
        file = BytesIO()
        canvas = Canvas(file)
        for name in names:
            canvas.setFont(name, 12)
            canvas.drawString(10, 10, "a")
        canvas.save()
        (found,) = ready(file.getvalue(), target).findings
        assert found.about == "Courier, Helvetica et Symbol…"


class TestWhatActsIsTakenOut:
    def program(self):
        return Dictionary(S=Name.JavaScript, JS=String("app.alert('secret')"))

    @pytest.mark.parametrize("place", ["opening", "names", "page", "link", "closing"])
    def test_a_program_is_removed_and_told(self, flaws, target, place):
        def put(pdf):
            page, program = pdf.pages[0].obj, self.program()
            match place:
                case "opening":
                    pdf.Root.OpenAction = program
                case "names":
                    tree = Dictionary(Names=Array([String("a"), program]))
                    pdf.Root.Names = Dictionary(JavaScript=tree)
                case "page":
                    page.AA = Dictionary(O=program)
                case "closing":
                    pdf.Root.AA = Dictionary(WC=program)
                case "link":
                    box = Array([0, 0, 10, 10])
                    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, A=program)
                    page.Annots = Array([link, 3])

        assert flaws(changed(put)) == [JoiningFlaw.PROGRAM_REMOVED]
        assert_bare(target)

    def test_files_inside_are_removed_and_told(self, flaws, target):
        def put(pdf):
            pdf.attachments["secret.txt"] = b"app.alert('secret')"

        assert flaws(changed(put)) == [JoiningFlaw.FILE_REMOVED]
        assert_bare(target)

    def test_what_a_form_was_filled_with_stays_as_a_drawing(self, target, read_pdf):
        file = BytesIO()
        canvas = Canvas(file)
        canvas.acroForm.textfield(
            value="Menuiserie Noisetier", x=60, y=600, width=300, height=30, name="entreprise"
        )
        canvas.showPage()
        canvas.save()
        content = changed(
            lambda pdf: pdf.Root.AcroForm.__setitem__("/NeedAppearances", True), file.getvalue()
        )
        ready(content, target)
        assert "Menuiserie Noisetier" in text_of(target, read_pdf)
        assert_bare(target)


def assert_bare(path):
    with pikepdf.open(path) as pdf:
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages"}
        for page in pdf.pages:
            assert not {"/Annots", "/AA", "/Metadata"} & page.obj.keys()
        assert not any(
            isinstance(each, Dictionary) and ("/JS" in each or "/EF" in each)
            for each in pdf.objects
        )


class TestAPicture:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP"])
    def test_it_is_a_page(self, target, kind):
        readied = ready(picture(kind), target)
        assert not readied.is_foreign
        assert readied.boxes == ((0, 0, 225, 150),)
        assert readied.findings == ()

    def test_it_is_never_larger_than_a_sheet(self, target):
        ((_left, _bottom, right, top),) = ready(picture(size=(3000, 2000)), target).boxes
        assert (round(right), round(top)) == (842, 561)

    def test_forty_megapixels_are_reduced_and_told(self, target):
        content = picture("PNG", "L", (8000, 5000))
        assert ready(content, target).findings == (Finding(JoiningFlaw.REDUCED, "40"),)
        with pikepdf.open(target) as pdf:
            (image,) = pdf.pages[0].get_images().values()
            assert max(image.Width, image.Height) <= 3600

    def test_what_is_transparent_becomes_white_and_is_told(self, flaws):
        assert flaws(picture(mode="RGBA")) == [JoiningFlaw.MADE_OPAQUE]

    def test_each_page_of_a_scan_is_a_page(self, target):
        pages = [Image.new("L", (200, 300), shade) for shade in (0, 90, 200)]
        file = BytesIO()
        pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:])
        assert len(ready(file.getvalue(), target).boxes) == 3

    @pytest.mark.parametrize(
        "content",
        [
            b"\x89PNG\r\n\x1a\n" + b"rien",
            b"RIFF\x00\x00\x00\x00WAVEfmt ",
            picture("JPEG")[:200],
            picture("TIFF")[:60],
        ],
        ids=["head", "sound", "cut", "cut scan"],
    )
    def test_one_that_cannot_be_read_is_told(self, refusal, content):
        assert refusal(content) is JoiningFlaw.NOT_A_PICTURE

    def test_a_scan_that_breaks_at_its_second_page_is_told(self, refusal):
        pages = [Image.effect_noise((200, 300), 90) for _page in range(2)]
        file = BytesIO()
        pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
        content = bytearray(file.getvalue())
        half = len(content) // 2
        content[half:] = bytes(len(content) - half)
        assert refusal(bytes(content)) is JoiningFlaw.NOT_A_PICTURE

    def test_one_that_would_fill_the_memory_is_told(self, refusal):
        head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
        chunk = b"IHDR" + head
        content = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
        content += struct.pack(">I", zlib.crc32(chunk)) + b"\x00\x00\x00\x00IDAT" + bytes(4)
        assert refusal(content) is JoiningFlaw.NOT_A_PICTURE


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 document", b"un texte"])
def test_what_is_neither_a_pdf_nor_a_picture_is_told(refusal, content):
    assert refusal(content) is JoiningFlaw.UNKNOWN_KIND


class TestFontsOutside:
    def pdf(self, fonts, **more):
        pdf = pikepdf.new()
        page = pdf.add_blank_page()
        page.Resources = Dictionary(Font=Dictionary(fonts), **more)
        return pdf

    def test_a_font_drawn_by_its_own_strokes_is_inside(self):
        assert fonts_outside(self.pdf({"/F": Dictionary(Subtype=Name.Type3)})) == ()

    def test_a_composed_font_is_judged_by_what_it_is_made_of(self):
        inside = Dictionary(FontDescriptor=Dictionary(FontFile2=1))
        outside = Dictionary(FontDescriptor=Dictionary())
        named = Name("/ABCDEF+Roman")
        fonts = {
            "/A": Dictionary(DescendantFonts=Array([inside]), BaseFont=Name("/Dedans")),
            "/B": Dictionary(DescendantFonts=Array([outside]), BaseFont=named),
            "/C": 12,
        }
        assert fonts_outside(self.pdf(fonts)) == ("Roman",)

    def test_those_of_drawings_inside_drawings_are_found_once(self):
        pdf = self.pdf({})
        font = pdf.make_indirect(Dictionary(Subtype=Name.Type1, BaseFont=Name.Courier))
        drawing = pdf.make_stream(b"")
        inside = Dictionary({"/D": drawing})  # a drawing that holds itself
        drawing.Resources = Dictionary(Font=Dictionary(F=font, G=font), XObject=inside)
        pdf.pages[0].Resources.XObject = Dictionary({"/D": drawing})
        assert fonts_outside(pdf) == ("Courier",)


def test_a_binder_knows_which_documents_hold_some_pages(tmp_path):
    binder = Binder(tmp_path)
    _readied, first = binder.add(written(2))
    with pytest.raises(CannotJoinError):
        binder.add(b"rien")
    _readied, second = binder.add(picture())
    assert [each.place for each in (*first, *second)] == [0, 1, 2]
    assert [held for _path, held in binder.documents([2])] == [range(2, 3)]
    assert binder.has_foreign([0, 1])
    assert not binder.has_foreign([2])


@pytest.mark.parametrize("name", ["M. Loïc Weiß", "", "W" * 300, "Zoé 🎉 <b>&</b> \u05d0"])
def test_a_name_stands_across_a_page(name, read_pdf):
    printed = read_pdf(name_mark(name, "Exemplaire n°\u00a03"))
    letters = "".join(sorted(printed.text.replace(" ", "")))
    assert set("Exemplairen°3") <= set(letters)
    assert set(name[:2].replace(" ", "")) <= set(letters)
    assert all(is_embedded == "yes" for _font, is_embedded in printed.fonts)


class TestFilesPutEndToEnd:
    @pytest.fixture
    def binder(self, tmp_path):
        binder = Binder(tmp_path)
        binder.add(written(40))
        return binder

    def typeset(self):
        return TypesetPack(written(), [(0, 0)])

    def test_they_are_one_file(self, binder):
        with pikepdf.open(put_end_to_end(self.typeset(), binder)) as pdf:
            assert len(pdf.pages) == 41

    def test_a_place_that_is_taken_is_told_by_the_system(self, binder):
        (binder.folder / "copy.pdf").mkdir()
        with pytest.raises(OSError, match="directory"):
            put_end_to_end(self.typeset(), binder)

    @pytest.mark.parametrize("part", [2, 40])
    def test_a_disk_that_fills_up_is_told_by_the_system(self, binder, part):
        size = put_end_to_end(self.typeset(), binder).stat().st_size
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size - size // part, hard))
        try:
            with pytest.raises(OSError, match="too large") as caught:
                put_end_to_end(self.typeset(), binder)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert caught.value.errno == errno.EFBIG
