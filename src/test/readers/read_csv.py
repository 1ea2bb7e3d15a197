#!/usr/bin/python3
"""Reads CSV as Python does; all values in their order, each followed by NUL. See HostileCellsTest."""
import csv
import sys

with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
    for row in csv.reader(file):
        for value in row:
            sys.stdout.buffer.write(value.encode() + b"\0")
