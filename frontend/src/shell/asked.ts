// What is asked for outside of the screen that can do it: by a menu of the window, or by files dropped on it. The screen
// that stands open does it; else the officer is taken to one, which does it when it is there.
import type { Schema } from "../api/client";

/** Files on their way; reading them may fail. */
export type Files = () => Promise<Schema["Upload"][]>;

/** What a screen can be asked for, and what it is given. */
interface Askable {
  /** Make a webinar from an outline that the officer chooses. */
  new: undefined;
  /** Import files that the officer chooses. */
  import: undefined;
  /** Save the report. */
  export: undefined;
  /** Take in files that were dropped on the window. */
  files: Files;
}

type Name = keyof Askable;

const doers = new Map<Name, (given: never) => void>();
let waiting: { name: Name; given: unknown } | undefined;

export const asked = {
  /** ask has the open screen do something; without one that can, go leads to it. */
  ask<N extends Name>(name: N, given: Askable[N], go: () => void): void {
    const act = doers.get(name) as ((given: Askable[N]) => void) | undefined;
    waiting = act ? undefined : { name, given };
    if (act) act(given);
    else go();
  },
  /** to names a screen's own way of doing something; it returns the way to stop. */
  to<N extends Name>(name: N, act: (given: Askable[N]) => void): () => void {
    doers.set(name, act);
    if (waiting?.name === name) {
      const { given } = waiting;
      waiting = undefined;
      act(given as Askable[N]);
    }
    return () => {
      if (doers.get(name) === act) doers.delete(name);
    };
  },
};
