import { describe, expect, it, vi } from "vitest";
import { asked, type Files } from "./asked";

describe("what is asked for outside of a screen", () => {
  it("is done by the screen that stands open", () => {
    const done = vi.fn();
    const go = vi.fn();
    const stop = asked.to("export", done);
    asked.ask("export", undefined, go);
    expect(done).toHaveBeenCalledOnce();
    expect(go).not.toHaveBeenCalled();
    stop();
  });

  it("waits for the screen that it leads to, and is done there once", () => {
    const files: Files = async () => [];
    const go = vi.fn();
    asked.ask("files", files, go);
    expect(go).toHaveBeenCalledOnce();
    const done = vi.fn();
    asked.to("files", done)();
    expect(done).toHaveBeenCalledExactlyOnceWith(files);
    const later = vi.fn();
    asked.to("files", later)();
    expect(later).not.toHaveBeenCalled();
  });

  it("is forgotten when something else is asked for", () => {
    asked.ask("import", undefined, () => undefined);
    asked.ask("new", undefined, () => undefined);
    const done = vi.fn();
    asked.to("import", done)();
    expect(done).not.toHaveBeenCalled();
    asked.to("new", done)();
    expect(done).toHaveBeenCalledOnce();
  });

  it("stays with the screen that came last", () => {
    const first = vi.fn();
    const second = vi.fn();
    const stopFirst = asked.to("new", first);
    const stopSecond = asked.to("new", second);
    stopFirst();
    asked.ask("new", undefined, () => undefined);
    expect(second).toHaveBeenCalledOnce();
    expect(first).not.toHaveBeenCalled();
    stopSecond();
  });
});
