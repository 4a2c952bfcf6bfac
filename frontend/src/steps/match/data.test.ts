import { expect, it } from "vitest";
import { words } from "../../words/en";
import { linesIn } from "./data";

it("names each file once, with all its lines", () => {
  const rows = [
    { file: "a.csv", line: 4 },
    { file: "b.csv", line: 9 },
    { file: "a.csv", line: 7 },
  ];
  expect(linesIn(rows).map(([file, lines]) => words.match.rowsIn(file, lines))).toEqual(["a.csv, lines 4, 7", "b.csv, line 9"]);
});
