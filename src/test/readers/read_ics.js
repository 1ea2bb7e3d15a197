// Reads calendars as ical.js does (Thunderbird, Nextcloud), with the file's own VTIMEZONEs and no others; one JSON line for
// each VEVENT. See IndependentReadersTest. Needs `npm install` in this folder.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";

const instant = (time) =>
  time.isDate ? time.toString() : time.zone === ICAL.Timezone.localTimezone
    ? `floating ${time}`
    : time.toJSDate().toISOString().replace(".000Z", "Z");

for (const path of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    console.log(JSON.stringify({
      end: instant(event.endDate),
      sequence: event.sequence,
      start: instant(event.startDate),
      status: component.getFirstPropertyValue("status"),
      summary: event.summary,
      uid: event.uid,
    }));
  }
}
