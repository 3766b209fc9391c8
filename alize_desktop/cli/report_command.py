"""The command of the report: figures printed, told in JSON, or written in a file."""

import json
from argparse import Namespace

from alize_desktop.cli.arguments import understood
from alize_desktop.cli.names import DONE
from alize_desktop.cli.report_answer import report_answer
from alize_desktop.cli.speech import say
from alize_desktop.cli.workshop import Workshop
from alize_desktop.models.records.report import ReportScope
from alize_desktop.services.bundle import Services
from alize_desktop.services.work import drained
from alize_desktop.wording.dates import parse_date
from alize_desktop.wording.report_words import WORK_TITLE, report_title, total_rows, work_rows


def report(arguments: Namespace, workshop: Workshop) -> int:
    """Tell what a programme achieved, or write it as a PDF or a workbook."""
    scope = ReportScope(
        first=understood(parse_date, arguments.first) if arguments.first else None,
        last=understood(parse_date, arguments.last) if arguments.last else None,
        basin=arguments.basin.strip(),
    )
    with workshop.open(arguments.registry) as services:
        if arguments.pdf or arguments.xlsx:
            return _write(services, scope, arguments)
        found = drained(services.reports.figures(scope))
    if arguments.json:
        say(json.dumps(report_answer(found), ensure_ascii=False, indent=1))
        return DONE
    rows, work = total_rows(found), work_rows(found)
    widest = max(len(name) for name, _text in (*rows, *work)) + 2
    for title, lines in ((report_title(found.scope), rows), (f"\n{WORK_TITLE}", work)):
        say(title)
        for name, text in lines:
            say(f"{name:<{widest}}{text:>18}")
    return DONE


def _write(services: Services, scope: ReportScope, arguments: Namespace) -> int:
    if arguments.pdf:
        paper = drained(services.reports.export_pdf(arguments.pdf, scope))
    else:
        paper = drained(services.reports.export_xlsx(arguments.xlsx, scope))
    say(f"Bilan écrit\u00a0: {paper.path}\nSHA-256\u00a0: {paper.sha256}")
    return DONE
