// What every screen shares: the first screen's list, the open webinar and its version.
import { answer, GET, POST, type Schema } from "./api/client";
import { Loader } from "./api/load.svelte";
import { Problem } from "./api/problem";
import { inWindow, reveal, save } from "./platform";
import { announce } from "./ui/live.svelte";
import { dismiss, toast, toasts } from "./ui/toast.svelte";
import { words } from "./words/en";

/** Options of a write: the sentence that says what was done, and whether it can be taken back with one click. */
export interface WriteOptions {
  done?: string;
  undo?: boolean;
}

/** The kinds of change that screens offer, by the name that the program gives them. */
export type Kind =
  | "webinar.edit"
  | "registrations.import"
  | "registrations.add"
  | "registrations.state"
  | "registrations.merge"
  | "attendance.import"
  | "engagement.import"
  | "engagement.link"
  | "engagement.phase"
  | "match.decide"
  | "match.split"
  | "staff.set"
  | "sector.set"
  | "country.set";

class Session {
  home = new Loader<Schema["Home"]>();
  open = new Loader<Schema["Webinar"]>();
  /** Set when the program stopped answering. */
  stopped = $state(false);
  /** Set while the data folder is not where it was. */
  gone = $state.raw<Problem>();
  /** Set when a step met a webinar that was changed elsewhere. Nothing more is written until the officer has answered it. */
  conflict = $state.raw<Problem>();
  /** Whether something is asked of the program and not answered yet. */
  loading = $state(false);
  /** Whether the conflict belongs to no place on a screen: it was met by an undo. */
  conflictAbove = $state(false);

  /** What a screen of no one webinar takes back when the officer says undo; it says so itself. */
  elsewhere = $state.raw<() => Promise<void>>();

  // How many calls are not answered: counted beside the state, for effects that call must not wait on it.
  #calls = 0;

  /** The id of the webinar that the address names, also before it is loaded. */
  private asked = "";

  /** The open webinar, undefined while it is loaded or on the first screen. */
  get webinar(): Schema["WebinarView"] | undefined {
    return this.open.value?.webinar;
  }

  /** The version that the screens show; screens load their own data again when it changes. */
  get version(): number {
    return this.webinar?.version ?? 0;
  }

  /** choose opens a webinar; "" closes it. */
  async choose(id: string): Promise<void> {
    this.asked = id;
    if (this.webinar?.id !== id) {
      this.open.clear();
      this.conflict = undefined;
      dismiss();
    }
    if (id) await this.refresh(id);
  }

  /** refresh loads the open webinar again, with its version and stages. */
  async refresh(id = this.webinar?.id): Promise<void> {
    this.conflict = undefined;
    await this.#load(id);
  }

  async #load(id: string | undefined): Promise<void> {
    if (id) await this.open.load(() => this.watch(answer(GET("/api/webinars/{id}", { params: { path: { id } } }))));
  }

  /** list loads the first screen again. */
  async list(): Promise<void> {
    await this.home.load(() => this.watch(answer(GET("/api/home"))));
  }

  /** watch passes a call on and notices when the program stopped or answers again, and when its data folder is gone or back. */
  async watch<T>(call: Promise<T>): Promise<T> {
    this.#calls++;
    this.loading = true;
    try {
      const value = await call;
      const back = this.stopped || this.gone;
      this.stopped = false;
      this.gone = undefined;
      if (back) void this.again();
      return value;
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.isStopped) this.stopped = true;
      if (thrown instanceof Problem && thrown.isGone) this.gone = thrown;
      throw thrown;
    } finally {
      this.loading = --this.#calls > 0;
    }
  }

  /** again loads everything that is shown, after it could not be read. What was typed stays. */
  async again(): Promise<void> {
    await (this.webinar ? this.refresh() : this.asked ? this.choose(this.asked) : this.list());
  }

  /**
   * write changes the open webinar at the version that the screen shows, then loads it again. It throws the Problem when
   * the program refuses. When the webinar was changed elsewhere in between, the screens show it as it is now, and nothing
   * is written before the officer has said that he has seen it: a second click must not do what the first one could not.
   */
  async write<T>(work: (at: { id: string; version: number }) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    const { id = "" } = this.webinar ?? {};
    if (this.conflict) throw this.conflict;
    let value: T;
    try {
      value = await this.watch(work({ id, version: this.version }));
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.since) {
        this.conflictAbove = false;
        this.conflict = thrown;
        if (toasts.current?.action) dismiss();
        await this.#load(id);
      }
      throw thrown;
    }
    // The undo that a sentence offered is of the change before: it goes with the sentence.
    if (toasts.current?.action) dismiss();
    await this.refresh(id);
    if (options.done) this.say(options.done, options.undo ?? true);
    return value;
  }

  /** may tells whether the program takes a kind of change of the open webinar now. */
  may(kind: Kind): boolean {
    return !this.open.value?.hold?.refused.includes(kind);
  }

  /** whyNot is the sentence why the program does not take a kind of change now; undefined when it does. */
  whyNot(kind: Kind): string | undefined {
    const hold = this.open.value?.hold;
    return !hold || this.may(kind) ? undefined : `${words.hold.refused[hold.state]} ${hold.back ? words.hold.refusedBack : words.hold.stands}`;
  }

  /** refuse says, aloud and on the screen, why a kind of change is not taken now. */
  refuse(kind: Kind): void {
    const why = this.whyNot(kind);
    if (why) this.deny(why);
  }

  /** say tells what was done, aloud and on the screen. */
  say(text: string, undo: boolean): void {
    if (!undo) return announce(text), toast({ text });
    announce(text);
    toast({ text, action: { label: words.shell.undo, run: () => void this.undo() } });
  }

  /** deny tells why nothing was done. */
  deny(text: string): void {
    announce(text);
    toast({ text, refused: true });
  }

  /** keep saves a file of the program where the officer says; done is the sentence for it, by the name it was given. */
  async keep(address: string, name: string, done: (name: string) => string): Promise<void> {
    await this.tell(async () => {
      const saved = await save(address, name);
      if (!saved) return;
      announce(done(saved));
      toast({ text: done(saved), action: inWindow() ? { label: words.shell.reveal, run: () => void this.tell(reveal) } : undefined });
    });
  }

  /** tell does what belongs to no place on a screen, and says why it was not done. */
  async tell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (!problem.isEverywhere) this.deny(`${problem.message} ${problem.hint}`);
    }
  }

  /** undo takes back the last change of the open webinar and says which. */
  async undo(): Promise<void> {
    const id = this.webinar?.id;
    if (!id && this.elsewhere) return this.elsewhere();
    if (!id) return announce(words.shell.nothingToUndo);
    try {
      const change = await this.write(({ version }) => answer(POST("/api/webinars/{id}/undo", { params: { path: { id }, query: { version } } })));
      this.say(words.shell.undone(words.changes[change.kind] ?? change.kind), false);
    } catch (thrown) {
      const problem = Problem.from(thrown);
      if (problem.since) this.conflictAbove = true;
      else if (!problem.isEverywhere) this.deny(`${problem.message} ${problem.hint}`);
    }
  }
}

/** The one session of the page. */
export const session = new Session();
