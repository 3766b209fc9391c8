"""What this house does not do, because it went wrong elsewhere."""

import ast
import re

import pytest

pytestmark = pytest.mark.retold

QT_ROOMS = ("alize_desktop/ui/", "alize_desktop/demo")
UNIT_OF_WORK = "alize_desktop/models/store/unit_of_work.py"
SESSION_MAKERS = {"Session", "scoped_session", "sessionmaker"}
DESKS_AND_MARKS = re.compile(r"/(?:home|root|Users|work)/\w|\b(?:TODO|FIXME|XXX|HACK)\b")


def called(node):
    """Return the last name of what a call calls: ``exec`` for ``dialog.exec()``."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name)) | ast.Call(func=ast.Name(id=name)):
            return name
    return None


def calls(sources, *names):
    return [(source, node) for source in sources for node in source.nodes if called(node) in names]


def is_literal(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_no_signal_carries_a_32_bit_integer(sources):
    found = [
        source.at(node)
        for source, node in calls(sources, "Signal")
        if any(isinstance(each, ast.Name) and each.id == "int" for each in node.args)
    ]
    assert found == []


def test_nobody_turns_the_event_loop_by_hand(sources):
    assert [source.at(node) for source, node in calls(sources, "processEvents")] == []


def test_no_dialog_starts_a_nested_event_loop(sources):
    rooms = [source for source in sources if source.name.startswith(QT_ROOMS)]
    assert [source.at(node) for source, node in calls(rooms, "exec", "exec_")] == []


def test_sorting_and_filtering_are_asked_of_sql(sources):
    assert [each.name for each in sources if "QSortFilterProxyModel" in each.text] == []


def test_only_the_unit_of_work_opens_a_database_session(sources):
    elsewhere = [source for source in sources if source.name != UNIT_OF_WORK]
    assert [source.at(node) for source, node in calls(elsewhere, *SESSION_MAKERS)] == []


def test_every_package_is_opened_by_an_empty_file(root):
    files = (root / "alize_desktop").rglob("__init__.py")
    assert [file for file in files if file.stat().st_size] == []


def test_every_folder_of_modules_is_a_package(root):
    folders = {file.parent for file in (root / "alize_desktop").rglob("*.py")}
    assert [each for each in folders if not (each / "__init__.py").exists()] == []


def test_translations_are_asked_under_a_name_that_lupdate_knows(sources):
    found = []
    for source in sources:
        for node in source.nodes:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr=attribute)):
                    if name == "tr" or (attribute in {"tr", "translate"} and name != "translate"):
                        found.append(source.at(node))
    assert found == []


def test_every_text_to_translate_is_a_literal(sources):
    """A formatted or computed text is invisible to lupdate."""
    found = [
        source.at(node) for source, node in calls(sources, "tr") if not is_literal(node.args[0])
    ]
    found += [
        source.at(node)
        for source, node in calls(sources, "translate")
        if source.name.startswith(QT_ROOMS)
        and not (len(node.args) > 1 and all(map(is_literal, node.args[:2])))
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["alize_desktop", "docs", "scripts", "tests"])
def test_no_file_names_a_person_s_desk_or_postpones_work(root, folder):
    files = [
        file
        for suffix in ("*.py", "*.md", "*.toml", "*.qss")
        for file in (root / folder).rglob(suffix)
        if file.name != "test_banned.py"
    ]
    found = {
        file.relative_to(root).as_posix(): DESKS_AND_MARKS.findall(file.read_text(encoding="utf-8"))
        for file in files
    }
    assert {name: marks for name, marks in found.items() if marks} == {}


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (test_no_signal_carries_a_32_bit_integer, "changed = Signal(int)"),
        (test_nobody_turns_the_event_loop_by_hand, "QApplication.processEvents()"),
        (test_no_dialog_starts_a_nested_event_loop, "answer = QMessageBox(self).exec()"),
        (test_sorting_and_filtering_are_asked_of_sql, "proxy = QSortFilterProxyModel()"),
        (test_only_the_unit_of_work_opens_a_database_session, "with orm.Session(engine): pass"),
        (
            test_translations_are_asked_under_a_name_that_lupdate_knows,
            "tr = QCoreApplication.translate",
        ),
        (test_every_text_to_translate_is_a_literal, 'self.tr(f"{count} dossiers")'),
        (test_every_text_to_translate_is_a_literal, 'translate("errors", sentence)'),
    ],
)
def test_what_is_banned_is_noticed(planted, check, text):
    with pytest.raises(AssertionError):
        check(planted(text))
