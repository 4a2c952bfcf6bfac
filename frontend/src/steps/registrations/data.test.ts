import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../../api/problem";
import { differing, list, merge, seat, type Registration } from "./data";

const record = (more: Partial<Registration>): Registration => ({
  id: "R1", first_name: "Ana", last_name: "Example", email: "", organisation: "", job_title: "", country: "", beneficiary: "unknown", elsewhere: "", written: "Ana Example", sex: "", sector: "", phone: "", source: "website",
  submitted: "", state: "submitted", acts: [], duplicate_of: "", reason: "", questions: [], file: "", sha256: "", line: 0, ...more,
});

afterEach(() => vi.unstubAllGlobals());

function answering(body: unknown, status = 200): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": status < 300 ? "application/json" : "application/problem+json" } });
  });
  return asked;
}

describe("list", () => {
  it("asks the program for a window, and for its filter", async () => {
    const asked = answering({ total: 0, counts: {}, seats: 0, taken: 0, rows: [] });
    await list("w1", "waiting", "ana & co", 200, 100);
    const address = new URL(asked[0]!.url);
    expect(address.pathname).toBe("/api/webinars/w1/registrations");
    expect(Object.fromEntries(address.searchParams)).toEqual({ state: "waiting", q: "ana & co", offset: "200", limit: "100" });
  });
});

describe("writes", () => {
  it("carry the version that the screen shows", async () => {
    const asked = answering({ confirmed: 1, waiting: 0, declined: 0, withdrawn: 0 });
    await seat({ id: "w1", version: 7 }, "confirm", ["R1"]);
    await merge({ id: "w1", version: 8 }, "R2", "R1");
    expect(asked.map((r) => r.method + new URL(r.url).search)).toEqual(["POST?version=7", "POST?version=8"]);
    expect(await asked[1]!.json()).toEqual({ duplicate: "R2", main: "R1" });
  });

  it("throw the program's sentence", async () => {
    answering({ status: 409, code: "barred", message: "It is barred.", hint: "Website.", where: {} }, 409);
    const failed = await seat({ id: "w1", version: 1 }, "confirm", ["R1"]).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(Problem);
    expect([(failed as Problem).message, (failed as Problem).isConflict]).toEqual(["It is barred.", false]);
  });
});

describe("differing", () => {
  it("names what two records do not share", () => {
    expect([...differing(record({}), record({ email: "a@example.org", id: "R2", line: 9 }))]).toEqual(["email"]);
  });
});
