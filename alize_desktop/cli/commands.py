"""One function a command: arguments in, services asked, one answer printed."""

import json
from argparse import Namespace
from collections.abc import Callable
from typing import Final

from alize_desktop.cli import money_commands, result_commands, rules_command, verify_command
from alize_desktop.cli.names import DONE, REFUSED
from alize_desktop.cli.speech import say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.errors import ErrorCode, UserError
from alize_desktop.models.records.dossier_list import DossierQuery, DossierRow
from alize_desktop.models.records.imports import ImportReport, RefusedRow, WorkbookContent
from alize_desktop.models.records.programme import Programme
from alize_desktop.rules.field_checks import check_text
from alize_desktop.services.work import drained
from alize_desktop.wording.amounts import money_text
from alize_desktop.wording.errors import message_of
from alize_desktop.wording.history import taken_over
from alize_desktop.wording.imports import people_to_write, people_written
from alize_desktop.wording.labels import label
from alize_desktop.wording.names import counted

Command = Callable[[Namespace, Workshop], int]


def _demo(arguments: Namespace, workshop: Workshop) -> int:
    return workshop.demonstrate(arguments.folder, say, then_open=arguments.open)


def _rules(arguments: Namespace, workshop: Workshop) -> int:
    del workshop
    say(rules_command.run(arguments.cases))
    return DONE


def _new(arguments: Namespace, workshop: Workshop) -> int:
    basin, operator = arguments.basin.strip(), arguments.operator.strip()
    if not basin:
        raise UserError(ErrorCode.TEXT_MISSING, what="le nom du bassin")
    for text in (basin, operator):
        check_text(text)
    workshop.create(arguments.registry, Programme(basin=basin, operator=operator))
    say(f"Registre créé\u00a0: {arguments.registry}")
    return DONE


def _import(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        content = services.importing.preview(arguments.book)
        allowed = arguments.accept_valid or not content.refused
        report = None
        if allowed and not arguments.dry_run:
            report, _changes = services.importing.accept(content)
    if arguments.json:
        say(json.dumps(_import_answer(content), ensure_ascii=False, indent=1))
    else:
        _print_import(content, report)
    if not allowed:
        raise UserError(ErrorCode.IMPORT_HAS_REFUSALS, count=len(content.refused))
    return DONE


def _import_answer(content: WorkbookContent) -> dict[str, object]:
    return {
        "accepted": len(content.dossiers),
        "members": len(content.members),
        "partners": len(content.partners),
        "members_updated": content.members_updated,
        "partners_updated": content.partners_updated,
        "history": len(content.history),
        "refused": [
            {"sheet": each.sheet, "row": each.row, "column": each.column, "reason": each.reason}
            for each in content.refused
        ],
        "unknown_columns": [
            {"sheet": sheet, "column": header} for sheet, header in content.unknown_columns
        ],
        "missing_sheets": list(content.missing_sheets),
    }


def _print_import(content: WorkbookContent, report: ImportReport | None) -> None:
    members, partners = len(content.members), len(content.partners)
    read = ", ".join(
        (
            counted(len(content.dossiers), "dossier"),
            *people_to_write(members, content.members_updated, "membre"),
            *people_to_write(partners, content.partners_updated, "partenaire"),
        )
    )
    say(
        f"Lus\u00a0: {read}\u00a0; {counted(len(content.refused), 'ligne refusée', 'lignes refusées')}."
    )
    if content.history:
        say(taken_over(len(content.history), content.past_advances))
    for each in content.refused:
        say(_refusal(each))
    for sheet, header in content.unknown_columns:
        say(f"Colonne inconnue, gardée à part\u00a0: «\u00a0{header}\u00a0» (feuille {sheet}).")
    for sheet in content.missing_sheets:
        say(f"Feuille absente\u00a0: {sheet}.")
    if report is None:
        say("Rien n’a été écrit.")
    else:
        say(f"Écrits\u00a0: {_written(report)}.")


def _written(report: ImportReport) -> str:
    members, partners = report.members_updated, report.partners_updated
    return ", ".join(
        (
            counted(report.dossiers, "dossier"),
            *people_written(report.members, members, "membre"),
            *people_written(report.partners, partners, "partenaire"),
        )
    )


def _refusal(refused: RefusedRow) -> str:
    column = f", colonne «\u00a0{refused.column}\u00a0»" if refused.column else ""
    return f"Feuille {refused.sheet}, ligne {refused.row}{column}\u00a0: {refused.reason}"


def _list(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        rows = services.dossiers.search(DossierQuery()).rows
    if arguments.json:
        say(json.dumps([_row_answer(each) for each in rows], ensure_ascii=False, indent=1))
        return DONE
    for each in rows:
        say(
            f"{each.number}  {label(each.state):<20}  "
            f"{money_text(each.requested_amount):>14}  {each.company}"
        )
    return DONE


def _row_answer(row: DossierRow) -> dict[str, object]:
    return {
        "number": row.number,
        "company": row.company,
        "siren": row.siren,
        "town": row.town,
        "sector": row.sector.value if row.sector else None,
        "kind": row.kind.value if row.kind else None,
        "state": row.state.value,
        "outcome": row.outcome.value if row.outcome else None,
        "history": row.is_history,
        "requested_amount": str(row.requested_amount),
        "days": row.days,
        "jobs_created": row.jobs_created,
        "filed_on": row.filed_on.isoformat(),
        "case_officer": row.case_officer,
        "meeting": row.meeting_number or None,
    }


def _minutes(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        meeting_id = services.meetings.by_number(arguments.meeting)
        paper = drained(services.minutes.export(meeting_id, arguments.output))
    say(f"Procès-verbal écrit\u00a0: {paper.path}\nSHA-256\u00a0: {paper.sha256}")
    return DONE


def _papers(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        meeting_id = services.meetings.by_number(arguments.meeting)
        arguments.output.mkdir(parents=True, exist_ok=True)
        steps = services.preparation.prepare(
            meeting_id, arguments.output, with_copies=arguments.copies
        )
        made = drained(steps)
    say(f"{counted(len(made.papers), 'papier écrit', 'papiers écrits')} dans {made.folder}")
    say(f"Archive\u00a0: {made.archive.path}\nSHA-256\u00a0: {made.archive.sha256}")
    for each in made.refused:
        say(f"Non écrit\u00a0: {each.name}. {message_of(each.error)}")
    return REFUSED if made.refused else DONE


def _schedule(arguments: Namespace, workshop: Workshop) -> int:
    with workshop.open(arguments.registry) as services:
        dossier_id = services.dossiers.by_number(arguments.dossier)
        paper = drained(services.schedules.export(dossier_id, arguments.output))
    say(f"Échéancier écrit\u00a0: {paper.path}\nSHA-256\u00a0: {paper.sha256}")
    return DONE


FUNCTIONS: Final[dict[str, Command]] = {
    "demo": _demo,
    "rules": _rules,
    "new": _new,
    "import": _import,
    "list": _list,
    "minutes": _minutes,
    "papers": _papers,
    "schedule": _schedule,
    "verify": verify_command.run,
    **money_commands.FUNCTIONS,
    **result_commands.FUNCTIONS,
}
