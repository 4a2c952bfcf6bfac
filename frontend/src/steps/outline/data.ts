import { answer, PATCH, POST, type Schema } from "../../api/client";

export type Field = Schema["OutlineField"];

/** Fields in the order of the screen; those that the program adds later stand at the end. */
const order = {
  event: ["title", "project", "project_title", "activity_type", "start", "zone", "duration_minutes", "end", "language", "interpretation", "web_reference"],
  people: ["capacity", "confirmation_days", "registration", "website_only", "participants", "audience"],
  content: ["background", "objectives", "expected_outcomes", "speakers", "resources", "activities", "result", "result_groups"],
  conduct: ["actual_start", "actual_end", "limit", "rule", "connection", "rules"],
} as const;

export type Group = keyof typeof order;

/** grouped sorts the fields into the groups of the screen. */
export function grouped(fields: Field[]): { group: Group; fields: Field[] }[] {
  const left = new Map(fields.map((f) => [f.field, f]));
  const groups = (Object.keys(order) as Group[]).map((group) => ({
    group,
    fields: order[group].flatMap((name) => {
      const field = left.get(name);
      left.delete(name);
      return field ? [field] : [];
    }),
  }));
  groups.at(-1)?.fields.push(...left.values());
  return groups;
}

/** entered is the text of a field as it stands in its box: one entry on each line. */
export const entered = (field: Field): string => field.values.join("\n");

/** values takes the text of the box apart again. */
export function values(field: Field, text: string): string[] {
  if (!field.list) return text.trim() ? [text.trim()] : [];
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

/** same tells whether two lists of values are equal: then there is nothing to save. */
export const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((v, i) => v === b[i]);

/** foreign tells whether the source says more than the field shows: only then it is worth a look. */
export function foreign(field: Field): boolean {
  const bare = (text: string) => text.replace(/[\s•;*]+/g, " ").trim();
  return bare(field.source) !== "" && bare(field.source) !== bare(field.shown.join(" "));
}

interface At {
  id: string;
  version: number;
}

/** edit sets a field of the outline. */
export const edit = ({ id, version }: At, field: string, entries: string[]): Promise<Schema["Webinar"]> =>
  answer(PATCH("/api/webinars/{id}", { params: { path: { id }, query: { version } }, body: { fields: [{ field, values: entries }] } }));

type State = "planned" | "postponed" | "held" | "cancelled";

/** move takes the webinar to another state. */
export const move = ({ id, version }: At, state: string, reason: string): Promise<Schema["Webinar"]> =>
  answer(POST("/api/webinars/{id}/state", { params: { path: { id }, query: { version } }, body: { state: state as State, reason } }));
