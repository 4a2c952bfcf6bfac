import { expect, test } from "vitest";
import { imports } from "./imports";

test("long work says what it counts", () => {
  const of = (unit: "" | "bytes" | "formats" | "rows" | "answers" | "people", total: number, rate = 0) => imports.count({ done: 0, total, rate, unit });
  expect(of("bytes", 12_300_000, 4_000_000)).toBe("0 bytes of 12.3 MB, 4.0 MB a second");
  expect(of("rows", 60_000, 1200)).toBe("0 of 60,000 rows, 1,200 a second");
  expect(of("people", 1)).toBe("0 of 1 person");
  expect(of("people", 2)).toBe("0 of 2 people");
  expect(of("formats", 29)).toBe("0 of 29 formats");
  expect(of("answers", 5)).toBe("0 of 5 answers");
  expect(of("", 5)).toBe("0 of 5");
});

test("a number of a plan opens with one full stop, also after a sentence", () => {
  expect(imports.behind.opens("2", "Barred: It came by phone.")).toBe("2: Barred: It came by phone. Show the rows");
  expect(imports.behind.opens("2", "left out")).toBe("2: left out. Show the rows");
});
