// What is asked for outside of the screen that can do it: by a menu of the window, by the palette, by files dropped on it. The screen
// that stands open does it; else the officer is taken to one, which does it when it is there.
import type { Schema } from "../api/client";

/** Files on their way; reading them may fail. */
export type Files = () => Promise<Schema["Upload"][]>;

/** What a screen can be asked for with something given; a command of a screen is asked for by its id alone. */
interface Askable {
  /** Take in files that were dropped on the window. */
  files: Files;
  /** Go to a section of the report, by its id. */
  section: string;
}

type Given<N extends string> = N extends keyof Askable ? Askable[N] : undefined;

const doers = new Map<string, (given: never) => void>();
let waiting: { name: string; given: unknown } | undefined;

export const asked = {
  /** ask has the open screen do something; without one that can, go leads to it. */
  ask<N extends string>(name: N, given: Given<N>, go: () => void): void {
    const act = doers.get(name) as ((given: Given<N>) => void) | undefined;
    waiting = act ? undefined : { name, given };
    if (act) act(given);
    else go();
  },
  /** later leads to another screen, which does it when it is there, whatever the open one could do. */
  later<N extends string>(name: N, given: Given<N>, go: () => void): void {
    waiting = { name, given };
    go();
  },
  /** to names a screen's own way of doing something; it returns the way to stop. */
  to<N extends string>(name: N, act: (given: Given<N>) => void): () => void {
    doers.set(name, act);
    if (waiting?.name === name) {
      const { given } = waiting;
      waiting = undefined;
      act(given as Given<N>);
    }
    return () => {
      if (doers.get(name) === act) doers.delete(name);
    };
  },
};
