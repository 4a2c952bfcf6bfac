import { describe, expect, it } from "vitest";
import { parse, write } from "./rule";

describe("a rule", () => {
  it("is read and written the same", () => {
    for (const text of ["1%", "50%", "100%", "1min", "60min", "1440min"]) expect(write(parse(text)!)).toBe(text);
  });
  it("has bounds", () => {
    for (const text of ["", "0%", "101%", "0min", "1441min", "50", "5.5%", "-1%", "50 %x"]) expect(parse(text)).toBeUndefined();
    expect(write({ amount: 0, unit: "%" })).toBe("");
    expect(write({ amount: 101, unit: "%" })).toBe("");
    expect(write({ amount: 2.5, unit: "min" })).toBe("");
    expect(write({ amount: NaN, unit: "min" })).toBe("");
  });
});
