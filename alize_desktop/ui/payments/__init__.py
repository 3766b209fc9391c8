"""The payment file: what the bank is asked to pay or to debit, shown before it is written."""
