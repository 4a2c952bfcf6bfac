import { describe, expect, it } from "vitest";
import { differing } from "./differ";

/** shown writes marks as [other] and {missing}. */
const shown = (text: string, other: string) =>
  differing(text, other)
    .map(({ text, kind }) => (kind === "other" ? `[${text}]` : kind === "missing" ? `{${text}}` : text))
    .join("");

describe("differing", () => {
  it("marks a letter written otherwise, once", () => expect(shown("Ana Kovač", "ana KOVAC")).toBe("Ana Kova[č]"));
  it("marks what one has more or less", () => {
    expect(shown("Jovan Ilić", "Jovana Ilić")).toBe("Jovan{a} Ilić");
    expect(shown("Jovana Ilić", "Jovan Ilić")).toBe("Jovan[a] Ilić");
  });
  it("finds a word in another place", () => expect(shown("Ana Kovač", "Kovač, Ana")).toBe("Ana Kovač{,}"));
  it("marks whole words that stand in one text only", () => {
    expect(shown("Ana Marija Kovač", "Ana Kovač")).toBe("Ana [Marija] Kovač");
    expect(shown("Ana Kovač", "iPhone")).toBe("[Ana] [Kovač]");
  });
  it("says nothing of a name in another script", () => {
    expect(shown("Марко Илић", "Marko Ilić")).toBe("Марко Илић");
    expect(shown("Marko Ilić", "Марко Илић")).toBe("Marko Ilić");
    expect(shown("Марко Илић", "Марко Kovač")).toBe("Марко [Илић]");
  });
  it("gives each word one partner", () => expect(shown("Ana Ana", "Ana")).toBe("Ana [Ana]"));
  it("keeps the text as it is, whatever stands in it", () => {
    for (const text of ["<b>Ana</b>", "\u202eAna", "👩‍⚖️ Ana", "  Ana  ", "a".repeat(300), "İpek ç̌"]) {
      const own = differing(text, "Anna <i>").filter((p) => p.kind !== "missing");
      expect(own.map((p) => p.text).join("")).toBe(text);
    }
  });
  it("says nothing where there is nothing to compare", () => {
    expect(shown("", "Ana")).toBe("");
    expect(shown("Ana", "")).toBe("Ana");
  });
});
