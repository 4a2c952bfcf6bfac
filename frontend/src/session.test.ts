import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer, PATCH } from "./api/client";
import { Problem } from "./api/problem";
import { session } from "./session.svelte";
import { toasts } from "./ui/toast.svelte";
import { words } from "./words/en";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const problem = (code: string, status: number) => json({ status, code, message: "No.", hint: "Else.", where: {} }, status);
const edited = { kind: "webinar.edit", taken_back: false, who: "ana", at: "2020-06-02T15:02:00Z", facts: {}, fields: ["language"], state: "" };
const overtaken = () => json({ status: 409, code: "conflict", message: "No.", hint: "Else.", where: {}, since: [edited] }, 409);
const webinar = (version: number) => json({ title: "T", webinar: { id: "w1", version }, stages: [] });

let asked: string[];
function answering(...answers: Response[]) {
  asked = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(`${request.method} ${pathname}${search}`);
    return answers.shift() ?? problem("internal", 500);
  });
}

const edit = () =>
  session.write(({ id, version }) => answer(PATCH("/api/webinars/{id}", { params: { path: { id }, query: { version } }, body: { fields: [] } })), { done: "Saved." });

beforeEach(async () => {
  answering(webinar(3));
  await session.choose("w1");
});
afterEach(() => vi.unstubAllGlobals());

describe("write", () => {
  it("uses the version on the screen, then shows the new one", async () => {
    answering(webinar(4), webinar(4));
    await edit();
    expect(asked).toEqual(["PATCH /api/webinars/w1?version=3", "GET /api/webinars/w1"]);
    expect(session.version).toBe(4);
    expect(toasts.current?.text).toBe("Saved.");
  });

  it("offers no undo of a change that is not the last one any more", async () => {
    answering(webinar(4), webinar(4));
    await edit();
    expect(toasts.current?.action?.label).toBe("Undo");
    answering(webinar(5), webinar(5));
    await session.write(() => answer(PATCH("/api/webinars/{id}", { params: { path: { id: "w1" }, query: { version: 4 } }, body: { fields: [] } })));
    expect(toasts.current).toBeUndefined();
  });

  it("throws a conflict to where it was met and shows the webinar as it is now", async () => {
    answering(overtaken(), webinar(4));
    const thrown = await edit().catch((e: unknown) => e);
    expect((thrown as Problem).since).toHaveLength(1);
    expect(session.version).toBe(4);
  });

  it("writes nothing after a conflict before the officer has loaded the screen again", async () => {
    answering(overtaken(), webinar(4));
    const first = await edit().catch((e: unknown) => e);
    answering();
    expect(await edit().catch((e: unknown) => e)).toBe(first);
    expect(asked).toEqual([]);
    answering(webinar(4));
    await session.refresh();
    answering(webinar(5), webinar(5));
    await edit();
    expect(asked[0]).toBe("PATCH /api/webinars/w1?version=4");
  });

  it("notices that the program stopped, and that it is back", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError()));
    await edit().catch(() => undefined);
    expect(session.stopped).toBe(true);
    answering(webinar(3));
    await session.refresh();
    expect(session.stopped).toBe(false);
  });
});

describe("undo", () => {
  it("says what was taken back", async () => {
    answering(json({ kind: "match.decide" }), webinar(5));
    await session.undo();
    expect(asked[0]).toBe("POST /api/webinars/w1/undo?version=3");
    expect(toasts.current?.text).toBe("Undone: a decision on a match.");
  });

  it("shows a conflict above every screen, for no screen has a place for it", async () => {
    answering(overtaken(), webinar(6));
    await session.undo();
    expect(session.conflict?.message).toBe("No.");
    expect(session.conflictAbove).toBe(true);
    answering(webinar(6));
    await session.refresh();
    expect(session.conflict).toBeUndefined();
  });
});

describe("what a closed webinar takes", () => {
  const closed = (back: string) =>
    json({ title: "T", webinar: { id: "w1", version: 4 }, stages: [], hold: { state: "closed", refused: ["match.decide"], back } });

  it("is what the program says, with the reason", async () => {
    expect(session.may("match.decide")).toBe(true);
    expect(session.whyNot("match.decide")).toBeUndefined();
    answering(closed("held"));
    await session.refresh();
    expect(session.may("match.decide")).toBe(false);
    expect(session.may("webinar.edit")).toBe(true);
    expect(session.whyNot("match.decide")).toContain(words.hold.refusedBack);
    answering(closed(""));
    await session.refresh();
    expect(session.whyNot("match.decide")).toContain(words.hold.stands);
    session.refuse("webinar.edit");
    expect(toasts.current?.text).not.toContain(words.hold.stands);
    session.refuse("match.decide");
    expect(toasts.current?.text).toContain(words.hold.stands);
  });
});
