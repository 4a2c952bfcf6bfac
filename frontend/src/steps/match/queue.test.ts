import { describe, expect, it } from "vitest";
import type { Member } from "./data";
import { Queue } from "./queue.svelte";

const rows = (...ids: string[]) => ids.map((id) => ({ participant: { id } }) as Member);
const at = (queue: Queue) => [queue.current?.participant.id, queue.next?.participant.id, queue.skipped];
let webinars = 0;
const queue = (...ids: string[]) => {
  const made = new Queue(`w${++webinars}`);
  made.fill(rows(...ids));
  return made;
};

describe("Queue", () => {
  it("goes on at once when one is answered, before the list has come again", () => {
    const q = queue("a", "b", "c");
    q.answer("a");
    expect(at(q)).toEqual(["b", "c", 0]);
    q.fill(rows("b", "c"));
    expect(at(q)).toEqual(["b", "c", 0]);
  });
  it("asks again about one whose answer was not written", () => {
    const q = queue("a", "b");
    q.answer("a");
    q.fill(rows("a", "b"));
    expect(at(q)).toEqual(["a", "b", 0]);
  });
  it("puts off, and begins again with those put off", () => {
    const q = queue("a", "b");
    q.skip("a");
    expect(at(q)).toEqual(["b", undefined, 1]);
    q.skip("b");
    expect(at(q)).toEqual([undefined, undefined, 2]);
    q.resume();
    expect(at(q)).toEqual(["a", "b", 0]);
  });
  it("remembers who was put off when the screen comes again", () => {
    const q = new Queue("same");
    q.fill(rows("a", "b"));
    q.skip("a");
    const again = new Queue("same");
    again.fill(rows("a", "b"));
    expect(at(again)).toEqual(["b", undefined, 1]);
  });
  it("shows one when it is wanted, and counts nobody twice", () => {
    const q = queue("a", "b", "c");
    q.skip("c");
    q.answer("a");
    q.show("c");
    expect(at(q)).toEqual(["c", "b", 0]);
    q.answer("c");
    expect(at(q)).toEqual(["b", undefined, 0]);
    q.show("a");
    expect(at(q)).toEqual(["a", "b", 0]);
  });
});
