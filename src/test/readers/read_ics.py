#!/usr/bin/python3
"""Reads calendars as python-icalendar does; one JSON line for each VEVENT. See IndependentReadersTest.

Times with a TZID are told by the file's own VTIMEZONE, not by the zones that Python knows.
"""
import datetime
import json
import sys

import icalendar


def instant(time, zones):
    if not isinstance(time.dt, datetime.datetime):
        return time.dt.isoformat()
    local = time.dt.replace(tzinfo=None)
    zone = time.params.get("TZID")
    if zone is None:
        utc = time.dt
    elif hasattr(zones[zone], "localize"):
        utc = zones[zone].localize(local)
    else:
        utc = local.replace(tzinfo=zones[zone])
    return utc.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(path):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    for event in calendar.walk("VEVENT"):
        print(json.dumps({
            "uid": str(event["UID"]),
            "start": instant(event["DTSTART"], zones),
            "end": instant(event["DTEND"], zones),
            "summary": str(event["SUMMARY"]),
            "status": str(event["STATUS"]),
            "sequence": int(event["SEQUENCE"]),
        }, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    for path in sys.argv[1:]:
        main(path)
