"""Why an advance cannot be released."""

from alize_desktop.models.enums import AdvanceState
from alize_desktop.wording.advances import release_blocks, sentence


def test_a_state_and_conditions_block_it():
    assert release_blocks(AdvanceState.SIGNED, ()) == ()
    assert release_blocks(AdvanceState.GRANTED, ("Accord de la banque",)) == (
        "la convention n’est pas signée",
        "la condition préalable «\u00a0Accord de la banque\u00a0» n’est pas levée",
    )


def test_a_clause_is_told_as_a_sentence():
    assert sentence("la convention n’est pas signée") == "La convention n’est pas signée."
