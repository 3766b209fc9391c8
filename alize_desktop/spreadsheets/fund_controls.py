"""What must hold between the sheets of the workbook of the fund."""

from collections.abc import Iterator
from enum import StrEnum

from alize_desktop.models.enums import AdvanceEventKind, FundMovementKind
from alize_desktop.spreadsheets.controls_page import Control
from alize_desktop.wording.labels import label


def fund_controls() -> Iterator[Control]:
    """Yield the controls of a statement, over the named ranges of its workbook."""
    yield Control(
        "Ce qui est entré est quelque part",
        _nothing(
            "fonds_abondements-fonds_retraits-fonds_frais+fonds_trop_percus"
            "-fonds_tresorerie-fonds_encours-fonds_pertes"
        ),
        "Abondements − retraits − frais + trop-perçus = trésorerie + encours + pertes.",
    )
    yield Control(
        "Le disponible se déduit de la trésorerie",
        _nothing("fonds_tresorerie-fonds_engage-fonds_trop_percus-fonds_disponible"),
        "Trésorerie − engagé non versé − trop-perçus à rendre = disponible.",
    )
    yield Control(
        "Ce qui est dû se déduit de ce qui est versé",
        _nothing(
            "fonds_verse-(fonds_encaisse-fonds_rendu-fonds_trop_percus)"
            "-fonds_abandonne-fonds_encours"
        ),
        "Versé − remboursé sur les échéances − abandonné ou perdu = encours.",
    )
    yield Control(
        "Le retard est dans l’encours",
        "AND(fonds_retard>=0,fonds_retard<=fonds_encours)",
        "La part en retard n’est ni négative ni plus grande que l’encours.",
    )
    yield from _movements()
    yield from _forecast()


def _movements() -> Iterator[Control]:
    yield Control(
        "Les mouvements mènent à la trésorerie",
        _nothing("fonds_depart+SUM(mouvements_entree)-SUM(mouvements_sortie)-fonds_tresorerie"),
        "Trésorerie avant le premier mouvement, plus les entrées, moins les sorties.",
    )
    given = _moved(FundMovementKind.CONTRIBUTION)
    taken, fees = _moved(FundMovementKind.WITHDRAWAL), _moved(FundMovementKind.FEE)
    yield Control(
        "Les mouvements du fonds font ses sommes",
        f"AND({_nothing(f'fonds_depart+{given}-fonds_abondements')},"
        f"{_nothing(f'{taken}+fonds_retraits')},{_nothing(f'{fees}+fonds_frais')})",
        "Abondements, retraits et frais de la feuille Mouvements, et ceux de la Synthèse.",
    )
    released = _moved(AdvanceEventKind.DISBURSEMENT)
    received = f"{_moved(AdvanceEventKind.REPAYMENT)}+{_moved(AdvanceEventKind.RECOVERY)}"
    refunded = _moved(AdvanceEventKind.REFUND)
    yield Control(
        "Les mouvements des avances font leurs sommes",
        f"AND({_nothing(f'{released}+fonds_verse')},"
        f"{_nothing(f'{received}-fonds_encaisse-fonds_recupere')},"
        f"{_nothing(f'{refunded}+fonds_rendu')})",
        "Versements, encaissements, récupérations et trop-perçus rendus.",
    )
    yield Control(
        "Les apports font les abondements moins les retraits",
        _nothing("SUM(financeurs_apporte)-fonds_abondements+fonds_retraits"),
        "Le total de la feuille Financeurs.",
    )


def _forecast() -> Iterator[Control]:
    yield Control(
        "Chaque mois mène de son début à sa fin",
        "SUMPRODUCT(ABS(ROUND(prevision_debut+prevision_remboursements+prevision_abondements"
        "-prevision_retraits-prevision_versements-prevision_fin,2)))=0",
        "Trésorerie au début, plus ce qui entre, moins ce qui sort, égale trésorerie à la fin.",
    )
    size = "ROWS(prevision_debut)-1"
    yield Control(
        "Chaque mois commence où finit le précédent",
        "AND(ROUND(INDEX(prevision_debut,1)-fonds_tresorerie,2)=0,"
        f"SUMPRODUCT(ABS(ROUND(OFFSET(prevision_debut,1,0,{size})"
        f"-OFFSET(prevision_fin,0,0,{size}),2)))=0)",
        "Le premier commence avec la trésorerie du jour.",
    )


def _nothing(formula: str) -> str:
    """Return the formula that says whether another comes to nothing."""
    return f"ROUND({formula},2)=0"


def _moved(kind: StrEnum) -> str:
    """Return the formula of what a kind brought to the cash."""
    word = label(kind)
    return (
        f'(SUMIF(mouvements_rubrique,"{word}",mouvements_entree)'
        f'-SUMIF(mouvements_rubrique,"{word}",mouvements_sortie))'
    )
