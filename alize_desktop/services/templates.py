"""The texts of papers in an office's own words, and what its papers look like."""

import hashlib
from dataclasses import replace
from functools import cache
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from alize_desktop.models.enums import TemplateKey
from alize_desktop.models.records.changes import Changes
from alize_desktop.models.records.papers import PaperIdentity, PaperTemplate
from alize_desktop.models.store.registry import Registry
from alize_desktop.models.tables.dossiers import StoredContent
from alize_desktop.models.tables.papers import StoredIdentity, StoredTemplate
from alize_desktop.paths import resource
from alize_desktop.rules.looks import check_looks
from alize_desktop.services.programme import read_programme
from alize_desktop.wording.template_fields import check_text_of

_CHANGED: Final = Changes(programme=True)


class TemplateService:
    """Reads and adopts the texts of papers and their looks. One method, one transaction."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def templates(self) -> tuple[PaperTemplate, ...]:
        """Return every text in force: the adopted one, or the one the program came with."""
        with self._registry.read() as session:
            adopted = _adopted(session)
        return tuple(adopted.get(key, _shipped(key)) for key in TemplateKey)

    def text(self, key: TemplateKey) -> str:
        """Return the text in force."""
        with self._registry.read() as session:
            return read_template(session, key)

    def shipped_text(self, key: TemplateKey) -> str:
        """Return the text the program came with."""
        return _shipped(key).text

    def versions(self, key: TemplateKey) -> tuple[PaperTemplate, ...]:
        """Return every text that was adopted, the last one first."""
        statement = (
            select(StoredTemplate.text, StoredTemplate.version, StoredTemplate.adopted_at)
            .where(StoredTemplate.template == key, StoredTemplate.text.is_not(None))
            .order_by(StoredTemplate.version.desc())
        )
        with self._registry.read() as session:
            return tuple(
                PaperTemplate(key, text or "", version, adopted_at)
                for text, version, adopted_at in session.execute(statement)
            )

    def adopt(self, key: TemplateKey, text: str) -> Changes:
        """Adopt a text: papers made from now on use it. The earlier ones are kept.

        Raises:
            UserError: An unknown or broken field, an empty text: see
                ``rules.templates.check_template``.
        """
        text = "\n".join(line.rstrip() for line in text.strip().splitlines()) + "\n"
        check_text_of(key, text)
        with self._registry.write() as session:
            if read_template(session, key) == text:
                return Changes()
            self._write(session, key, text)
        return _CHANGED

    def restore(self, key: TemplateKey) -> Changes:
        """Give back the text the program came with."""
        with self._registry.write() as session:
            if key not in _adopted(session):
                return Changes()
            self._write(session, key, None)
        return _CHANGED

    def identity(self) -> PaperIdentity:
        """Return what every paper has in common."""
        with self._registry.read() as session:
            return read_identity(session)

    def adopt_identity(self, identity: PaperIdentity, logo: bytes | None = None) -> Changes:
        """Adopt looks: papers made from now on have them.

        Args:
            identity: Its own logo stays; without one, papers have none.
            logo: Bytes of a picture that takes the place of the logo; None for none.

        Raises:
            UserError: ``PICTURE_NOT_READABLE``; ``PICTURE_TOO_LARGE``;
                ``COLOUR_INVALID``; ``COLOUR_TOO_PALE``; ``ADDRESS_TOO_LONG``; a text
                too long or with control characters.
        """
        identity = _tidied(identity)
        check_looks(identity)
        chosen = logo or identity.logo
        with self._registry.write() as session:
            before = read_identity(session)
            if chosen is not None and chosen != before.logo:
                from alize_desktop.documents.logo import (  # noqa: PLC0415  # Pillow on first use
                    checked_logo,
                )

                chosen = checked_logo(chosen)
            identity = replace(identity, logo=chosen)
            if identity == before:
                return Changes()
            self._write_identity(session, identity)
        return _CHANGED

    def logo(self, content: bytes) -> bytes:
        """Return a picture made fit for every paper, before anything is adopted.

        Raises:
            UserError: ``PICTURE_NOT_READABLE``; ``PICTURE_TOO_LARGE``.
        """
        from alize_desktop.documents.logo import (  # noqa: PLC0415  # Pillow on first use
            checked_logo,
        )

        return checked_logo(content)

    def preview(self, key: TemplateKey, text: str, identity: PaperIdentity | None = None) -> bytes:
        """Return the PDF that a text would give, filled with the example of each field.

        Args:
            key: What it is the text of.
            text: The text as it is typed.
            identity: Looks as they are typed; those in force by default.

        Raises:
            UserError: As ``adopt``; as ``adopt_identity`` for the colour.
        """
        from alize_desktop.documents.papers.template_preview import (  # noqa: PLC0415  # reportlab on first use
            preview_pdf,
        )

        with self._registry.read() as session:
            operator = read_programme(session).operator
            looks = identity or read_identity(session)
        check_looks(looks)
        return preview_pdf(key, text, looks, operator)

    def _write(self, session: Session, key: TemplateKey, text: str | None) -> None:
        last = select(func.max(StoredTemplate.version)).where(StoredTemplate.template == key)
        version = (session.scalar(last) or 0) + 1
        template_id = self._registry.new_id()
        columns: dict[str, Any] = {
            "id": template_id,
            "template": key,
            "version": version,
            "text": text,
            "adopted_at": self._registry.clock(),
        }
        session.execute(insert(StoredTemplate).values(columns))
        details: dict[str, object] = {"template": key.value, "version": version, "text": text}
        action = "template.restored" if text is None else "template.adopted"
        self._registry.journal(session, action, "template", template_id, details)

    def _write_identity(self, session: Session, identity: PaperIdentity) -> None:
        version = (session.scalar(select(func.max(StoredIdentity.version))) or 0) + 1
        sha256 = hashlib.sha256(identity.logo).hexdigest() if identity.logo else None
        if identity.logo:
            content = {"sha256": sha256, "content": identity.logo}
            session.execute(insert(StoredContent).values(content).on_conflict_do_nothing())
        columns: dict[str, Any] = {
            "address": identity.address,
            "signatory": identity.signatory,
            "footer": identity.footer,
            "accent": identity.accent,
            "logo_sha256": sha256,
        }
        stored = {**columns, "version": version, "adopted_at": self._registry.clock()}
        session.execute(insert(StoredIdentity).values(stored))
        details: dict[str, object] = {"version": version, **columns}
        self._registry.journal(session, "identity.adopted", "programme", None, details)


def read_template(session: Session, key: TemplateKey) -> str:
    """Return the text in force, in a transaction that is open."""
    last = (
        select(StoredTemplate.text)
        .where(StoredTemplate.template == key)
        .order_by(StoredTemplate.version.desc())
        .limit(1)
    )
    return session.scalar(last) or _shipped(key).text


def read_identity(session: Session) -> PaperIdentity:
    """Return the looks of papers, in a transaction that is open."""
    statement = (
        select(
            StoredIdentity.address,
            StoredIdentity.signatory,
            StoredIdentity.footer,
            StoredIdentity.accent,
            StoredContent.content,
        )
        .outerjoin(StoredContent, StoredContent.sha256 == StoredIdentity.logo_sha256)
        .order_by(StoredIdentity.version.desc())
        .limit(1)
    )
    found = session.execute(statement).one_or_none()
    return PaperIdentity(*found) if found else PaperIdentity()


def _adopted(session: Session) -> dict[TemplateKey, PaperTemplate]:
    """Return the texts of the office itself, by key."""
    statement = select(
        StoredTemplate.template,
        StoredTemplate.text,
        StoredTemplate.version,
        StoredTemplate.adopted_at,
    ).order_by(StoredTemplate.version)
    last = {each.template: each for each in session.execute(statement)}
    return {
        key: PaperTemplate(key, each.text, each.version, each.adopted_at)
        for key, each in last.items()
        if each.text is not None
    }


@cache
def _shipped(key: TemplateKey) -> PaperTemplate:
    path = resource("templates", f"{key.value}.txt")
    return PaperTemplate(key, path.read_text(encoding="utf-8"))


def _tidied(identity: PaperIdentity) -> PaperIdentity:
    lines = (" ".join(line.split()) for line in identity.address.splitlines())
    return replace(
        identity,
        address="\n".join(line for line in lines if line),
        signatory=" ".join(identity.signatory.split()),
        footer=" ".join(identity.footer.split()),
        accent=identity.accent.strip().lower(),
    )
