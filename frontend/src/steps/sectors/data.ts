import { answer, GET, POST, type Schema } from "../../api/client";

export type Choice = Schema["SectorChoice"];
export type Member = Schema["MemberView"];
export type Members = Schema["Members"];
export type Show = "all" | "unknown" | "contradiction";

/** list gives a window of the participants: all, those whose sector is unknown, or those with a contradiction. */
export const list = (id: string, show: Show, q: string, offset: number, limit: number): Promise<Members> =>
  answer(GET("/api/webinars/{id}/sectors", { params: { path: { id }, query: { show, q, offset, limit } } }));

/** choices are the codes that may be set, each group followed by what is finer in it. */
export const choices = (): Promise<Choice[]> => answer(GET("/api/sectors"));

/** subject is whom a sector is set for: the registration, where there is one, for it holds in every file. */
export const subject = ({ participant }: Member): string => participant.registration || participant.id;

/** set is the officer's word on a sector. */
export const set = ({ id, version }: { id: string; version: number }, whom: string, code: string): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/sectors", { params: { path: { id }, query: { version } }, body: { subject: whom, code } }));

/** groups are the choices that are groups themselves, in their order: a digit stands for each. */
export const groups = (all: Choice[]): Choice[] => all.filter((choice) => choice.code === choice.group);

/** titled writes a choice: its group, and what is finer. */
export const titled = (choice: Choice): string => [choice.name, choice.finer].filter(Boolean).join(": ");

/** chosen finds the choice that a person counts as now, the finest that fits. */
export function chosen(all: Choice[], { profile }: Member): Choice | undefined {
  const by = (code: string) => all.find((choice) => choice.code === code);
  return (profile.subtype && by(`${profile.class}/${profile.subtype}`)) || by(profile.class) || by(profile.sector);
}

/** shows reads the filter of an address. */
export const shows = (text: string | null): Show => (text === "unknown" || text === "contradiction" ? text : "all");
