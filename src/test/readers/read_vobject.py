#!/usr/bin/python3
"""Reads calendars as vobject does (Radicale, khal's relatives); one JSON line for each VEVENT. See IndependentReadersTest.

vobject builds each zone from the file's own VTIMEZONE, and validates as it goes.
"""
import datetime
import json
import sys

import vobject


def instant(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return "floating " + value.isoformat()
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(path):
    with open(path, "rb") as file:
        calendar = vobject.readOne(file.read().decode("utf-8"))
    calendar.validate(raiseException=True)
    for event in getattr(calendar, "vevent_list", []):
        print(json.dumps({
            "uid": event.uid.value,
            "start": instant(event.dtstart.value),
            "end": instant(event.dtend.value),
            "summary": event.summary.value,
            "status": event.status.value,
            "sequence": int(event.sequence.value),
        }, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    for path in sys.argv[1:]:
        main(path)
