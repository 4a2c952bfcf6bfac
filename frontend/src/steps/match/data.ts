import { answer, GET, POST, type Schema } from "../../api/client";
import type { operations } from "../../api/schema";

export type Member = Schema["MemberView"];
export type Members = Schema["Members"];
export type Review = Schema["ReviewView"];
export type Alike = Schema["AlikeView"];
/** A Candidate has no strength as long as only its name is known. */
export type Candidate = Omit<Schema["CandidateView"], "strength"> & { strength: Schema["CandidateView"]["strength"] | "" };
export type Registration = Schema["RegistrationView"];
type State = NonNullable<operations["members"]["parameters"]["query"]>["state"];

interface At {
  id: string;
  version: number;
}

/** The answer that says: nobody of those who registered. */
export const nobody = "none";

/** list gives a window of the people in attendance in a state that hold every word of the query. */
export const list = (id: string, state: string, q: string, offset: number, limit: number): Promise<Members> =>
  answer(GET("/api/webinars/{id}/members", { params: { path: { id }, query: { state: state as State, q, offset, limit } } }));

/** review gives whom a person in attendance may be, and the attendees that are united in the person. */
export const review = (id: string, person: string): Promise<Review> =>
  answer(GET("/api/webinars/{id}/people/{person}/review", { params: { path: { id, person } } }));

/** decide answers who a person is: a registration's id, or nobody. attendees narrows it to some of those united. */
export const decide = ({ id, version }: At, person: string, registration: string, attendees?: string[]): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/people/{person}/decision", { params: { path: { id, person }, query: { version } }, body: { registration, attendees } }));

/** setStaff sets a person apart as staff, or back. */
export const setStaff = ({ id, version }: At, person: string, staff: boolean, attendees?: string[]): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/people/{person}/staff", { params: { path: { id, person }, query: { version } }, body: { staff, attendees } }));

/** decideMany answers for several people at once, as one change. */
export const decideMany = ({ id, version }: At, answers: { attendees: string[]; registration: string }[]): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/decisions", { params: { path: { id }, query: { version } }, body: { answers } }));

/** split says which people sat at a person's connection; nobody takes it back. */
export const split = ({ id, version }: At, person: string, names: string[]): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/people/{person}/split", { params: { path: { id, person }, query: { version } }, body: { names } }));

/** alike gives the open people of whom the same is known as of one. */
export const alike = (id: string, person: string): Promise<Alike> =>
  answer(GET("/api/webinars/{id}/people/{person}/alike", { params: { path: { id, person } } }));

/** registered finds registrations that hold every word, the first few. */
export const registered = async (id: string, q: string): Promise<Registration[]> =>
  (await answer(GET("/api/webinars/{id}/registrations", { params: { path: { id }, query: { q, limit: 8 } } }))).rows;

/** lastChange gives the change that undo would take back. */
export async function lastChange(id: string): Promise<Schema["ChangeChange"] | undefined> {
  const all = await answer(GET("/api/webinars/{id}/changes", { params: { path: { id } } }));
  return all.filter((change) => !change.undone).at(-1);
}

/** nameOf is the name of a registration as it is shown. */
export const nameOf = (r: { first_name: string; last_name: string; written?: string }): string => r.written || `${r.first_name} ${r.last_name}`.trim();

/** linesIn gives each file once, with the lines of a person in it. */
export function linesIn(rows: { file: string; line: number }[]): [file: string, lines: number[]][] {
  const files = new Map<string, number[]>();
  for (const { file, line } of rows) files.set(file, [...(files.get(file) ?? []), line]);
  return [...files];
}
