"""The last step of a paper: reportlab's file made PDF/A level A and PDF/UA-1.

Imported when the first paper is finished, since pikepdf is long to load.
"""

from functools import cache
from io import BytesIO
from typing import Final

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String
from PIL.ImageCms import ImageCmsProfile, createProfile

from alize_desktop.documents.tagging.attachment import Attachment
from alize_desktop.documents.tagging.metadata import CREATOR, LANGUAGE, PRODUCER, Metadata, xmp
from alize_desktop.documents.tagging.structure import Structure
from alize_desktop.documents.tagging.tree import write_structure

_PROFILE_DATE: Final = slice(24, 36)  # ICC.1:2022, table 17
_PROFILE_SYSTEM: Final = slice(40, 44)


def finish(
    content: bytes, structure: Structure, metadata: Metadata, attachment: Attachment | None
) -> bytes:
    """Return the finished file: the same bytes for the same arguments.

    Args:
        content: What reportlab wrote.
        structure: What was drawn on its pages.
        metadata: What the file says of itself.
        attachment: Makes it PDF/A-3a; without one, it is PDF/A-2a.
    """
    finished = BytesIO()
    with Pdf.open(BytesIO(content)) as pdf:
        pdf.Root.StructTreeRoot = write_structure(pdf, structure)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String(LANGUAGE)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _describe(pdf, metadata, part=2 if attachment is None else 3)
        _add_colour_profile(pdf)
        if attachment is not None:
            _attach(pdf, attachment)
        pdf.save(
            finished,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate,
        )
    return finished.getvalue()


def _describe(pdf: Pdf, metadata: Metadata, *, part: int) -> None:
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(metadata.title),
            Author=String(metadata.author),
            Subject=String(metadata.subject),
            Creator=String(CREATOR),
            Producer=String(PRODUCER),
        )
    )
    packet = pdf.make_stream(xmp(metadata, part=part))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet


def _add_colour_profile(pdf: Pdf) -> None:
    profile = pdf.make_stream(_srgb())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


@cache
def _srgb() -> bytes:
    """Return the profile of the colours, the same on any day and any system."""
    profile = bytearray(ImageCmsProfile(createProfile("sRGB")).tobytes())
    profile[_PROFILE_DATE] = b"".join(each.to_bytes(2) for each in (2000, 1, 1, 0, 0, 0))
    profile[_PROFILE_SYSTEM] = bytes(4)
    return bytes(profile)


def _attach(pdf: Pdf, attachment: Attachment) -> None:
    stream = pdf.make_stream(attachment.content)
    stream.Type, stream.Subtype = Name.EmbeddedFile, Name(f"/{attachment.media_type}")
    stream.Params = Dictionary(Size=len(attachment.content))
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Source,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    pdf.Root.AF = Array([file])
    files = Dictionary(Names=Array([String(attachment.name), file]))
    pdf.Root.Names = Dictionary(EmbeddedFiles=files)
