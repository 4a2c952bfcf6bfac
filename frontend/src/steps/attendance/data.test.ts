import { describe, expect, it } from "vitest";
import type { Schema } from "../../api/client";
import { holds, spans } from "./data";

const file = (more: Partial<Schema["Source"]>): Schema["Source"] => ({
  name: "a.csv", sha256: "", kind: "attendance", format: "", title: "", encoding: "", delimiter: "", date_order: "", zone: "", rows: 3, size: 1, imported: "",
  people: 2, kept: 3, first: "2020-05-28T11:00:00Z", last: "2020-05-28T13:00:00Z", ...more,
});

describe("holds", () => {
  it("names only what is there", () => {
    expect(holds(file({}))).toEqual(["3 rows"]);
    expect(holds(file({ rows: 5 }))).toEqual(["5 rows, 2 of them left out"]);
  });
  it("says when there are totals only", () => expect(holds(file({ first: "", last: "" })).at(-1)).toMatch(/No times/));
});

describe("spans", () => {
  it("writes the day once, and the zone", () => expect(spans(file({}), "Europe/Bucharest")).toBe("28 May 2020, 14:00 – 16:00 (Europe/Bucharest)"));
  it("writes both days over midnight", () => expect(spans(file({ last: "2020-05-28T23:00:00Z" }), "Europe/Bucharest")).toContain("29 May 2020, 02:00"));
  it("is blank without times", () => expect(spans(file({ first: "" }), "Europe/Bucharest")).toBe(""));
});
