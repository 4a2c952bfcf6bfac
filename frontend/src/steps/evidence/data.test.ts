import { afterEach, describe, expect, it, vi } from "vitest";
import { behind, figure, person } from "./data";

let asked: string[];
function answering(body: unknown) {
  asked = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(pathname + search);
    return new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
  });
}
afterEach(() => vi.unstubAllGlobals());

describe("behind", () => {
  it("gives people or registrations in windows, under the rule asked for", async () => {
    answering({ figure: "attended", n: 250, members: [{ participant: { id: "a1" } }], registrations: [] });
    const { total, rows } = await behind("w1", "attended", "75%")(100, 100);
    expect(asked).toEqual(["/api/webinars/w1/figure?figure=attended&rule=75%25&offset=100&limit=100"]);
    expect([total, rows.map((r) => r.id)]).toEqual([250, ["a1"]]);
    answering({ figure: "barred", n: 1, members: [], registrations: [{ id: "r1" }] });
    expect((await behind("w1", "barred", "")(0, 100)).rows[0]?.registration?.id).toBe("r1");
    expect(asked).toEqual(["/api/webinars/w1/figure?figure=barred&offset=0&limit=100"]);
  });
  it("tells which of the two a figure counts", async () => {
    answering({ figure: "barred", n: 13, terms: [], members: [], registrations: [{ id: "r1" }] });
    expect(await figure("w1", "barred", "")).toMatchObject({ n: 13, people: false });
    answering({ figure: "cell/police/XK/", n: 0, terms: [], members: [], registrations: [] });
    expect(await figure("w1", "cell/police/XK/", "")).toMatchObject({ n: 0, people: true });
  });
  it("gives the figures that a sum is made of", async () => {
    const terms = [{ figure: "persons", n: 314 }, { figure: "further_submissions", n: 16 }];
    answering({ figure: "check/2/left", n: 0, terms, sign: "+", value: "330", identity: "a = b", members: [], registrations: [] });
    expect(await figure("w1", "check/2/left", "")).toMatchObject({ people: false, terms, sign: "+", value: "330", identity: "a = b" });
  });
});

describe("person", () => {
  it("is judged under the rule that the screen shows", async () => {
    answering({});
    await person("w1", "a1", "60min");
    expect(asked).toEqual(["/api/webinars/w1/people/a1?rule=60min"]);
  });
});
