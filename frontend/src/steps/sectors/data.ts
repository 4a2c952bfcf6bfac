import { answer, DELETE, GET, POST, type Schema } from "../../api/client";

type At = { id: string; version: number };

export type Choice = Schema["SectorChoice"];
export type Member = Schema["MemberView"];
export type Members = Schema["SectorMembers"];
export type Entry = Schema["OwnEntryView"];
export type Country = Schema["CountryChoice"];
export const filters = ["all", "unknown", "contradiction", "no_country", "proposed", "conflict"] as const;
export type Show = (typeof filters)[number];

/** list gives a window of the participants that a filter shows, those that wait for the officer first. */
export const list = (id: string, show: Show, rule: string, q: string, offset: number, limit: number): Promise<Members> =>
  answer(GET("/api/webinars/{id}/sectors", { params: { path: { id }, query: { show, rule, q, offset, limit } } }));

/** choices are the codes that may be set, each group followed by what is finer in it. */
export const choices = (): Promise<Choice[]> => answer(GET("/api/sectors"));

/** subject is whom a sector is set for: the registration, where there is one, for it holds in every file. */
export const subject = ({ participant }: Member): string => participant.registration || participant.id;

/** set is the officer's word on a sector. */
export const set = ({ id, version }: At, whom: string, code: string, remember = false): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/sectors", { params: { path: { id }, query: { version } }, body: { subject: whom, code, remember } }));

/** countries are the countries/areas that may be set, those of the project first. */
export const countries = (id: string): Promise<Country[]> => answer(GET("/api/webinars/{id}/countries", { params: { path: { id } } }));

/** setCountry is the officer's word on a country/area; "" for what the person declared. */
export const setCountry = ({ id, version }: At, whom: string, country: string): Promise<unknown> =>
  answer(POST("/api/webinars/{id}/countries", { params: { path: { id }, query: { version } }, body: { subject: whom, country } }));

/** accept takes what is proposed as the country/area of participants, of all where none is named. */
export const accept = ({ id, version }: At, participants: string[]): Promise<Schema["Accepted"]> =>
  answer(POST("/api/webinars/{id}/countries/accept", { params: { path: { id }, query: { version } }, body: { participants } }));

/** entries are the institutions, terms and rules of the office. */
export const entries = (): Promise<Entry[]> => answer(GET("/api/entries"));

/** addEntry adds one; the answer lists all. */
export const addEntry = (body: Schema["EntryInputBody"]): Promise<Entry[]> => answer(POST("/api/entries", { body }));

/** removeEntry takes one back; the answer lists the others. */
export const removeEntry = (entry: string): Promise<Entry[]> => answer(DELETE("/api/entries/{entry}", { params: { path: { entry } } }));

/** undoEntries takes back the last change of them. */
export const undoEntries = (): Promise<unknown> => answer(POST("/api/entries/undo"));

/** groups are the choices that are groups themselves, in their order: a digit stands for each. */
export const groups = (all: Choice[]): Choice[] => all.filter((choice) => choice.code === choice.group);

/** titled writes a choice: its group, and what is finer. */
export const titled = (choice: Choice): string => [choice.name, choice.finer].filter(Boolean).join(": ");

/** chosen finds the choice that a person counts as now, the finest that fits. Of a known sector the class may be unknown. */
export function chosen(all: Choice[], { profile }: Member): Choice | undefined {
  const by = (code: string) => all.find((choice) => choice.code === code);
  return (profile.subtype && by(`${profile.class}/${profile.subtype}`)) || (profile.class !== "unknown" && by(profile.class)) || by(profile.sector);
}

/** shows reads the filter of an address. */
export const shows = (text: string | null): Show => filters.find((filter) => filter === text) ?? "all";
