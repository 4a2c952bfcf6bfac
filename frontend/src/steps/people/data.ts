import { answer, GET, POST, type Schema } from "../../api/client";
import { router } from "../../router.svelte";

export type People = Schema["People"];
export type Person = Schema["OnePersonView"];
export type Question = Schema["SamePersonView"];
export type View = "everybody" | "questions" | "figures";

/** parts are those of the list, in the order shown. */
export const parts = ["all", "several", "walk_ins", "open", "conflict", "not_attended"] as const;

/** partOf reads the part of an address. */
export const partOf = (text: string | null): (typeof parts)[number] => parts.find((part) => part === text) ?? "all";

/** viewOf reads the view of an address. */
export const viewOf = (text: string | null): View => (text === "questions" || text === "figures" ? text : "everybody");

/** list gives a window of the people of a part. */
export const list = (part: (typeof parts)[number], q: string, offset: number, limit: number): Promise<People> =>
  answer(GET("/api/people", { params: { query: { part, q, offset, limit } } }));

/** questions are those on who is one person. */
export const questions = (): Promise<Schema["Questions"]> => answer(GET("/api/people/questions"));

/** figures are those of a period; "" for all time. */
export const figures = (period: string): Promise<Schema["IndicatorFigures"]> => answer(GET("/api/people/figures", { params: { query: { period } } }));

/** who gives a window of what a figure of a period counts. */
export const who = (period: string, figure: string, offset: number, limit: number): Promise<Schema["Who"]> =>
  answer(GET("/api/people/who", { params: { query: { period, figure, offset, limit } } }));

/** nameOf is the printed name of a code. */
export const nameOf = (list: { code: string; name: string }[], code: string): string => list.find((x) => x.code === code)?.name ?? code;

/** openFigure shows what a figure of the period counts. */
export const openFigure = (figure: string): void => router.set({ figure, person: undefined });

/** person gives everything held of a person. */
export const person = (id: string): Promise<Schema["PersonRecord"]> => answer(GET("/api/people/{person}", { params: { path: { person: id } } }));

/** say is the officer's word on two persons. */
export const say = (one: string, other: string, same: boolean, version: number): Promise<unknown> =>
  answer(POST("/api/people/same", { body: { one, other, same, version } }));

/** part says that the person at a webinar is somebody else. */
export const part = (id: string, webinar: string, version: number): Promise<unknown> =>
  answer(POST("/api/people/{person}/part", { params: { path: { person: id } }, body: { webinars: [webinar], version } }));

/** takeBack takes back an answer; "" the last one. */
export const takeBack = (change: string, version: number): Promise<unknown> => answer(POST("/api/people/take-back", { body: { change, version } }));
