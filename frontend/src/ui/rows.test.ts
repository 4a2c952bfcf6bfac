import { describe, expect, it } from "vitest";
import { pageSize, Rows, visible, type Source } from "./rows.svelte";

const numbers = (total: number, asked: [number, number][] = []): Source<number> => {
  return async (offset, limit) => {
    asked.push([offset, limit]);
    return { total, rows: Array.from({ length: Math.min(limit, total - offset) }, (_, i) => offset + i) };
  };
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("Rows", () => {
  it("asks for each page once and never for more than the program gives", async () => {
    const asked: [number, number][] = [];
    const rows = new Rows(numbers(10_000, asked));
    rows.look(0, 30);
    rows.look(5, 120);
    await settled();
    expect(asked).toEqual([
      [0, pageSize],
      [100, pageSize],
    ]);
    expect(rows.total).toBe(10_000);
    expect(rows.at(119)).toBe(119);
    expect(rows.at(200)).toBeUndefined();
  });

  it("keeps what is shown until the changed list has arrived", async () => {
    const rows = new Rows(numbers(3));
    rows.look(0, 2);
    await settled();
    rows.reset(async () => ({ total: 1, rows: [7] }));
    expect(rows.at(0)).toBe(0);
    rows.look(0, 2);
    await settled();
    expect([rows.total, rows.at(0), rows.at(1)]).toEqual([1, 7, undefined]);
  });

  it("forgets an answer to an earlier question", async () => {
    let late = (_: { total: number; rows: number[] }) => {};
    const rows = new Rows<number>(() => new Promise((resolve) => (late = resolve)));
    rows.look(0, 1);
    rows.reset(numbers(2));
    rows.look(0, 1);
    await settled();
    late({ total: 99, rows: [99] });
    await settled();
    expect([rows.total, rows.at(0)]).toEqual([2, 0]);
  });

  it("says what failed and asks again", async () => {
    const rows = new Rows<number>(() => Promise.reject(new Error("gone")));
    rows.look(0, 1);
    await settled();
    expect(rows.failure).toBeInstanceOf(Error);
    expect(rows.waiting).toBe(false);
    rows.reset(numbers(1));
    rows.look(0, 1);
    await settled();
    expect([rows.failure, rows.at(0)]).toEqual([undefined, 0]);
  });

  it("fetches everything in windows of 200", async () => {
    const asked: [number, number][] = [];
    const all = await new Rows(numbers(450, asked)).all();
    expect(all.length).toBe(450);
    expect(asked.map(([, limit]) => limit)).toEqual([200, 200, 200]);
  });
});

describe("visible", () => {
  it("stays inside the list", () => {
    expect(visible(0, 320, 32, 10_000)).toEqual([0, 18]);
    expect(visible(320_000 - 320, 320, 32, 10_000)).toEqual([9982, 9999]);
    expect(visible(0, 320, 32, 0)).toEqual([0, -1]);
  });
});
