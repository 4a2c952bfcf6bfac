import { count, number, plural } from "../format";

/** The screen of the attendance import. */
export const attendance = {
  title: "Attendance",
  /** Follows the number of those who joined. */
  lead: (files: number) => `joined, from ${count(files, "file")}.`,
  empty: "No attendance yet. Import what the platform exports after the webinar; several files, of several platforms, are one webinar.",
  emptyHeld: "No attendance was imported.",
  noRegistrations: "No registrations yet",
  noRegistrationsHint: "Attendance can be imported now. Until the registrations are there, everyone counts as a walk-in and sectors stay unknown.",
  toRegistrations: "Import the registrations",
  files: "Imported files",
  undo: "Undo the last import",
  next: "Go on to the matches",
  /** Follows the number of people in a file. */
  people: (n: number) => plural(n, "distinct person", "distinct people"),
  rows: (n: number) => count(n, "row"),
  leftOut: (rows: number, out: number) => `${count(rows, "row")}, ${number(out)} of them left out`,
  totalsOnly: "No times in the file",
  format: "Recognised as",
  holds: "Holds",
  span: "From the first join to the last leave",
  spanOf: (from: string, to: string, zone: string) => `${from} – ${to} (${zone})`,
  zone: "Time zone of the file",
  imported: "Imported",
  sha256: "SHA-256",
};
