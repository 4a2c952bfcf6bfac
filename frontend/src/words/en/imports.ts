import { count, number } from "../format";

const delimiters: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
const orders: Record<string, string> = {
  ymd: "year, month, day",
  dmy: "day, month, year",
  mdy: "month, day, year",
};
const origins: Record<string, string> = {
  option: "as you said",
  webinar: "the webinar's",
  setting: "the office's",
  file: "named in the file",
};

const reasons: Record<string, string> = {
  option: "you said so",
  webinar: "the files name no zone, so it is the webinar's",
  setting: "neither the files nor the webinar name a zone, so it is the office's",
  file: "the files name it",
};

const encodings: Record<string, string> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8, marked as such",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "windows-1252": "Windows-1252 (Western European)",
  "windows-1254": "Windows-1254 (Turkish)",
  xlsx: "Excel workbook",
};
const formats: Record<string, string> = {
  drupal_webform_csv: "Drupal webform export",
  eusurvey_xlsx: "EUSurvey export",
  teams_attendance_v3: "Teams attendance report",
  zoom_meeting_participants: "Zoom meeting participants",
  zoom_meeting_participants_unique: "Zoom meeting participants, totals only",
  zoom_webinar_attendee: "Zoom webinar attendee report",
};

/** The import of registrations and of attendance. */
export const imports = {
  title: { registrations: "Import registrations", attendance: "Import attendance" } as Record<string, string>,
  drop: "Drop the files here, as the website or the platform exported them (CSV, TSV, XLSX).",
  several: "Several files can be read together.",
  choose: "Choose files",
  command: "Import files",
  reading: "Reading the files",
  committing: "Importing",
  step: (doing: string, step: string) => (step ? `${doing}: ${step}` : doing),
  count: (done: number, total: number, rate: number) => `${number(done)} of ${count(total, "row")}${rate ? `, ${number(rate)} a second` : ""}`,
  options: "Say more about the files",
  zone: "Time zone of the files",
  zoneHint: (zone: string) => `Empty: ${zone}, the webinar's. A name such as Europe/Paris.`,
  channel: "Rows without a channel came by",
  channelHint: "A channel that the file names itself goes before this.",
  channels: {
    "": "as the file says",
    website: "the website",
    email: "e-mail",
    phone: "phone",
    other: "another way",
  } as Record<string, string>,
  planAgain: "Read again like this",
  planTitle: "What the import will do",
  planLead: "Nothing is written yet. What you confirm is exactly this.",
  kinds: { registrations: "Registrations", attendance: "Attendance" } as Record<string, string>,
  otherKind: (kind: string) => `These files hold ${kind.toLowerCase()} and belong to the step ${kind}: they will be imported there.`,
  found: "Recognised as",
  why: "Because of",
  format: (code: string) => formats[code] ?? code.replaceAll("_", " "),
  encodingName: (code: string) => encodings[code] ?? code,
  rows: "Rows",
  encoding: "Encoding",
  delimiter: "Columns parted by",
  delimiterName: (sign: string) => delimiters[sign] ?? sign,
  dateOrder: "Dates",
  dateOrderName: (order: string) => orders[order] ?? order,
  zoneLine: (zone: string, from: string) => (origins[from] ? `${zone} (${origins[from]})` : zone),
  assumed: "The times are read in this time zone",
  assumedHint: "A wrong zone moves everybody in or out of the window. Say another one here and read the files again.",
  zoneBecause: (from: string) => reasons[from] ?? from,
  checksum: "SHA-256",
  newRows: "new",
  known: "in the register already",
  leftOut: "left out",
  leftOutBecause: "Left out",
  problems: (n: number) => count(n, "remark"),
  atLines: (lines: string[], more: number) => `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more ? ` and ${number(more)} more` : ""}`,
  column: (name: string) => `column ${name}`,
  commit: (n: number) => `Import ${count(n, "row")}`,
  leave: "Do not import",
  nothingNew: "Nothing new",
  nothingNewText: "Every row of these files is in the register already. Nothing needs to be written.",
  understood: "Close",
  done: (n: number) => `Imported: ${count(n, "row")}.`,
  renewed: "This is a new plan: the files were read again for the webinar as it is now.",
  changed: "The webinar changed since the files were read. Read them again.",
  files: "Imported files",
  importedAt: "Imported",
  fileColumns: ["File", "Recognised as", "Rows", "Time zone", "Imported", "SHA-256"],
};
