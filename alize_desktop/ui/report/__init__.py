"""The report of the programme: figures of a period, charts and tables, papers."""
