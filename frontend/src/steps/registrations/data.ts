import { answer, GET, POST, type Schema } from "../../api/client";
import type { operations } from "../../api/schema";

export type Registration = Schema["RegistrationView"];
export type List = Schema["Registrations"];
type State = NonNullable<operations["registrations"]["parameters"]["query"]>["state"];

interface At {
  id: string;
  version: number;
}

/** list gives a window of the registrations in a state that hold every word of the query. */
export const list = (id: string, state: string, q: string, offset: number, limit: number): Promise<List> =>
  answer(GET("/api/webinars/{id}/registrations", { params: { path: { id }, query: { state: state as State, q, offset, limit } } }));

/** group gives a person's registrations, the one that counts first. */
export const group = (id: string, registration: string): Promise<Registration[]> =>
  answer(GET("/api/webinars/{id}/registrations/{registration}", { params: { path: { id, registration } } }));

/** seat confirms, declines or withdraws; confirm without names takes all that are eligible, in order. */
export const seat = ({ id, version }: At, act: "confirm" | "decline" | "withdraw", registrations: string[], reason = ""): Promise<Schema["Seated"]> =>
  answer(POST("/api/webinars/{id}/seats/{act}", { params: { path: { id, act }, query: { version } }, body: { registrations, reason } }));

/** merge says that two registrations are one person's. */
export const merge = ({ id, version }: At, duplicate: string, main: string): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/merges", { params: { path: { id }, query: { version } }, body: { duplicate, main } }));

export type NewRegistration = Schema["AddInputBody"];

/** add enters a registration that came by e-mail or phone; it is barred. */
export const add = ({ id, version }: At, body: NewRegistration): Promise<Registration> =>
  answer(POST("/api/webinars/{id}/registrations", { params: { path: { id }, query: { version } }, body }));

/** fullName is the name as it is shown. */
export const fullName = (r: { first_name: string; last_name: string; written?: string }): string => r.written || `${r.first_name} ${r.last_name}`.trim();

/** The fields in which two records of one person may differ. */
export const compared = ["first_name", "last_name", "email", "organisation", "job_title", "country", "sex", "sector", "source", "submitted", "file"] as const;

/** differing names the fields in which two registrations are not the same. */
export const differing = (a: Registration, b: Registration): Set<string> => new Set(compared.filter((name) => a[name] !== b[name]));
