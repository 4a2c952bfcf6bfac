import { describe, expect, it, vi } from "vitest";
import { live } from "../ui/live.svelte";
import { asked } from "./asked";
import { commands, offer } from "./commands";

const command = (id: string, run: () => void, not?: string) => ({ id, label: id, run, not });

describe("the commands of a screen", () => {
  it("are listed as long as it stands open", () => {
    const stop = offer([command("one", () => undefined), command("two", () => undefined)]);
    const other = offer([command("three", () => undefined)]);
    expect(commands().map((c) => c.id)).toEqual(["one", "two", "three"]);
    stop();
    expect(commands().map((c) => c.id)).toEqual(["three"]);
    other();
    expect(commands()).toEqual([]);
  });

  it("do what was asked for on the way to the screen", () => {
    const run = vi.fn();
    const go = vi.fn();
    asked.ask("confirm", undefined, go);
    expect(go).toHaveBeenCalledOnce();
    const stop = offer([command("confirm", run)]);
    expect(run).toHaveBeenCalledOnce();
    asked.ask("confirm", undefined, go);
    expect(run).toHaveBeenCalledTimes(2);
    stop();
  });

  it("say why they cannot be done, and do nothing", () => {
    const run = vi.fn();
    asked.ask("confirm", undefined, () => undefined);
    offer([command("confirm", run, "Nobody is left.")])();
    expect(run).not.toHaveBeenCalled();
    expect(live.texts.join("")).toBe("Nobody is left.");
  });
});
