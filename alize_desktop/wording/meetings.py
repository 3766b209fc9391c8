"""Sentences about a meeting: what it lacks."""


def missing_before_opening(
    *, has_members: bool, has_presiding: bool, has_secretary: bool, has_dossiers: bool
) -> tuple[str, ...]:
    """Return what a meeting lacks before it can open, one sentence each."""
    lacks = {
        "Aucun membre n’a voix délibérative\u00a0: importez ou ajoutez les membres.": has_members,
        "Personne ne préside\u00a0: choisissez la présidence de séance.": has_presiding,
        "Le secrétaire de séance n’est pas nommé.": has_secretary,
        "L’ordre du jour est vide\u00a0: ajoutez au moins un dossier complet.": has_dossiers,
    }
    return tuple(sentence for sentence, is_there in lacks.items() if not is_there)
