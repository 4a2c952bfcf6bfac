import { describe, expect, it } from "vitest";
import type { Schema } from "../../api/client";
import { describe as words, formula, rule } from "./figures";

// Every total of the program, by its name: a new one does not compile until it is named here.
const totals: Record<keyof Schema["BreakdownTotals"], true> = {
  submissions: true, persons: true, further_submissions: true, further_barred: true, barred_persons: true, confirmed: true, waiting: true, declined: true, withdrawn: true, duplicates: true, barred: true, submitted: true,
  joined: true, joined_confirmed: true, joined_registered: true, joined_walk_ins: true, joined_open: true, attended: true, attended_confirmed: true,
  attended_registered: true, attended_declared: true, walk_ins: true, open: true, unidentified: true, short: true, short_confirmed: true, no_shows: true, staff: true,
  automatic: true, decided: true, attendees: true,
};
const names = {
  sectors: [{ code: "police", name: "Police and law enforcement" }],
  beneficiaries: [{ code: "XK", name: "Kosovo*" }],
};

describe("a figure in words", () => {
  it("is defined for every total", () => {
    for (const figure of Object.keys(totals)) {
      const { title, definition } = words(figure, names);
      expect(title, figure).not.toBe(figure);
      expect(definition, figure).not.toBe("");
    }
  });
  it("names the parts of a cell", () => {
    expect(words("cell/police/XK/women", names).title).toBe("Attended: Police and law enforcement, Kosovo*, women");
    expect(words("cell//XK/", names).title).toBe("Attended: Kosovo*");
    expect(words("cell///", names).title).toBe("Attended");
    expect(words("group/fiu/XK", names).title).toBe("Attended: Financial intelligence units (FIUs), Kosovo*");
    expect(words("group//", names).title).toBe("Attended: the four groups of Result 7");
  });
});

describe("a rule in words", () => {
  it("says share or minutes, and how it is reckoned", () => {
    expect(rule("50%")).toBe("at least 50\u00a0% of the window");
    expect([rule("1min"), rule("60min")]).toEqual(["at least 1 minute", "at least 60 minutes"]);
    expect(formula("33%")).toBe("100 × presence ≥ 33 × window");
    expect(formula("60min")).toBe("presence ≥ 60 × 60 s");
  });
});
