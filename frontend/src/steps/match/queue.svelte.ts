import type { Member } from "./data";

/** Who was put off, for each webinar, as long as the program is open. */
const putOff = new Map<string, string[]>();

/**
 * A Queue holds the open people in the order in which they are asked about. Who was answered is gone at once, before the
 * program has written it; who was put off comes again when all others are through.
 */
export class Queue {
  rows = $state.raw<Member[]>([]);
  #answered = $state.raw<string[]>([]);
  #skipped = $state.raw<string[]>([]);
  #first = $state("");
  #webinar: string;

  constructor(webinar: string) {
    this.#webinar = webinar;
    this.#skipped = putOff.get(webinar) ?? [];
  }

  #left = $derived(this.rows.filter((row) => !this.#answered.includes(row.participant.id)));
  #waiting = $derived.by(() => {
    const fresh = this.#left.filter((row) => !this.#skipped.includes(row.participant.id));
    const first = this.#left.find((row) => row.participant.id === this.#first);
    return first ? [first, ...fresh.filter((row) => row !== first)] : fresh;
  });

  /** current is the one who is asked about, undefined when nobody is left but those put off. */
  get current(): Member | undefined {
    return this.#waiting[0];
  }

  /** next is who comes after. */
  get next(): Member | undefined {
    return this.#waiting[1];
  }

  /** left is how many are to be answered still, as far as the list goes. */
  get left(): number {
    return this.#left.length;
  }

  /** skipped is how many were put off and are open still. */
  get skipped(): number {
    return this.#left.filter((row) => this.#skipped.includes(row.participant.id) && row !== this.current).length;
  }

  /** fill takes the open people as the program gives them; what was answered and is open still is asked again. */
  fill(rows: Member[]): void {
    this.rows = rows;
    this.#answered = [];
  }

  /** answer takes one out. */
  answer(id: string): void {
    this.#answered = [...this.#answered, id];
    if (this.#first === id) this.#first = "";
  }

  /** skip puts one off. */
  skip(id: string): void {
    if (this.#first === id) this.#first = "";
    this.#keep([...this.#skipped.filter((one) => one !== id), id]);
  }

  /** resume asks again about those who were put off. */
  resume(): void {
    this.#keep([]);
  }

  /** show asks about one now, also one who was answered or put off. */
  show(id: string): void {
    this.#answered = this.#answered.filter((one) => one !== id);
    this.#first = id;
  }

  #keep(skipped: string[]): void {
    this.#skipped = skipped;
    putOff.set(this.#webinar, skipped);
  }
}
