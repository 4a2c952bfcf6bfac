// The officer's own texts. What was typed is never lost: it stays until the program has it, over refusals, a changed
// webinar and a walk to another screen and back.
import { Problem } from "../../api/problem";

/** How long after the last key a text is saved, in milliseconds. */
export const pause = 700;

/** What a text needs of the outside: the program, and the time of day. */
export interface Keeper {
  /** save keeps a text at the program. A conflict is thrown when the webinar was changed elsewhere. */
  save(section: string, text: string): Promise<void>;
  /** reload loads the webinar and the texts again; each text is told by `arrived`. */
  reload(): Promise<void>;
  now(): string;
}

/** A SectionText is the text of one section as it is typed, beside the one that the program holds. */
export class SectionText {
  text = $state("");
  held = $state("");
  /** What was written elsewhere meanwhile, where it differs from both. */
  theirs = $state<string>();
  savedAt = $state("");
  saving = $state(false);
  problem = $state.raw<Problem>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly section: string,
    readonly queue: SaveQueue,
  ) {}

  get dirty(): boolean {
    return this.text !== this.held;
  }

  /** type takes what the field holds; it is saved after a pause. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (this.theirs === undefined) this.#timer = setTimeout(() => void this.flush(), pause);
  }

  /** flush saves at once what is not saved. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.dirty && this.theirs === undefined) await this.queue.save(this);
  }

  /** arrived takes the text that the program holds now. Typed text gives way to nothing. */
  arrived(held: string): void {
    if (held === this.held) return;
    if (!this.dirty) this.text = held;
    else if (held !== this.text) this.theirs = held;
    this.held = held;
  }

  /** keepMine saves the typed text over the other one; takeTheirs lets it go. */
  keepMine(): Promise<void> {
    this.theirs = undefined;
    return this.flush();
  }
  takeTheirs(): void {
    this.text = this.theirs ?? this.held;
    this.theirs = this.problem = undefined;
  }
}

/** A SaveQueue saves one text after the other: each save makes a new version of the webinar. */
export class SaveQueue {
  #last: Promise<void> = Promise.resolve();
  /** Told when a text was saved after the webinar had moved on. */
  movedOn: () => void = () => undefined;

  constructor(public keeper: Keeper) {}

  save(one: SectionText): Promise<void> {
    this.#last = this.#last.then(() => this.#save(one));
    return this.#last;
  }

  async #save(one: SectionText): Promise<void> {
    if (!one.dirty || one.theirs !== undefined) return;
    one.saving = true;
    try {
      if (await this.#send(one)) this.movedOn();
      one.problem = undefined;
    } catch (thrown) {
      one.problem = Problem.from(thrown);
    }
    one.saving = false;
  }

  // A webinar changed elsewhere is loaded again. Where the change left this text alone it is saved then; where not, both
  // are shown. True when it took the second try.
  async #send(one: SectionText): Promise<boolean> {
    const send = async () => {
      const text = one.text;
      await this.keeper.save(one.section, text);
      one.held = text;
      one.savedAt = this.keeper.now();
    };
    try {
      await send();
      return false;
    } catch (thrown) {
      if (!(thrown instanceof Problem) || !thrown.isConflict) throw thrown;
    }
    await this.keeper.reload();
    if (!one.dirty || one.theirs !== undefined) return false;
    await send();
    return true;
  }
}

/** Texts are those of one webinar. They outlive the screen, so that what could not be saved is still there. */
export class Texts {
  readonly queue: SaveQueue;
  #sections = new Map<string, SectionText>();

  constructor(keeper: Keeper) {
    this.queue = new SaveQueue(keeper);
  }

  of(section: string): SectionText {
    let one = this.#sections.get(section);
    if (!one) this.#sections.set(section, (one = new SectionText(section, this.queue)));
    return one;
  }

  /** arrived takes all texts that the program holds. */
  arrived(sections: { id: string; text: string }[]): void {
    for (const { id, text } of sections) this.of(id).arrived(text);
  }

  /** flush saves all that is not saved. */
  flush(): void {
    for (const one of this.#sections.values()) void one.flush();
  }

  /** retry saves again what could not be saved. */
  retry(): void {
    for (const one of this.#sections.values()) if (one.problem) void one.flush();
  }

  get dirty(): boolean {
    return [...this.#sections.values()].some((one) => one.dirty);
  }
}
