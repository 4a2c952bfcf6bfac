import { describe, expect, it } from "vitest";
import { bare } from "./pdf";

describe("bare", () => {
  it("takes the number or the letter off a heading", () => {
    expect(bare("5  Attendance")).toBe("Attendance");
    expect(bare("12  Method and data quality")).toBe("Method and data quality");
    expect(bare("Annex A  Sources of verification")).toBe("Sources of verification");
    expect(bare("Annex: Sources of verification")).toBe("Sources of verification");
    expect(bare("Annex B Participants")).toBe("Participants");
    expect(bare("Attendance")).toBe("Attendance");
  });
});
