// The one place that speaks to the program. Every call gives the answer or throws a Problem.
import createClient from "openapi-fetch";
import { visibleIn } from "../ui/marks";
import { Problem, stopped } from "./problem";
import type { components, paths } from "./schema";

/** The types of the API's answers, by name: Schema["Webinar"]. */
export type Schema = components["schemas"];

// Looked up at each call, so that tests can put their own in its place.
const client = createClient<paths>({ fetch: (request) => globalThis.fetch(request) });

/** The operations by method and address; give what they return to `answer`. */
export const { GET, POST, PUT, PATCH, DELETE } = client;

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** answer waits for a call and gives its body, with signs that show nothing written out. Whatever goes wrong becomes a Problem: also a program that is gone. */
export async function answer<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>;
  try {
    reply = await call;
  } catch {
    throw stopped();
  }
  if (!reply.response.ok || reply.data === undefined) throw Problem.of(visibleIn(reply.error), reply.response.status);
  return visibleIn(reply.data);
}

/** upload hands over the bytes of a file. They go as they are: other bodies end the window's web process. */
export function upload(name: string, bytes: ArrayBuffer): Promise<Schema["Upload"]> {
  return answer(
    POST("/api/uploads", {
      params: { query: { name } },
      body: bytes as unknown as string,
      bodySerializer: (body) => body,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

/** uploadPasted hands over a table that was pasted as text; the program names it. */
export function uploadPasted(text: string): Promise<Schema["Upload"]> {
  return answer(
    POST("/api/uploads/pasted", {
      body: new TextEncoder().encode(text) as unknown as string,
      bodySerializer: (body) => body,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

/** bytes fetches a file that the program makes, such as the report's pages. */
export async function bytes(address: string): Promise<ArrayBuffer> {
  let response: Response;
  try {
    response = await globalThis.fetch(address);
  } catch {
    throw stopped();
  }
  if (!response.ok) throw Problem.of(await response.json().catch(() => undefined), response.status);
  return response.arrayBuffer();
}
