#!/usr/bin/python3
"""Reads calendars as libical does (Evolution, KOrganizer), and has it check them; one JSON line for each VEVENT. See
IndependentReadersTest.
"""
import ctypes
import datetime
import json
import sys

VEVENT = 4


class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in (
        "year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")] + [("zone", ctypes.c_void_p)]


def library():
    ical = ctypes.CDLL("libical.so.3")
    text, pointer = ctypes.c_char_p, ctypes.c_void_p
    for name, result, arguments in (
            ("icalparser_parse_string", pointer, [text]),
            ("icalcomponent_get_first_component", pointer, [pointer, ctypes.c_int]),
            ("icalcomponent_get_next_component", pointer, [pointer, ctypes.c_int]),
            ("icalcomponent_count_errors", ctypes.c_int, [pointer]),
            ("icalrestriction_check", ctypes.c_int, [pointer]),
            ("icalcomponent_get_uid", text, [pointer]),
            ("icalcomponent_get_summary", text, [pointer]),
            ("icalcomponent_get_sequence", ctypes.c_int, [pointer]),
            ("icalcomponent_get_status", ctypes.c_int, [pointer]),
            ("icalproperty_status_to_string", text, [ctypes.c_int]),
            ("icalcomponent_get_dtstart", Time, [pointer]),
            ("icalcomponent_get_dtend", Time, [pointer]),
            ("icaltime_as_timet_with_zone", ctypes.c_long, [Time, pointer]),
            ("icalcomponent_as_ical_string", text, [pointer])):
        function = getattr(ical, name)
        function.restype, function.argtypes = result, arguments
    return ical


def instant(ical, time):
    if time.is_date:
        return "%04d-%02d-%02d" % (time.year, time.month, time.day)
    if not time.zone:
        return "floating"
    seconds = ical.icaltime_as_timet_with_zone(time, time.zone)
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(path):
    ical = library()
    with open(path, "rb") as file:
        calendar = ical.icalparser_parse_string(file.read())
    sound = ical.icalrestriction_check(calendar)
    errors = ical.icalcomponent_count_errors(calendar)
    if not sound or errors:
        sys.exit("restrictions %d, errors %d\n%s" % (
            sound, errors, ical.icalcomponent_as_ical_string(calendar).decode("utf-8")[:4000]))
    event = ical.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        print(json.dumps({
            "uid": ical.icalcomponent_get_uid(event).decode("utf-8"),
            "start": instant(ical, ical.icalcomponent_get_dtstart(event)),
            "end": instant(ical, ical.icalcomponent_get_dtend(event)),
            "summary": ical.icalcomponent_get_summary(event).decode("utf-8"),
            "status": ical.icalproperty_status_to_string(ical.icalcomponent_get_status(event)).decode("ascii"),
            "sequence": ical.icalcomponent_get_sequence(event),
        }, sort_keys=True, ensure_ascii=False, separators=(",", ":")))
        event = ical.icalcomponent_get_next_component(calendar, VEVENT)


if __name__ == "__main__":
    library()
    for path in sys.argv[1:]:
        main(path)
