import { count } from "../format";

/** The frame around every screen. */
export const shell = {
  program: "Rapporteur",
  skip: "Skip to the content",
  offline: "Offline: data on this computer",
  switchWebinar: "Choose a webinar",
  noWebinar: "No webinar open",
  allWebinars: "All webinars",
  sample: "Sample",
  sampleBanner: "This is the sample webinar. All its people are invented.",
  search: "Search",
  searchLong: "Search people, webinars and commands",
  searchPlaceholder: "A person, a command, a section of the report, a webinar",
  searchNone: "Nothing found.",
  searchCount: (n: number) => `${count(n, "result")}.`,
  searchBusy: "Searching",
  searchNoneHint: "Look for a part of a name, an organisation or an address, a webinar's title, a section of the report, or a command such as “print”.",
  groupHere: "On this screen",
  groupWebinar: "This webinar",
  groupCommands: "Everywhere",
  groupSections: "Sections of the report",
  printCommand: "Print this screen",
  groupWebinars: "Webinars",
  groupRegistered: "Registered people",
  groupAttended: "People in attendance",
  undo: "Undo",
  undone: (what: string) => `Undone: ${what}.`,
  nothingToUndo: "There is nothing to undo here: open a webinar first.",
  openFirst: "Open a webinar first.",
  help: "Help",
  close: "Close",
  cancel: "Cancel",
  back: "Back",
  copy: "Copy",
  copied: "Copied.",
  reveal: "Show in folder",
  done: "Done",
  next: "Next",
  waitsHere: (matter: string) => `Here: ${matter}`,
  steps: "Steps",
  stages: "How far the work is",
  loading: "Loading",
  goTo: (step: string) => `Go to ${step}`,
  keysOn: "Turn single keys on",
  keysOff: "Turn single keys off",
  print: "Print",
  printNames: "Contains names of people: for the office alone.",
  printOnly: "Only:",
  printPart: "Long lists and charts are left out here: print with Ctrl+P or the button Print on the screen.",
  reload: "Load again",
  conflict: "Changed in another window",
  footnote: "Footnote",
  unknownPage: "There is no such page",
  unknownPageHint: "The address may be of an older version of the program.",
  toWebinars: "Go to the webinars",
  more: "More",
  resize: (column: string) => `Width of the column ${column}`,
  rows: (n: number) => count(n, "row"),
};

/** Problems that the screens themselves notice. */
export const problem = {
  unexpected: "Something in the program went wrong.",
  unexpectedHint: "Try again. Nothing that was saved is lost.",
  stopped: "The program has stopped.",
  stoppedHint: "Start Rapporteur again and use the address it prints. Everything that was saved is there.",
  goneKept: "What you typed stays here as long as this page is open.",
  goneAgain: "Try again",
  goneBack: "The data folder is back.",
  where: (file?: string, sheet?: string, line?: number, column?: string) =>
    [file, sheet && `sheet ${sheet}`, line ? `line ${line}` : "", column && `column ${column}`].filter(Boolean).join(", "),
};

/** What waits in a step, or blocks it, by the name that the program gives it. */
const matters: Record<string, (n: number) => string> = {
  not_held: () => "to mark as held",
  problems: (n) => `${count(n, "field")} to check`,
  no_registrations: () => "to import",
  submitted: (n) => `${count(n, "registration")} to decide`,
  no_attendance: () => "to import",
  joined: (n) => `${n} joined`,
  open: (n) => `${n} to decide`,
  conflicts: (n) => `${n} in conflict`,
  unknown: (n) => `${n} unknown`,
  contradictions: (n) => count(n, "contradiction"),
  not_reconciled: (n) => `${count(n, "total")} do not reconcile`.replace(/^1 total do /, "1 total does "),
  findings: (n) => `${count(n, "error")} to mend`,
  finalised: () => "the donor copy is final",
  cancelled: () => "cancelled",
  closed: () => "closed",
};

/** What is to be done in a step that is led on to, by its name alone or with what waits there. */
const leads: Record<string, string> = {
  "registrations no_registrations": "import the registrations",
  "attendance no_attendance": "import the attendance",
  "outline not_held": "mark the webinar as held",
  "report ": "read the report, then save or finalise it",
  outline: "outline",
  registrations: "registrations",
  attendance: "attendance",
  match: "matches",
  sectors: "sectors",
  breakdown: "breakdown",
  report: "report",
};

/** The strip of stages. */
export const stages = {
  done: "done",
  ready: "can be done now",
  attention: "waits for you",
  blocked: "blocked",
  ended: "left as it is",
  matter: (name: string, n: number): string => (name ? (matters[name]?.(n) ?? name) : ""),
  /** What comes after a step, as an order. */
  lead: (step: string, matter: string, text: string): string => leads[`${step} ${matter}`] ?? [leads[step], text].filter(Boolean).join(": "),
  /** What a blocked step needs first. */
  needs: (name: string): string => (({ no_attendance: "needs attendance", no_registrations: "needs registrations" }) as Record<string, string>)[name] ?? name,
};
