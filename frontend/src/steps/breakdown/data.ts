import { answer, GET, PATCH, type Schema } from "../../api/client";
import { session } from "../../session.svelte";
import { words } from "../../words/en";

const at = (id: string, rule: string) => ({ params: { path: { id }, query: { rule: rule || undefined } } });

/** breakdown gives the table under a rule; "" is the webinar's own. Another rule is never stored. */
export const breakdown = (id: string, rule: string): Promise<Schema["Breakdown"]> => answer(GET("/api/webinars/{id}/breakdown", at(id, rule)));

/** charts gives the four charts under a rule. */
export const charts = (id: string, rule: string): Promise<Schema["Chart"][]> => answer(GET("/api/webinars/{id}/charts", at(id, rule)));

/** chartFile is the address of a chart's picture or numbers. */
export const chartFile = (id: string, chart: string, rule: string, file: "picture.svg" | "data.csv"): string =>
  `/api/webinars/${encodeURIComponent(id)}/charts/${chart}/${file}${rule && `?rule=${encodeURIComponent(rule)}`}`;

/** keepRule makes a rule the webinar's own. */
export const keepRule = (rule: string): Promise<unknown> =>
  session.write(
    ({ id, version }) =>
      answer(PATCH("/api/webinars/{id}", { params: { path: { id }, query: { version } }, body: { fields: [{ field: "rule", values: [rule] }] } })),
    { done: words.breakdown.keptRule(rule) },
  );
