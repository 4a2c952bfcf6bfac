// Plans that were left with their screen before they were confirmed. Nothing of them is written; the way back leads to them.
import type { Kind, Plan, FileMap, Said } from "./data";

/** A Kept is a plan as it was left, of which webinar and on which screen. */
export interface Kept {
  webinar: string;
  title: string;
  kind: Kind;
  plan: Plan;
  said: Said;
  maps: FileMap[];
}

export const kept = $state({ all: [] as Kept[] });

/** keep takes a plan that is left; it takes the place of an earlier one of the same screen, which it gives back. */
export function keep(one: Kept): Kept | undefined {
  const before = take(one.webinar, one.kind);
  kept.all = [...kept.all, one];
  return before;
}

/** take gives the plan that was left on a screen and keeps it no longer; undefined when there is none. */
export function take(webinar: string, kind: Kind): Kept | undefined {
  const one = kept.all.find((k) => k.webinar === webinar && k.kind === kind);
  if (one) kept.all = kept.all.filter((k) => k !== one);
  return one;
}
