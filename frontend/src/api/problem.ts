import { words } from "../words/en";
import type { components } from "./schema";

type Body = components["schemas"]["Problem"];

/** A Problem is what the program refused or failed to do: a code, a sentence, a hint and the place. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly where: Body["where"] = {},
    /** What was done to the webinar since the screen was loaded, oldest first: set when the screen was overtaken. */
    readonly since?: Body["since"],
  ) {
    super(message);
  }

  /** of reads the body of an error answer; one that is none says so in our own words. */
  static of(body: unknown, status: number): Problem {
    if (typeof body === "object" && body !== null && "code" in body && "message" in body) {
      const b = body as Body;
      return new Problem(status, b.code, b.message, b.hint, b.where, b.since);
    }
    return new Problem(status, "internal", words.problem.unexpected, words.problem.unexpectedHint);
  }

  /** from takes whatever was thrown. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown;
    console.error(thrown);
    return new Problem(0, "internal", words.problem.unexpected, words.problem.unexpectedHint);
  }

  /** The webinar was changed elsewhere since the screen was loaded. */
  get isConflict(): boolean {
    return this.code === "conflict";
  }

  /** The data folder is not where it was: nothing can be read or saved, on any screen. */
  get isGone(): boolean {
    return this.code === "gone";
  }

  /** What the whole program suffers from is told on top of every screen, not at one place. */
  get isEverywhere(): boolean {
    return this.isStopped || this.isGone;
  }

  /** The program does not answer any more. */
  get isStopped(): boolean {
    return this.code === "stopped";
  }
}

/** stopped is the problem of a program that does not answer. */
export function stopped(): Problem {
  return new Problem(0, "stopped", words.problem.stopped, words.problem.stoppedHint);
}
