import { describe, expect, it } from "vitest";
import { chosen, groups, shows, subject, titled, type Choice, type Member } from "./data";

const choice = (code: string, group: string, finer = ""): Choice => ({ code, group, name: group.toUpperCase(), finer, result_group: "", ipa3: "" });
const all = [choice("police", "police"), choice("police/cybercrime_unit", "police", "cybercrime unit"), choice("officials", "officials"), choice("fiu", "officials", "FIU"), choice("unknown", "unknown")];
const member = (profile: Partial<Member["profile"]>, registration = "") =>
  ({ participant: { id: "P1", registration }, profile: { sector: "", class: "", subtype: "", ...profile } }) as Member;

describe("chosen", () => {
  it("finds the finest choice that fits", () => {
    expect(chosen(all, member({ sector: "police", class: "police", subtype: "cybercrime_unit" }))?.code).toBe("police/cybercrime_unit");
    expect(chosen(all, member({ sector: "officials", class: "fiu" }))?.code).toBe("fiu");
    expect(chosen(all, member({ sector: "officials", class: "public_authority", subtype: "judicial_cooperation" }))?.code).toBe("officials");
    expect(chosen(all, member({ sector: "officials", class: "unknown" }))?.code).toBe("officials");
    expect(chosen(all, member({ sector: "unknown", class: "unknown" }))?.code).toBe("unknown");
    expect(chosen(all, member({ sector: "elsewhere" }))).toBeUndefined();
  });
});

describe("choices", () => {
  it("gives a digit to each group only", () => expect(groups(all).map((c) => c.code)).toEqual(["police", "officials", "unknown"]));
  it("are written with their group", () => expect(all.map(titled)).toEqual(["POLICE", "POLICE: cybercrime unit", "OFFICIALS", "OFFICIALS: FIU", "UNKNOWN"]));
});

describe("subject", () => {
  it("is the registration, which outlives the files", () => {
    expect(subject(member({}, "R1"))).toBe("R1");
    expect(subject(member({}))).toBe("P1");
  });
});

it("shows all for an address that nobody wrote", () => {
  expect([shows(null), shows("unknown"), shows("conflict"), shows("<b>")]).toEqual(["all", "unknown", "conflict", "all"]);
});
