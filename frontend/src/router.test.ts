import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { address, parse, router } from "./router.svelte";

describe("parse", () => {
  it("reads the screens' addresses", () => {
    expect(parse("")).toMatchObject({ step: "home", webinar: "" });
    expect(parse("#/")).toMatchObject({ step: "home" });
    expect(parse("#/w/a1/match?person=p9")).toMatchObject({ step: "match", webinar: "a1" });
    expect(parse("#/w/a1/match?person=p9").query.get("person")).toBe("p9");
    expect(parse("#/w/a1")).toMatchObject({ step: "outline", webinar: "a1" });
  });
  it("knows no others", () => {
    for (const hash of ["#/x", "#/w", "#/w/a1/nonsense", "#/w/a1/match/more"]) expect(parse(hash).step).toBe("unknown");
    expect(parse("#/w/%E0%A4%A/match").step).toBe("match");
  });
  it("is what address writes", () => {
    const written = address("a/1 ?", "registrations", { q: "Ana & co", state: "", registration: undefined });
    expect(written).toBe("#/w/a%2F1%20%3F/registrations?q=Ana+%26+co");
    expect(parse(written)).toMatchObject({ webinar: "a/1 ?", step: "registrations" });
    expect(parse(written).query.get("q")).toBe("Ana & co");
  });
});

describe("router", () => {
  let stop = () => {};
  beforeEach(() => {
    vi.stubGlobal("scrollTo", () => undefined);
    stop = router.start();
    router.go("#/w/a1/outline");
  });
  afterEach(() => (stop(), vi.unstubAllGlobals()));

  it("keeps the rest of the query", () => {
    router.set({ q: "ana" });
    router.set({ state: "waiting" }, true);
    expect(location.hash).toBe("#/w/a1/outline?q=ana&state=waiting");
    router.set({ q: undefined }, true);
    expect(router.route.query.toString()).toBe("state=waiting");
  });

  it("opens no second entry for the same address", () => {
    const before = history.length;
    router.go("#/w/a1/outline");
    expect(history.length).toBe(before);
    router.set({ q: "x" }, true);
    expect(history.length).toBe(before);
    router.set({ q: "y" });
    expect(history.length).toBe(before + 1);
  });
});
