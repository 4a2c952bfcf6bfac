import type { Schema } from "../../api/client";
import { count, number, plural, size } from "../format";

type Job = Schema["Job"];

const delimiters: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
const orders: Record<string, string> = {
  ymd: "as they stand: they can be read in one way only",
  dmy: "day, month, year",
  mdy: "month, day, year",
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
  xls: "Excel workbook of the old format",
};
const phases = { before: "before the webinar", during: "during the webinar", after: "after the webinar" };
const values: Record<string, Record<string, string>> = { encoding: encodings, delimiter: delimiters, date_order: orders, phase: phases };
const questions: Record<string, string> = {
  date_order: "Does the day or the month stand first in its dates?",
  encoding: "Which of these shows the letters as they should be?",
};
// The names of these zones count westwards: Etc/GMT-3 is three hours ahead of UTC.
const zoneName = (zone: string) => {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? [];
  return hours ? `UTC${sign === "-" ? "+" : "−"}${hours}` : zone;
};

// What long work counts, but bytes.
const counted: Record<Exclude<Job["unit"], "" | "bytes">, [one: string, many?: string]> = {
  formats: ["format"],
  rows: ["row"],
  answers: ["answer"],
  people: ["person", "people"],
};

// Where rows stand. The line comes first: of a long name only the beginning is seen.
const place = (file: string, lines: number[]) => (!file ? "entered by hand" : lines.length ? `${plural(lines.length, "line")} ${lines.join(", ")} of ${file}` : file);

const listed = (names: string[]) => (names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

/** The import of registrations and of attendance. */
export const imports = {
  title: { registrations: "Import registrations", attendance: "Import attendance", engagement: "Import polls, questions and surveys" } as Record<string, string>,
  drop: "Drop the files here, as the website or the platform exported them (CSV, TSV, XLSX, XLS).",
  several: "Several files can be read together.",
  choose: "Choose files",
  paste: "Paste a table",
  pasteLead: "Copy the cells in the spreadsheet or the list on the web page, and paste them here. Columns may be parted by tabs, semicolons or commas.",
  pasteOr: "Or press Ctrl+V on this screen.",
  pasteLabel: "The table",
  pasteRead: "Read the table",
  pasteEmpty: "Nothing is pasted yet.",
  command: "Import files",
  reading: "Reading the files",
  committing: "Importing",
  step: (doing: string, step: string) => (step ? `${doing}: ${step}` : doing),
  count: ({ done, total, rate, unit }: Pick<Job, "done" | "total" | "rate" | "unit">) => {
    const shown = unit === "bytes" ? size : number;
    const all = unit === "bytes" || unit === "" ? shown(total) : count(total, ...counted[unit]);
    return `${shown(done)} of ${all}${rate && unit !== "formats" ? `, ${shown(rate)} a second` : ""}`;
  },
  options: "Say more about the files",
  zone: "Time zone of the files",
  zoneHint: (zone: string) => `Empty: ${zone}, the webinar's. A city, a country or an offset: Skopje, Türkiye, UTC+2.`,
  channel: "Rows without a channel came by",
  channelHint: "A channel that the file names itself goes before this.",
  channels: {
    "": "as the file says",
    website: "the website",
    email: "e-mail",
    phone: "phone",
    other: "another way",
  } as Record<string, string>,
  phase: "The questions were put",
  phaseHint: "Without a word, polls count as during the webinar, and a survey as when most of its answers came.",
  phases: { "": "as the files say", ...phases } as Record<string, string>,
  takenAs: "What the files are",
  takenAsHint: "A survey that asks for institution and position looks like a registration: say here that it is a survey.",
  takenAsKinds: { "": "as they are recognised", survey: "a survey" } as Record<string, string>,
  planAgain: "Read again like this",
  planTitle: "What the import will do",
  unconfirmed: "this import is not confirmed yet",
  kept: (title: string, files: number) => `An import is not confirmed yet: ${count(files, "file")}, into “${title}”`,
  keptText: "Nothing of it is written. It stays as you left it until you confirm or leave it.",
  back: "Back to the import",
  left: "The import was left. Nothing was written.",
  planLead: "Nothing is written yet. What you confirm is exactly this.",
  kinds: { registrations: "Registrations", attendance: "Attendance", poll: "Polls", questions: "Questions to the speakers", survey: "Surveys" } as Record<string, string>,
  otherKind: (kind: string) =>
    kind === "Registrations" || kind === "Attendance"
      ? `These files hold ${kind.toLowerCase()} and belong to the step ${kind}: they will be imported there.`
      : `These files hold ${kind.toLowerCase()} and belong to the step Polls and surveys: they will be imported there.`,
  together: (kinds: string[]) => `These files hold ${listed(kinds.map((kind) => kind.toLowerCase()))}. They are imported together, each into its own step, and can be undone together.`,
  apart: (file: string) => `${file} takes no part in the import`,
  toOutline: "Make a new webinar from it",
  effects: "What follows",
  effect: {
    submissions: "New submissions",
    newPersons: "Persons not on the list yet",
    knownPersons: "Persons on the list already",
    duplicates: "Count with another submission of the same person",
    barred: "Barred",
    barredWords: (words: string[]) => `(${words.join(", ")})`,
    staff: "Of speakers and the organiser's own people",
    staffText: "they take no seat",
    eligible: "Can be confirmed",
    moved: "Known submissions that will stand otherwise",
    noLimit: "no limit is stated",
    within: (seats: number) => `within the limit of ${count(seats, "seat")}`,
    over: (seats: number) => `over the limit of ${count(seats, "seat")}`,
    wait: "Would wait",
    stays: "New stays",
    attendees: "Persons in attendance",
    attendeesNew: "New among them",
    certain: "Matched for certain",
    asked: "To be asked",
    walkIns: "Walk-ins: nobody of the name or address registered",
    unidentified: "Without a name",
    apartStaff: "Staff, set apart",
    unmatched: "There are too many people to match before you confirm.",
  },
  /** The rows that a number of a plan counts. */
  behind: {
    opens: (n: string, of: string) => `${n}: ${of.replace(/\.$/, "")}. Show the rows`,
    ofFile: (n: number, what: string, file: string) => `${number(n)} ${what}: ${file}`,
    following: (n: number, what: string) => `${what}: ${number(n)}`,
    label: "Rows, with file and line",
    columns: { name: "Name", email: "E-mail", organisation: "Organisation", places: "Line and file" },
    unnamed: "(no name)",
    none: "No row.",
    places: (all: { file: string; line: number }[]) =>
      [...new Set(all.map((p) => p.file))].map((file) => place(file, all.filter((p) => p.file === file && p.line).map((p) => p.line))).join("; "),
  },
  found: "Recognised as",
  why: "Because of",
  rows: "Rows",
  assumedNames: { encoding: "Encoding", delimiter: "Columns parted by", date_order: "Dates", zone: "Time zone", phase: "The questions were put" } as Record<string, string>,
  valueName: (field: string, value: string) => (field === "zone" ? zoneName(value) : values[field]?.[value] ?? value) || "not known",
  shifted: (hours: number) => `Most people join about ${count(Math.abs(hours), "hour")} ${hours > 0 ? "after" : "before"} the webinar's start`,
  shiftOffer: (s: { zone: string; stays: number; before: number; within: number }) =>
    `The file's clock may be another one. Read in ${zoneName(s.zone)}, ${number(s.within)} of ${count(s.stays, "stay")} would touch the webinar's hours, instead of ${number(s.before)}. Nothing is moved unless you say so.`,
  takeShift: (zone: string) => `Read this file in ${zoneName(zone)}`,
  otherwise: "Read it otherwise",
  otherwiseOf: (name: string) => `Read it otherwise: ${name}`,
  asFound: "As the program found it",
  asks: "This file needs your word before it can be imported",
  question: (field: string) => questions[field] ?? field,
  answerFirst: "Answer the question above first.",
  assumed: "The times are read in this time zone",
  assumedHint: "A wrong zone moves everybody in or out of the window. Say another one here and read the files again.",
  zoneBecause: (from: string) => reasons[from] ?? from,
  checksum: "SHA-256",
  newRows: "new",
  changedRows: "changed",
  changesTitle: "What changes",
  differingTitle: "Other answers than in the register, which keeps its own",
  changeColumns: ["Line", "Field", "In the register", "In the file"],
  allChanges: (n: number) => `Show all ${number(n)}`,
  saveLeftOut: (n: number) => `Save the list of ${count(n, "row")} left out (CSV)`,
  known: "in the register already",
  leftOut: "left out",
  leftOutBecause: "Left out",
  remarked: "with this remark",
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
