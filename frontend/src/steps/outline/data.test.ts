import { describe, expect, it } from "vitest";
import { entered, foreign, grouped, same, values, type Field } from "./data";

const field = (name: string, more: Partial<Field> = {}): Field => ({
  field: name, list: false, choices: [], values: [], shown: [], source: "", problems: [], ...more,
});

describe("grouped", () => {
  it("shows every field once, a new one at the end", () => {
    const groups = grouped([field("colour"), field("rules"), field("capacity"), field("title")]);
    expect(groups.flatMap((g) => g.fields.map((f) => f.field))).toEqual(["title", "capacity", "rules", "colour"]);
  });
});

describe("values", () => {
  it("gives back what stands in the box", () => {
    const list = field("objectives", { list: true, values: ["One", "Two"] });
    expect(values(list, entered(list))).toEqual(["One", "Two"]);
    expect(values(list, "One\n\n  Two  \n")).toEqual(["One", "Two"]);
    expect(values(list, " \n")).toEqual([]);
  });
  it("keeps the lines of a single text", () => {
    expect(values(field("rules"), " Be kind.\nSpeak slowly. ")).toEqual(["Be kind.\nSpeak slowly."]);
    expect(values(field("title"), "  ")).toEqual([]);
  });
  it("knows when nothing changed", () => {
    expect(same(["a"], ["a"])).toBe(true);
    expect(same(["a"], ["a", "b"])).toBe(false);
    expect(same(["a"], ["b"])).toBe(false);
  });
});

describe("foreign", () => {
  it("leaves out a source that says the same", () => {
    expect(foreign(field("title", { shown: ["A title"], source: "A title" }))).toBe(false);
    expect(foreign(field("resources", { shown: ["One", "Two"], source: "• One\n• Two" }))).toBe(false);
    expect(foreign(field("capacity", { shown: ["300"], source: "Up to 300 participants" }))).toBe(true);
    expect(foreign(field("limit"))).toBe(false);
  });
});
