"""What must hold between the sheets of a schedule workbook."""

from collections.abc import Iterator

from alize_desktop.spreadsheets.controls_page import Control


def schedule_controls(count: int, *, is_amended: bool) -> Iterator[Control]:
    """Yield the controls of a schedule, over the named ranges of its workbook.

    Args:
        count: Number of instalments: one alone has nothing to be compared with.
        is_amended: Whether rows were kept as they were paid: a new one may share their day.
    """
    yield Control(
        "La somme des échéances égale le montant",
        "ROUND(SUM(echeances_montant)-avance_montant,2)=0",
        "Le total de la colonne Montant et le montant de l’avance, dans la Synthèse.",
    )
    yield Control(
        "Le restant dû finit à zéro",
        "ROUND(INDEX(echeances_restant,ROWS(echeances_restant)),2)=0",
        "La dernière cellule de la colonne Restant dû.",
    )
    yield Control(
        "Chaque restant dû se déduit du précédent",
        _chain(count),
        "Chaque ligne\u00a0: restant dû d’avant, moins l’échéance, égale restant dû d’après.",
    )
    yield Control(
        "Aucun montant n’est négatif",
        "AND("
        + ",".join(
            f'COUNTIF(echeances_{each},"<0")=0'
            for each in ("montant", "restant", "paye", "abandonne", "reste")
        )
        + ")",
        "Toutes les sommes de l’échéancier.",
    )
    yield Control(
        "Les dates d’échéance se suivent",
        _dates(count, is_amended=is_amended),
        "Chaque date d’échéance vient après la précédente, et jamais avant sa date théorique.",
    )
    yield from _money_controls()


def _money_controls() -> Iterator[Control]:
    left = "ROUND(echeances_montant-echeances_paye-echeances_abandonne-echeances_reste,2)"
    yield Control(
        "Chaque échéance est payée, abandonnée ou due",
        f"AND(SUMPRODUCT(--({left}<0))=0,ROUND(SUMPRODUCT({left})-avance_a_verser,2)=0)",
        "Chaque ligne\u00a0: payé, abandonné et reste à payer font le montant, à ce qui reste à verser près.",
    )
    yield Control(
        "Les encaissements correspondent",
        "ROUND(SUM(mouvements_recu)-SUM(mouvements_rendu)"
        "-SUM(echeances_paye)-avance_trop_percu-avance_recupere,2)=0",
        "Reçu moins rendu, et ce qui est payé sur les échéances, récupéré ou perçu en trop.",
    )
    yield Control(
        "Ce qui est versé, payé et dû correspond",
        "AND(ROUND(SUM(mouvements_verse)-avance_verse,2)=0,"
        "ROUND(SUM(mouvements_abandonne)-avance_abandonne,2)=0,"
        "ROUND(avance_verse-SUM(echeances_paye)-avance_abandonne-avance_reste_du,2)=0)",
        "Versé, moins payé, moins abandonné, égale reste dû\u00a0; et les mouvements d’argent font ces sommes.",
    )


def _shifted(name: str) -> tuple[str, str]:
    """Return the range without its last cell, and without its first."""
    size = f"ROWS({name})-1"
    return f"OFFSET({name},0,0,{size})", f"OFFSET({name},1,0,{size})"


def _chain(count: int) -> str:
    first = "ROUND(avance_montant-INDEX(echeances_montant,1)-INDEX(echeances_restant,1),2)=0"
    if count == 1:
        return first
    before, after = _shifted("echeances_restant")
    _first, paid = _shifted("echeances_montant")
    return f"AND({first},SUMPRODUCT(ABS(ROUND({before}-{paid}-{after},2)))=0)"


def _dates(count: int, *, is_amended: bool) -> str:
    moved = "SUMPRODUCT(--(echeances_date<echeances_theorique))=0"
    if count == 1:
        return moved
    before, after = _shifted("echeances_date")
    too_early = "<" if is_amended else "<="
    return f"AND({moved},SUMPRODUCT(--({after}{too_early}{before}))=0)"
