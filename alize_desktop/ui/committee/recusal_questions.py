"""Which declared interests of a dossier nobody has answered yet."""

from uuid import UUID

from alize_desktop.models.records.committee import CurrentItem


def questions_of(item: CurrentItem) -> tuple[tuple[UUID, str], ...]:
    """Return the suggested recusals that were neither declared nor set aside."""
    open_to = {tile.member.id for tile in item.tiles if not tile.is_recused} - item.set_aside
    return tuple(each for each in item.suggested_recusals if each[0] in open_to)
