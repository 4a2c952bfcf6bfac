import { count, number } from "../format";

/** The screen of the attendance import. */
export const attendance = {
  title: "Attendance",
  lead: (joined: number, files: number) => `${number(joined)} joined, from ${count(files, "file")}.`,
  empty: "No attendance yet. Import what the platform exports after the webinar; several files, of several platforms, are one webinar.",
  noRegistrations: "No registrations yet",
  noRegistrationsHint: "Attendance can be imported now. Until the registrations are there, everyone counts as a walk-in and sectors stay unknown.",
  toRegistrations: "Import the registrations",
  files: "Imported files",
  undo: "Take back the last import",
  undoHint: "The last import can be taken back as long as nothing was changed after it; Ctrl+Z takes back change by change.",
  next: "Go on to the matches",
  people: (n: number) => count(n, "person", "people"),
  rows: (n: number) => count(n, "row"),
  waitingRoom: (n: number) => `${count(n, "row")} of the waiting room, not counted`,
  noShows: (n: number) => `${count(n, "person", "people")} named who did not come`,
  totalsOnly: "Totals only: no times in the file",
  format: "Recognised as",
  holds: "Holds",
  span: "From the first join to the last leave",
  spanOf: (from: string, to: string, zone: string) => `${from} – ${to} (${zone})`,
  zone: "Time zone of the file",
  imported: "Imported",
  size: "Size",
  sha256: "SHA-256",
  copySum: (file: string) => `Copy the SHA-256 of ${file}`,
};
