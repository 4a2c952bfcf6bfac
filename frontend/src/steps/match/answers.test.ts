import { afterEach, describe, expect, it, vi } from "vitest";
import { session } from "../../session.svelte";
import { Answers } from "./answers.svelte";

afterEach(() => vi.restoreAllMocks());

describe("Answers", () => {
  it("writes one after the other", async () => {
    const order: string[] = [];
    vi.spyOn(session, "write").mockImplementation(async (work) => {
      order.push("begin");
      await new Promise((resolve) => setTimeout(resolve));
      const value = await work({ id: "w1", version: 1 });
      order.push("end");
      return value;
    });
    const answers = new Answers();
    answers.write("a", async () => undefined, () => undefined);
    answers.write("b", async () => undefined, () => undefined);
    expect(answers.waiting).toBe(2);
    await answers.settled();
    expect(order).toEqual(["begin", "end", "begin", "end"]);
    expect([answers.waiting, answers.last(), answers.last(), answers.last()]).toEqual([0, "b", "a", undefined]);
  });
  it("says what was not written, and goes on", async () => {
    vi.spyOn(session, "write").mockRejectedValueOnce(new Error("no")).mockResolvedValue(undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failed: string[] = [];
    const answers = new Answers();
    answers.write("a", async () => undefined, (problem) => failed.push(problem.code));
    answers.write("b", async () => undefined, (problem) => failed.push(problem.code));
    await answers.settled();
    expect([failed, answers.last(false), answers.waiting]).toEqual([["internal"], "b", 0]);
  });
});
