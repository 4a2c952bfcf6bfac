import { Problem } from "./problem";

/** A Loader holds what a screen fetched: the last call wins, and what stood before stays until it is answered. */
export class Loader<T> {
  value = $state.raw<T>();
  problem = $state.raw<Problem>();
  busy = $state(false);
  #turn = 0;

  /** load fetches; an earlier load that is not answered yet is forgotten. */
  async load(work: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const value = await work();
      if (turn !== this.#turn) return;
      this.value = value;
      this.problem = undefined;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.problem = Problem.from(thrown);
    }
    this.busy = false;
  }

  /** clear forgets everything. */
  clear(): void {
    this.#turn++;
    this.value = this.problem = undefined;
    this.busy = false;
  }
}

/** An Act is something the officer does on a screen: whether it is under way, and how it failed. */
export class Act {
  busy = $state(false);
  problem = $state.raw<Problem>();

  /** run does the work and tells whether it was done. A second start while one is under way does nothing. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = Problem.from(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** clear forgets how it failed. That the screen was overtaken stays until the officer has answered it. */
  clear(): void {
    if (!this.problem?.since) this.problem = undefined;
  }
}
