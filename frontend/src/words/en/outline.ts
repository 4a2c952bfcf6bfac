import { count } from "../format";

interface FieldWords {
  label: string;
  hint?: string;
}

/** The outline's fields, by the name that the program gives them. */
const fields: Record<string, FieldWords> = {
  title: { label: "Title" },
  project: { label: "Project", hint: "The project's short name." },
  project_title: { label: "Project title" },
  activity_type: { label: "Kind of activity", hint: "For example webinar, training, workshop." },
  start: { label: "Start", hint: "Local time of the webinar, as 2020-05-28 14:00." },
  end: { label: "End", hint: "Local time of the webinar, as 2020-05-28 16:00." },
  zone: { label: "Time zone", hint: "A name such as Europe/Bucharest. The printed hour stays." },
  duration_minutes: { label: "Duration", hint: "In minutes." },
  language: { label: "Language", hint: "Its English name, for example Serbian." },
  interpretation: { label: "Interpretation", hint: "One language on each line; empty for none." },
  web_reference: { label: "Web address" },
  capacity: { label: "Capacity", hint: "How many people can take part. The text on participants changes with it." },
  confirmation_days: { label: "Confirmations go out", hint: "Days before the start." },
  registration: { label: "Registration" },
  website_only: { label: "Website only" },
  participants: { label: "Participants", hint: "One paragraph on each line. Capacity, audience and confirmation days are read from it again." },
  audience: { label: "Audience" },
  background: { label: "Background", hint: "One paragraph on each line." },
  objectives: { label: "Objectives", hint: "One objective on each line." },
  expected_outcomes: { label: "Expected outcomes", hint: "One outcome on each line." },
  speakers: { label: "Speakers", hint: "One speaker on each line: given name SURNAME, position, organisation." },
  resources: { label: "Resources", hint: "One resource on each line." },
  activities: { label: "Related activities", hint: "One paragraph on each line. The Result is read from it again." },
  result: { label: "Result", hint: "The number of the project's Result." },
  result_groups: { label: "Groups of the Result" },
  actual_start: { label: "Actual start", hint: "As 2020-05-28 14:03; empty: as planned." },
  actual_end: { label: "Actual end", hint: "As 2020-05-28 16:10; empty: as planned." },
  limit: { label: "Confirmation limit", hint: "How many confirmations go out at most; empty: the capacity." },
  rule: { label: "Attendance rule", hint: "Who was there long enough: a share of the time (50%) or minutes (60min)." },
  connection: { label: "Connection", hint: "How to connect, for the confirmation letter." },
  rules: { label: "Rules of engagement", hint: "For the confirmation letter." },
};

const choices: Record<string, string> = {
  judiciary: "Judiciary",
  prosecution: "Prosecutors",
  police: "Police and law enforcement",
  officials: "Other relevant officials",
  cybercrime_unit: "Cybercrime units",
  financial_investigation_unit: "Financial investigation units",
  fiu: "Financial intelligence units (FIUs)",
  judicial_cooperation_authority: "Authorities for judicial cooperation",
  yes: "Only registrations through the website are confirmed",
};

/** The screen of the outline. */
export const outline = {
  groups: {
    event: "The event",
    people: "Who can take part",
    content: "What it is about",
    conduct: "How it is run",
  },
  field: (name: string): FieldWords => fields[name] ?? { label: name },
  choice: (code: string): string => choices[code] ?? code,
  edit: (label: string) => `Edit: ${label}`,
  keep: "Right as it is",
  keepLong: (label: string) => `${label} is right as it is`,
  saved: (label: string) => `Saved: ${label}.`,
  savedAt: (time: string) => `saved ${time}`,
  lineHint: "Enter saves, Esc leaves it as it was.",
  linesHint: "Ctrl+Enter saves, Esc leaves it as it was.",
  readFrom: "Read from",
  more: "Show all",
  less: "Show less",
  empty: "not stated",
  asPlanned: "as planned",
  theCapacity: "the capacity",
  noInterpretation: "none",
  minutes: (n: string) => count(Number(n), "minute"),
  days: (n: string) => `${count(Number(n), "day")} before the start`,
  toCheck: (n: number) => `${count(n, "field")} to check`,
  localTimes: "The start on their clocks",
  here: "This computer",
  download: "Download",
  asText: "As text",
  asPage: "As a web page",
  saveText: "Save the outline as text",
  savePage: "Save the outline as a web page",
  state: "State",
  moves: {
    planned: "Back to planned",
    postponed: "Postpone…",
    held: "It was held",
    cancelled: "Cancel…",
    closed: "Close…",
  } as Record<string, string>,
  moveCommands: {
    planned: "Set the webinar back to planned",
    postponed: "Postpone the webinar",
    held: "Mark the webinar as held",
    cancelled: "Cancel the webinar",
    closed: "Close the webinar",
  } as Record<string, string>,
  notHeld: "Attendance was imported, but the webinar is not marked as held.",
  notHeldHint: "Say that it was held. Where it began or ended at another time than planned, enter the actual times below: the presence of everybody is counted within them.",
  moveTitle: { postponed: "Postpone the webinar", cancelled: "Cancel the webinar", closed: "Close the webinar" } as Record<string, string>,
  moveSays: {
    closed: "Its figures are frozen: nothing that comes later changes them. It can be reopened until a final report is issued.",
  } as Record<string, string>,
  lookAt: (step: string, matter: string) => `${step}: ${matter}. Leave the question and look`,
  closeWaits: "This is not settled, and could not be after the closing",
  moveDo: { postponed: "Postpone", cancelled: "Cancel the webinar", closed: "Close the webinar" } as Record<string, string>,
  moved: (state: string) => `The webinar is ${state}.`,
  reason: "Reason",
  reasonHint: { postponed: "The report to the donor names it.", cancelled: "The report to the donor names it.", closed: "Kept in the history; may stay empty." } as Record<
    string,
    string
  >,
};
