/** A Source gives a window of rows and how many there are in all. */
export type Source<R> = (offset: number, limit: number) => Promise<{ total: number; rows: R[] }>;

/** How many rows are asked for at once; the program gives 200 at most. */
export const pageSize = 100;

/**
 * Rows are the rows of a long list as far as they were looked at. They come in pages; what was shown stays until the same
 * place of a changed list has arrived.
 */
export class Rows<R> {
  total = $state(0);
  /** Whether the first answer is still awaited. */
  waiting = $state(true);
  failure = $state.raw<unknown>();
  #pages = $state.raw(new Map<number, R[]>());
  #asked = new Set<number>();
  #turn = 0;
  #stale = false;
  #source: Source<R>;

  constructor(source: Source<R>) {
    this.#source = source;
  }

  /** at gives a row, undefined while it is on its way. */
  at(index: number): R | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** reset takes another source, or the same after a change; rows are asked for again when they are next looked at. */
  reset(source: Source<R>): void {
    this.#source = source;
    this.#turn++;
    this.#asked.clear();
    this.#stale = true;
  }

  /** look asks for the pages of the rows from first to last that are not there yet. */
  look(first: number, last: number): void {
    const end = Math.max(first, last);
    for (let page = Math.floor(first / pageSize); page <= Math.floor(end / pageSize); page++) {
      if (!this.#asked.has(page)) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const turn = this.#turn;
    this.#asked.add(page);
    try {
      const { total, rows } = await this.#source(page * pageSize, pageSize);
      if (turn !== this.#turn) return;
      const pages = new Map(this.#stale ? [] : this.#pages);
      this.#stale = false;
      this.#pages = pages.set(page, rows);
      this.total = total;
      this.failure = undefined;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#asked.delete(page);
      this.failure = thrown;
    }
    this.waiting = false;
  }

  /** all fetches every row, in pages of 200. */
  async all(): Promise<R[]> {
    const out: R[] = [];
    for (let total = 1; out.length < total; ) {
      const answer = await this.#source(out.length, 200);
      if (!answer.rows.length) break;
      total = answer.total;
      out.push(...answer.rows);
    }
    return out;
  }
}

/** visible gives the first and the last row of a view, with a few more on either side, so that scrolling shows no gap. */
export function visible(top: number, height: number, row: number, total: number, more = 8): [first: number, last: number] {
  const first = Math.max(0, Math.floor(top / row) - more);
  return [first, Math.min(total - 1, Math.ceil((top + height) / row) + more)];
}
