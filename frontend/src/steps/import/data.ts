import { answer, DELETE, GET, POST, type Schema } from "../../api/client";
import { finished, type JobWatch } from "../../api/jobs";

export type Plan = Schema["ImportPlan"];
export type FileMap = Schema["FileMap"];
export type Look = Schema["IntakeLook"];
export type Kind = "registrations" | "attendance" | "engagement";

/** stepOf is the step that files of a kind belong to. */
export const stepOf = (kind: string): Kind => (kind === "registrations" || kind === "attendance" ? kind : "engagement");

/** What the officer says about the files; "" leaves it to the program. */
export interface Said {
  zone: string;
  /** What the screen is for, where a table may be of either kind. */
  step?: Kind;
  /** Choices of columns, by file. */
  maps?: FileMap[];
  channel: "" | "website" | "email" | "phone" | "other";
  /** What the files are, and when their questions were put, where they are answers. */
  kind?: "" | "survey";
  phase?: "" | "before" | "during" | "after";
  /** Of one file alone, by its SHA-256. */
  files: Record<string, Schema["FileSaid"]>;
}

const get = (plan: string): Promise<Plan> => answer(GET("/api/imports/{plan}", { params: { path: { plan } } }));

/** plan says what importing the files would do. */
export const plan = async (webinar: string, uploads: string[], said: Said, watch: JobWatch): Promise<Plan> =>
  get(await finished(answer(POST("/api/webinars/{id}/imports", { params: { path: { id: webinar } }, body: { uploads, ...said } })), watch));

/** planAgain says it of the same files, said otherwise or after a change. */
export async function planAgain(before: string, said: Said, watch: JobWatch): Promise<Plan> {
  const path = { plan: before };
  const next = await get(await finished(answer(POST("/api/imports/{plan}/again", { params: { path }, body: { ...said } })), watch));
  await leave(before);
  return next;
}

/** lookAt shows a file under a choice of its columns; without columns they are suggested. */
export const lookAt = (plan: string, map: FileMap): Promise<Look> =>
  answer(POST("/api/imports/{plan}/columns", { params: { path: { plan } }, body: map }));

/** forgetColumns has the columns forgotten that are remembered for the header of a file. */
export const forgetColumns = (plan: string, sha256: string): Promise<unknown> =>
  answer(POST("/api/imports/{plan}/columns/forget", { params: { path: { plan } }, body: { sha256 } }));

/** choosing puts a field to a column, or takes the column's field away with "". A field has one column, one of `several` as many as are chosen. */
export function choosing(columns: Record<string, number>, column: number, field: string, several: string[] = []): Record<string, number> {
  const named = several.includes(field) ? `${field}#${column + 1}` : field;
  const kept = Object.entries(columns).filter(([name, at]) => at !== column && name !== named);
  return Object.fromEntries(field ? [...kept, [named, column]] : kept);
}

/** replaced puts a choice in the place of an earlier one of the same file, or takes it away. */
export const replaced = (maps: FileMap[], sha256: string, map?: FileMap): FileMap[] => [...maps.filter((m) => m.sha256 !== sha256), ...(map ? [map] : [])];

/** Numbered is a number of a plan that is opened: its name, of which file or of what follows, how many, and in words. */
export interface Numbered {
  number: string;
  /** "" for a number of what follows. */
  sha256: string;
  n: number;
  title: string;
  /** Why its rows count, where the title does not say it. */
  why?: string;
}

/** rowsBehind gives a window of the rows that a number of a plan counts. */
export const rowsBehind = (plan: string, { number, sha256 }: Numbered, offset: number, limit: number): Promise<Schema["PlanRows"]> =>
  answer(GET("/api/imports/{plan}/rows", { params: { path: { plan }, query: { number, sha256: sha256 || undefined, offset, limit } } }));

/** commit does exactly what the plan says. */
export const commit = (id: string, watch: JobWatch = {}): Promise<unknown> =>
  finished(answer(POST("/api/imports/{plan}/commit", { params: { path: { plan: id } } })), watch);

/** leave forgets a plan. */
export const leave = (id: string): Promise<unknown> => answer(DELETE("/api/imports/{plan}", { params: { path: { plan: id } } }));

/** takeApart hands over anew a file that takes no part in a plan. */
export const takeApart = (plan: string, sha256: string): Promise<Schema["Upload"]> =>
  answer(POST("/api/imports/{plan}/apart", { params: { path: { plan } }, body: { sha256 } }));

/** sources are the files of a kind that were imported. */
export async function sources(webinar: string, kind: Kind): Promise<Schema["Source"][]> {
  const all = await answer(GET("/api/webinars/{id}/sources", { params: { path: { id: webinar } } }));
  return all.filter((s) => s.kind === kind);
}

/** assumed gives the time zones that the times of files were read in: each with what it comes from, and the files' names. */
export function assumed(files: Schema["FilePlan"][]): { zone: string; from: string; names: string[] }[] {
  const out: { zone: string; from: string; names: string[] }[] = [];
  for (const { zone, zone_from: from, file } of files) {
    if (!zone) continue;
    const same = out.find((one) => one.zone === zone && one.from === from);
    if (same) same.names.push(file);
    else out.push({ zone, from, names: [file] });
  }
  return out;
}
