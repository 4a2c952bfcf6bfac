import { beforeEach, describe, expect, it } from "vitest";
import { keep, kept, take, type Kept } from "./kept.svelte";

const left = (webinar: string, kind: Kept["kind"], id: string) => ({ webinar, title: webinar, kind, plan: { id }, said: {}, maps: [] }) as unknown as Kept;

beforeEach(() => {
  kept.all = [];
});

describe("a plan that is left", () => {
  it("is kept once for each screen of a webinar; the earlier one comes back, to be left", () => {
    expect(keep(left("w1", "attendance", "p1"))).toBeUndefined();
    expect(keep(left("w1", "registrations", "p2"))).toBeUndefined();
    expect(keep(left("w1", "attendance", "p3"))?.plan.id).toBe("p1");
    expect(kept.all.map((one) => one.plan.id)).toEqual(["p2", "p3"]);
  });
  it("is taken up on its own screen alone, and then kept no longer", () => {
    keep(left("w1", "attendance", "p1"));
    expect(take("w2", "attendance")).toBeUndefined();
    expect(take("w1", "registrations")).toBeUndefined();
    expect(take("w1", "attendance")?.plan.id).toBe("p1");
    expect(kept.all).toEqual([]);
  });
});
