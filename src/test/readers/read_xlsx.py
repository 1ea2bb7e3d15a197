"""Prints every cell of a workbook with what openpyxl takes it for, a line each."""
import datetime
import sys

import openpyxl

for sheet in openpyxl.load_workbook(sys.argv[1]):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                print("formula", cell.value)
            elif isinstance(cell.value, datetime.datetime):
                print("datetime", cell.value)
            elif cell.value is not None:
                print(type(cell.value).__name__, repr(cell.value))
