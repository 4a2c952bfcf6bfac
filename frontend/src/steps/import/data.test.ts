import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../../api/problem";
import { assumed, choosing, plan, planAgain, replaced } from "./data";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const job = (more: object) => ({ id: "j1", state: "done", step: "", result: "", ...more });
const said = { zone: "", channel: "", files: {} } as const;

/** answering puts a program in place that gives these answers one after the other, and notes what was asked. */
function answering(...answers: Response[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return answers.shift()!;
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("plan", () => {
  it("waits for the job and fetches its plan", async () => {
    vi.useFakeTimers();
    const asked = answering(json(job({ state: "running", step: "reading the files" })), json(job({ result: "p1" })), json({ id: "p1", files: [] }));
    const steps: string[] = [];
    const made = plan("w1", ["u1"], said, { progress: (j) => steps.push(j.step) });
    await vi.runAllTimersAsync();
    expect((await made).id).toBe("p1");
    expect(steps).toEqual(["reading the files"]);
    expect(asked).toEqual(["POST /api/webinars/w1/imports", "GET /api/jobs/j1", "GET /api/imports/p1"]);
  });

  it("throws what the job could not do, with its place", async () => {
    answering(json(job({ state: "failed", error: { status: 422, code: "unknown", message: "No.", hint: "Else.", where: { file: "x.csv" } } })));
    const failed = await plan("w1", ["u1"], said, {}).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(Problem);
    expect((failed as Problem).where.file).toBe("x.csv");
  });

  it("ends the job when the officer leaves it", async () => {
    const asked = answering(json(job({ state: "running" })), json(job({ state: "cancelled" })));
    const stop = new AbortController();
    stop.abort();
    await expect(plan("w1", ["u1"], said, { signal: stop.signal })).rejects.toThrow();
    expect(asked.at(-1)).toBe("DELETE /api/jobs/j1");
  });

  it("says that the program has stopped when nobody answers", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("gone")));
    const failed = await plan("w1", ["u1"], said, {}).catch((thrown: unknown) => thrown);
    expect((failed as Problem).isStopped).toBe(true);
  });
});

describe("planAgain", () => {
  it("leaves the plan before", async () => {
    const asked = answering(json(job({ result: "p2" })), json({ id: "p2", files: [] }), json({ done: true }));
    expect((await planAgain("p1", said, {})).id).toBe("p2");
    expect(asked).toEqual(["POST /api/imports/p1/again", "GET /api/imports/p2", "DELETE /api/imports/p1"]);
  });
});

describe("assumed", () => {
  it("names each zone once for every reason, with its files", () => {
    const file = (name: string, zone: string, from: string) => ({ file: name, zone, zone_from: from }) as Parameters<typeof assumed>[0][number];
    expect(assumed([file("a", "Europe/Bucharest", "webinar"), file("b", "UTC", "file"), file("c", "Europe/Bucharest", "webinar"), file("d", "", "")])).toEqual([
      { zone: "Europe/Bucharest", from: "webinar", names: ["a", "c"] },
      { zone: "UTC", from: "file", names: ["b"] },
    ]);
  });
});

describe("a choice of columns", () => {
  it("gives a column one field and a field one column", () => {
    expect(choosing({ email: 1, attended: 3 }, 2, "attended")).toEqual({ email: 1, attended: 2 });
    expect(choosing({ email: 1, attended: 3 }, 1, "full_name")).toEqual({ full_name: 1, attended: 3 });
    expect(choosing({ email: 1, attended: 3 }, 3, "")).toEqual({ email: 1 });
    expect(choosing({ email: 1, "question#3": 2 }, 3, "question", ["question"])).toEqual({ email: 1, "question#3": 2, "question#4": 3 });
    expect(choosing({ email: 1, "question#3": 2 }, 2, "email", ["question"])).toEqual({ email: 2 });
  });
  it("takes the place of an earlier one of the same file", () => {
    expect(replaced([{ sha256: "a" }, { sha256: "b" }], "a", { sha256: "a", draft: true })).toEqual([{ sha256: "b" }, { sha256: "a", draft: true }]);
    expect(replaced([{ sha256: "a" }], "a")).toEqual([]);
  });
});
