from alize_desktop.models.records.imports import ImportReport, RefusedRow, WorkbookContent
from alize_desktop.ui.importing.refused_csv import refused_csv
from alize_desktop.ui.importing.sentences import (
    accept_label,
    left_out,
    remarks,
    result,
    summary,
)


def content(dossiers=0, refused=0, **parts):
    return WorkbookContent(
        "b.xlsx",
        "0" * 64,
        tuple((number, None) for number in range(dossiers)),
        refused=tuple(RefusedRow("Dossiers", n, "", "Motif.") for n in range(refused)),
        **parts,
    )


def plain(text):
    return text.replace("\u00a0", " ")


def test_one_is_singular():
    assert plain(summary(content(1, 1))) == "1 dossier prêt ; 1 ligne refusée."
    assert accept_label(content(1)) == "Importer"
    assert accept_label(content(1, 1)) == "Importer la ligne valide"


def test_several_are_plural():
    assert plain(summary(content(8, 10))) == "8 dossiers prêts ; 10 lignes refusées."
    assert accept_label(content(8)) == "Importer les 8 dossiers"
    assert accept_label(content(8, 10)) == "Importer les 8 lignes valides"


def test_columns_left_aside_are_told_by_sheet():
    unknown = (("Dossiers", "Couleur"), ("Dossiers", "Taille"), ("Membres", "Âge"))
    said = [plain(each) for each in remarks(content(1, unknown_columns=unknown))]
    assert said == [
        "Colonnes inconnues, gardées à part dans chaque dossier : « Couleur » et « Taille ».",
        "Colonnes inconnues, laissées de côté dans la feuille Membres : « Âge ».",
    ]


def test_a_reason_never_becomes_a_formula():
    row = RefusedRow("Dossiers", 2, "=Entreprise", "+33 n’est pas un nombre ; écrivez 33.")
    text = refused_csv((row,)).decode("utf-8-sig")
    assert "'=Entreprise" in text
    assert "\"'+33" in text


def test_rows_left_out_are_counted():
    refused = content(0, 2).refused
    assert left_out(ImportReport(8, 0, 0, refused)).startswith("2 lignes refusées n’ont")
    assert left_out(ImportReport(8, 0, 0, ())) == ""


def test_new_people_and_people_brought_up_to_date_are_told_apart():
    four = tuple((number, None) for number in range(4))
    ready = content(2, members=four, members_updated=1)
    assert plain(summary(ready)) == (
        "2 dossiers, 3 nouveaux membres et 1 membre à mettre à jour prêts ; 0 ligne refusée."
    )
    report = ImportReport(0, 4, 2, (), members_updated=1)
    assert plain(result(report)) == (
        "C’est fait : 3 membres ajoutés, 1 mis à jour et 2 partenaires dans le registre."
    )
