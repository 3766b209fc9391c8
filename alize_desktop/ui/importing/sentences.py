"""What the import dialog says of a workbook and of what was written."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from alize_desktop.models.records.imports import ImportReport, WorkbookContent
from alize_desktop.wording.history import taken_over
from alize_desktop.wording.imports import people_to_write, people_written
from alize_desktop.wording.names import counted, list_text, plural

translate = QCoreApplication.translate

_KEPT: Final = "Dossiers"
"""The sheet whose unknown columns are kept with its rows."""


def ready_count(content: WorkbookContent) -> int:
    """Return how many rows would be written."""
    return len(content.dossiers) + len(content.members) + len(content.partners)


def summary(content: WorkbookContent) -> str:
    """Return the one sentence: what is ready, what is refused."""
    parts = [
        *_dossiers(len(content.dossiers)),
        *people_to_write(len(content.members), content.members_updated, "membre"),
        *people_to_write(len(content.partners), content.partners_updated, "partenaire"),
    ]
    refused = counted(len(content.refused), "ligne refusée", "lignes refusées")
    if not parts:
        return translate("importing", "Rien à importer : {refused}.").format(refused=refused)
    ready = plural(ready_count(content), "prêt")
    return translate("importing", "{rows} {ready} ; {refused}.").format(
        rows=list_text(parts), ready=ready, refused=refused
    )


def accept_label(content: WorkbookContent) -> str:
    """Return the label of the button that writes."""
    ready, dossiers = ready_count(content), len(content.dossiers)
    if content.refused and ready == 1:
        return translate("importing", "Importer la ligne valide")
    if content.refused:
        return translate("importing", "Importer les {count} lignes valides").format(count=ready)
    if dossiers > 1:
        return translate("importing", "Importer les {count} dossiers").format(count=dossiers)
    return translate("importing", "Importer")


def remarks(content: WorkbookContent) -> tuple[str, ...]:
    """Return what a person should know before accepting, a sentence each."""
    past = taken_over(len(content.history), content.past_advances)
    said = [past] if past else []
    if content.missing_sheets:
        sheets = list_text([f"« {name} »" for name in content.missing_sheets], last="ni")
        sentence = translate("importing", "Ce classeur n’a pas de feuille {sheets}.")
        said.append(sentence.format(sheets=sheets))
    by_sheet: dict[str, list[str]] = {}
    for sheet, header in content.unknown_columns:
        by_sheet.setdefault(sheet, []).append(f"« {header} »")
    for sheet, headers in by_sheet.items():
        said.append(_unknown(sheet, headers))
    return tuple(said)


def result(report: ImportReport) -> str:
    """Return what was written."""
    parts = [
        *_dossiers(report.dossiers),
        *people_written(report.members, report.members_updated, "membre"),
        *people_written(report.partners, report.partners_updated, "partenaire"),
    ]
    sentence = translate("importing", "C’est fait : {rows} dans le registre.")
    return sentence.format(rows=list_text(parts))


def left_out(report: ImportReport) -> str:
    """Return how many rows were left out, and what was taken over; empty when neither."""
    count = len(report.refused)
    said = translate("importing", "Une ligne refusée n’a pas été importée.") if count else ""
    if count > 1:
        sentence = translate("importing", "{count} lignes refusées n’ont pas été importées.")
        said = sentence.format(count=count)
    past = taken_over(report.history, report.past_advances)
    return " ".join(each for each in (past, said) if each)


def _dossiers(number: int) -> list[str]:
    return [counted(number, "dossier")] if number else []


def _unknown(sheet: str, headers: list[str]) -> str:
    if sheet == _KEPT:
        sentence = translate(
            "importing", "Colonnes inconnues, gardées à part dans chaque dossier : {headers}."
        )
    else:
        sentence = translate(
            "importing", "Colonnes inconnues, laissées de côté dans la feuille {sheet} : {headers}."
        )
    return sentence.format(sheet=sheet, headers=list_text(headers))
