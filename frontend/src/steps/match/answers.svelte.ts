import { Problem } from "../../api/problem";
import { session } from "../../session.svelte";

type Work = (at: { id: string; version: number }) => Promise<unknown>;

/** Answers are written one after the other, each at the version that the one before made: nobody waits to give the next. */
export class Answers {
  /** How many are given and not written yet. */
  waiting = $state(0);
  #given = $state.raw<string[]>([]);
  #chain: Promise<void> = Promise.resolve();

  /** write writes an answer about a person in its turn; failed is told why it was not written. */
  write(person: string, work: Work, failed: (problem: Problem) => void): void {
    this.waiting++;
    this.#given = [...this.#given, person];
    this.#chain = this.#chain.then(async () => {
      try {
        await session.write(work);
      } catch (thrown) {
        this.#given = this.#given.filter((one) => one !== person);
        failed(Problem.from(thrown));
      }
      this.waiting--;
    });
  }

  /** note keeps who was answered when the answer is written already. */
  note(person: string): void {
    this.#given = [...this.#given, person];
  }

  /** settled waits until all are written. */
  settled = (): Promise<void> => this.#chain;

  /** last gives who was answered last, and forgets it unless it is kept. */
  last(forget = true): string | undefined {
    const last = this.#given.at(-1);
    if (forget) this.#given = this.#given.slice(0, -1);
    return last;
  }
}
