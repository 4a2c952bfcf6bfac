import { describe, expect, it } from "vitest";
import { words } from "./en";

const sources = import.meta.glob<string>("../../../internal/change/change.go", { query: "?raw", import: "default", eager: true });
const kinds = Object.values(sources).flatMap((text) => [...text.matchAll(/\bKind\s+= "([a-z.]+)"/g)].map(([, kind]) => kind!));
/** Changes that undo does not cover are never said to be taken back. */
const stand = ["project.edit", "webinar.new", "report.issue"];

describe("the changes in words", () => {
  it("name every kind that can be taken back", () => {
    expect(kinds.length).toBeGreaterThan(stand.length);
    expect(kinds.filter((kind) => !stand.includes(kind) && !words.changes[kind])).toEqual([]);
  });
});
