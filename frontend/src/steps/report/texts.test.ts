import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../../api/problem";
import { pause, Texts, type Keeper } from "./texts.svelte";

const conflict = () => new Problem(409, "conflict", "changed", "load again");
const gone = () => new Problem(0, "stopped", "stopped", "start again");

// A register of texts whose answers a test can spoil.
class Fake implements Keeper {
  texts: Record<string, string> = { summary: "", conclusions: "" };
  saved: string[] = [];
  spoil: (() => Error | undefined)[] = [];
  told?: Texts;
  async save(section: string, text: string) {
    const failure = this.spoil.shift()?.();
    if (failure) throw failure;
    this.texts[section] = text;
    this.saved.push(`${section}: ${text}`);
  }
  async reload() {
    this.told?.arrived(Object.entries(this.texts).map(([id, text]) => ({ id, text })));
  }
  now = () => "14:02";
}

describe("Texts", () => {
  let fake: Fake;
  let texts: Texts;
  beforeEach(async () => {
    vi.useFakeTimers();
    fake = new Fake();
    texts = new Texts(fake);
    fake.told = texts;
    await fake.reload();
  });

  it("saves once after a pause in typing", async () => {
    const one = texts.of("summary");
    one.type("A");
    await vi.advanceTimersByTimeAsync(pause - 1);
    one.type("Ab");
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(fake.saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(fake.saved).toEqual(["summary: Ab"]);
    expect([one.savedAt, one.dirty]).toEqual(["14:02", false]);
  });

  it("saves what was typed while it saved", async () => {
    const one = texts.of("summary");
    one.type("first");
    const saving = one.flush();
    one.type("second");
    await saving;
    await one.flush();
    expect(fake.texts.summary).toBe("second");
    expect(one.dirty).toBe(false);
  });

  it("shows another's text where nothing was typed", async () => {
    fake.texts.summary = "theirs";
    await fake.reload();
    expect(texts.of("summary").text).toBe("theirs");
  });

  it("saves over a change elsewhere that left the text alone, and says so", async () => {
    const moved = vi.fn();
    texts.queue.movedOn = moved;
    fake.spoil = [conflict];
    const one = texts.of("summary");
    one.type("mine");
    await one.flush();
    expect(fake.texts.summary).toBe("mine");
    expect(moved).toHaveBeenCalledOnce();
    expect(one.problem).toBeUndefined();
  });

  it("keeps both texts when the same one was changed elsewhere", async () => {
    fake.spoil = [() => ((fake.texts.summary = "theirs"), conflict())];
    const one = texts.of("summary");
    one.type("mine");
    await one.flush();
    expect([one.text, one.theirs, fake.texts.summary]).toEqual(["mine", "theirs", "theirs"]);
    one.type("mine, longer");
    await vi.advanceTimersByTimeAsync(2 * pause);
    expect(fake.texts.summary).toBe("theirs");
    await one.keepMine();
    expect([fake.texts.summary, one.theirs, one.dirty]).toEqual(["mine, longer", undefined, false]);
  });

  it("takes the other text when the officer says so", async () => {
    const one = texts.of("summary");
    one.type("mine");
    fake.texts.summary = "theirs";
    await fake.reload();
    one.takeTheirs();
    expect([one.text, one.dirty, one.theirs]).toEqual(["theirs", false, undefined]);
    await vi.advanceTimersByTimeAsync(2 * pause);
    expect(fake.saved).toEqual([]);
  });

  it("keeps what was typed when the program is gone, and saves it when asked again", async () => {
    fake.spoil = [gone];
    const one = texts.of("conclusions");
    one.type("mine");
    await one.flush();
    expect([one.text, one.dirty, one.problem?.isStopped]).toEqual(["mine", true, true]);
    await one.flush();
    expect([fake.texts.conclusions, one.dirty, one.problem]).toEqual(["mine", false, undefined]);
  });

  it("saves what could not be saved once the program answers again, and nothing else", async () => {
    fake.spoil = [gone];
    const one = texts.of("conclusions");
    one.type("mine");
    await one.flush();
    texts.of("summary").type("still typing");
    texts.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(fake.saved).toEqual(["conclusions: mine"]);
    expect(one.problem).toBeUndefined();
  });

  it("saves one text after the other", async () => {
    texts.of("summary").type("a");
    texts.of("conclusions").type("b");
    texts.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(fake.saved).toEqual(["summary: a", "conclusions: b"]);
  });
});
