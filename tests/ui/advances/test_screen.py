"""The screen of advances: the list, one advance, what can be done."""


def test_every_advance_is_listed(desk):
    assert len(desk.screen.list.model.rows) == 6
