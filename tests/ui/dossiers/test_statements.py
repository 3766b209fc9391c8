"""What the list and the panes ask of the registry does not grow with what they show."""


def test_a_list_of_a_hundred_costs_a_fixed_number_of_statements(
    qtbot, registry, services, sheets, open_desk, max_queries
):
    for index in range(3):
        services.dossiers.create(sheets(index))
    desk = open_desk()
    with max_queries(99) as few:
        desk.browser.refresh()
    asked = len(few)
    for index in range(3, 103):
        services.dossiers.create(sheets(index))
    model = desk.browser.model
    with max_queries(asked):
        desk.browser.refresh()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                model.index(row, column).data()
    assert model.rowCount() == 103
    assert asked <= 4


def test_a_dossier_costs_a_fixed_number_of_statements(desk, max_queries):
    desk.open("2026-001")
    with max_queries(12):
        desk.open("2026-002")
