import { answer, GET, POST, type Schema } from "../../api/client";
import { session } from "../../session.svelte";
import { words } from "../../words/en";

export type View = Schema["EngagementView"];
export type Question = Schema["QuestionView"];

/** engagement gives what was answered, question by question. */
export const engagement = (id: string): Promise<View> => answer(GET("/api/webinars/{id}/engagement", { params: { path: { id } } }));

/** link says which expected outcome a question shows: its number, or none. */
export const link = (question: string, outcome: string): Promise<unknown> =>
  session.write(
    ({ id, version }) => answer(POST("/api/webinars/{id}/engagement/{question}/outcome", { params: { path: { id, question }, query: { version } }, body: { outcome } })),
    { done: outcome === "none" ? words.engagement.unlinked : words.engagement.linked },
  );

type Phase = "before" | "during" | "after" | "read";

/** setPhase says when the questions of a file were put. */
export const setPhase = (file: Schema["AnswerFile"], phase: string): Promise<unknown> =>
  session.write(
    ({ id, version }) =>
      answer(POST("/api/webinars/{id}/engagement/files/{file}/phase", { params: { path: { id, file: file.sha256 }, query: { version } }, body: { phase: phase as Phase } })),
    { done: words.engagement.phaseSet },
  );

/** byPhase puts questions under the time they were put in, in the order in which they come. */
export function byPhase(questions: Question[]): { phase: string; questions: Question[] }[] {
  const out: { phase: string; questions: Question[] }[] = [];
  for (const q of questions) {
    const last = out.at(-1);
    if (last?.phase === q.phase) last.questions.push(q);
    else out.push({ phase: q.phase, questions: [q] });
  }
  return out;
}
