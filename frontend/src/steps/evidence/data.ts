import { answer, GET, type Schema } from "../../api/client";
import { router } from "../../router.svelte";
import { session } from "../../session.svelte";
import type { Source } from "../../ui/rows.svelte";
import { words } from "../../words/en";

/** A Behind is one row behind a figure: a person in attendance, or a registration. */
export interface Behind {
  id: string;
  member?: Schema["MemberView"];
  registration?: Schema["RegistrationView"];
}

const ask = (webinar: string, figure: string, rule: string, offset: number, limit: number): Promise<Schema["FigureView"]> =>
  answer(GET("/api/webinars/{id}/figure", { params: { path: { id: webinar }, query: { figure, rule: rule || undefined, offset, limit } } }));

/** Opened is a figure that was opened: how many stand behind it and of which kind, or the figures it is made of. */
export interface Opened extends Pick<Schema["FigureView"], "n" | "terms" | "sign" | "value" | "identity"> {
  people: boolean;
  /** It counts answers. */
  answers: boolean;
}

/** Figures that count answers begin with one of these. */
const ofAnswers = ["engagement/", "compared/", "answers_in/"];

/** figure opens a figure; rule "" is the webinar's own. */
export async function figure(webinar: string, name: string, rule: string): Promise<Opened> {
  const opened = await ask(webinar, name, rule, 0, 1);
  const answers = ofAnswers.some((start) => name.startsWith(start));
  return { ...opened, answers, people: !answers && opened.terms.length === 0 && opened.registrations.length === 0 };
}

// The program gives this many rows at a time at most.
const window = 200;

/** answersBehind gives the answers that a figure counts, from the first to a number of them. */
export async function answersBehind(webinar: string, name: string, upto: number): Promise<Schema["AnswerView"][]> {
  const out: Schema["AnswerView"][] = [];
  while (out.length < upto) {
    const { n, answers } = await ask(webinar, name, "", out.length, Math.min(window, upto - out.length));
    out.push(...answers);
    if (!answers.length || out.length >= n) break;
  }
  return out;
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
export const nameOf = (r: Schema["RegistrationView"]): string => r.written;

const placeName = (code: string): string => session.open.value?.beneficiaries.find((x) => x.code === code)?.name ?? code;

/** countryOf names the country/area that a registration's country is read as; "" where none was stated. */
export const countryOf = (r: Schema["RegistrationView"]): string => r.country && (r.elsewhere || placeName(r.beneficiary));

/** declared is the country as it was written, where it is another text than the name that is shown. */
export const declared = (r: Schema["RegistrationView"]): string => (r.country && r.country !== countryOf(r) ? words.evidence.declared(r.country) : "");

/** placeOf names the country/area of a person in attendance. */
export const placeOf = (member: Schema["MemberView"]): string => member.elsewhere || placeName(member.profile.beneficiary);

/**
 * openFigure shows who stands behind a figure; under is another rule than the one that the screen shows, of the figure that
 * it was opened from.
 */
export const openFigure = (name: string, under?: string, of?: string): void =>
  router.set({ figure: name, under: under ?? (of ? router.route.query.get("under") ?? undefined : undefined), of, person: undefined, registration: undefined });
