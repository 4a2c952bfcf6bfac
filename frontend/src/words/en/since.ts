import { count, hour, list, viewerZone } from "../format";
import { outline } from "./outline";

/** A Happening is one thing that was done to a webinar elsewhere, as the program tells it. */
interface Happening {
  kind: string;
  taken_back: boolean;
  who: string;
  at: string;
  facts: Record<string, number>;
  fields: string[];
  state: string;
}

// What the counts of a change say, in the order of a sentence.
const facts: [name: string, say: (n: number) => string][] = [
  ["registrations", (n) => `imported ${count(n, "registration")}`],
  ["records", (n) => `imported ${count(n, "row")} of attendance`],
  ["confirmed", (n) => `confirmed ${count(n, "registration")}`],
  ["waiting", (n) => `let ${count(n, "registration")} wait`],
  ["declined", (n) => `declined ${count(n, "registration")}`],
  ["withdrawn", (n) => `withdrew ${count(n, "registration")}`],
  ["matches", (n) => `decided ${count(n, "match", "matches")}`],
  ["splits", (n) => `split ${count(n, "shared connection")}`],
  ["staff", (n) => `decided about staff for ${count(n, "person", "people")}`],
  ["sectors", (n) => `decided ${count(n, "sector")}`],
  ["texts", (n) => `wrote ${count(n, "text")} of the report`],
];

const others: Record<string, string> = {
  "webinar.edit": "changed the webinar",
  "webinar.close": "closed the webinar",
  "registrations.add": "entered a registration by hand",
  "registrations.merge": "merged two registrations",
  "report.issue": "issued a final report",
};

function what({ kind, facts: n, fields, state }: Happening): string {
  if (others[kind] && kind !== "webinar.edit") return others[kind];
  if (state) return `set the webinar to ${state}`;
  if (fields.length) return `changed ${list(fields.map((name) => outline.field(name).label))}`;
  const said = facts.filter(([name]) => n[name]).map(([name, say]) => say(n[name]!));
  return said.length ? list(said) : (others[kind] ?? kind);
}

/** What was done since a screen was loaded. */
export const since = {
  title: "Since this screen was loaded:",
  /** line is one of them: "confirmed 300 registrations, 18:02, by ana". */
  line: (one: Happening): string => `${one.taken_back ? "undone: " : ""}${what(one)}, ${hour(one.at, viewerZone())}${one.who && `, by ${one.who}`}`,
  more: (n: string) => `and ${n} before`,
};
