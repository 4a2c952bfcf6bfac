import { describe, expect, it } from "vitest";
import { latest } from "./latest";

describe("latest", () => {
  it("runs one at a time and passes over what came in between", async () => {
    const done: number[] = [];
    let busy = 0;
    let open = () => {};
    const run = latest<number>(async (wish) => {
      expect(++busy).toBe(1);
      if (wish === 1) await new Promise<void>((resolve) => (open = resolve));
      busy--;
      done.push(wish);
    });
    const all = run(1);
    void run(2);
    void run(3);
    open();
    await all;
    expect(done).toEqual([1, 3]);
    await run(4);
    expect(done).toEqual([1, 3, 4]);
  });
});
