import { answer, GET, POST, PUT, type Schema } from "../../api/client";

/** A copy of the report: with names for the office, or without them for the donor. */
export type Copy = "internal" | "donor";
export type FileKind = "pdf" | "xlsx";

const path = (id: string) => `/api/webinars/${encodeURIComponent(id)}`;

/** report gives the sections with the officer's texts, the findings and the final reports. */
export const report = (id: string, copy: Copy): Promise<Schema["Report"]> =>
  answer(GET("/api/webinars/{id}/report", { params: { path: { id }, query: { copy } } }));

/** saveText keeps the officer's own text of a section. */
export const saveText = (id: string, version: number, section: string, text: string): Promise<unknown> =>
  answer(PUT("/api/webinars/{id}/report/sections/{section}", { params: { path: { id, section }, query: { version } }, body: { text } }));

/** issue finalises a copy in one format. */
export const issue = (id: string, version: number, copy: Copy, format: FileKind): Promise<Schema["IssuedView"]> =>
  answer(POST("/api/webinars/{id}/issued", { params: { path: { id }, query: { version } }, body: { copy, format } }));

/** The addresses of the files that the program makes. */
export const reportFile = (id: string, kind: FileKind, copy: Copy): string => `${path(id)}/report/${kind}?copy=${copy}`;
export const outlineFile = (id: string, format: "html" | "txt"): string => `${path(id)}/outline/${format}`;
export const issuedFile = (id: string, report: string): string => `${path(id)}/issued/${encodeURIComponent(report)}`;

/** fileName is the name that the program gives a file of a copy. */
export const fileName = (files: Schema["ReportFile"][], kind: FileKind, copy: Copy): string =>
  files.find((f) => f.format === kind && f.copy === copy)?.name ?? "";
