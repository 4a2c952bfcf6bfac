import { answer, GET, type Schema } from "../../api/client";
import { router } from "../../router.svelte";
import type { Source } from "../../ui/rows.svelte";

/** A Behind is one row behind a figure: a person in attendance, or a registration. */
export interface Behind {
  id: string;
  member?: Schema["MemberView"];
  registration?: Schema["RegistrationView"];
}

const ask = (webinar: string, figure: string, rule: string, offset: number, limit: number): Promise<Schema["FigureView"]> =>
  answer(GET("/api/webinars/{id}/figure", { params: { path: { id: webinar }, query: { figure, rule: rule || undefined, offset, limit } } }));

/** figure tells how many stand behind a figure, and of which kind; rule "" is the webinar's own. */
export async function figure(webinar: string, name: string, rule: string): Promise<{ n: number; people: boolean }> {
  const { n, registrations } = await ask(webinar, name, rule, 0, 1);
  return { n, people: registrations.length === 0 };
}

/** behind gives who stands behind a figure, in windows. */
export function behind(webinar: string, name: string, rule: string): Source<Behind> {
  return async (offset, limit) => {
    const { n, members, registrations } = await ask(webinar, name, rule, offset, limit);
    const rows = [...members.map((member) => ({ id: member.participant.id, member })), ...registrations.map((registration) => ({ id: registration.id, registration }))];
    return { total: n, rows };
  };
}

/** person gives everything known of one person in attendance. */
export const person = (webinar: string, id: string, rule: string): Promise<Schema["PersonView"]> =>
  answer(GET("/api/webinars/{id}/people/{person}", { params: { path: { id: webinar, person: id }, query: { rule: rule || undefined } } }));

/** registrations gives the registrations of one person, the main record first. */
export const registrations = (webinar: string, id: string): Promise<Schema["RegistrationView"][]> =>
  answer(GET("/api/webinars/{id}/registrations/{registration}", { params: { path: { id: webinar, registration: id } } }));

/** nameOf writes the name of a person in a registration. */
export const nameOf = (r: Schema["RegistrationView"]): string => `${r.first_name} ${r.last_name}`.trim();

/** openFigure shows who stands behind a figure; under is another rule than the one that the screen shows. */
export const openFigure = (name: string, under?: string): void => router.set({ figure: name, under, person: undefined, registration: undefined });
