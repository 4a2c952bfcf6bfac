// What the window can do and a browser cannot, and what stands in for it there.
import { upload, type Schema } from "./api/client";
import { Problem } from "./api/problem";

type Upload = Schema["Upload"];

/** The kinds of file an officer opens. */
export type FileKind = "outline" | "table";

interface Desktop {
  Open(kind: FileKind): Promise<Upload[]>;
  Save(address: string, name: string): Promise<{ saved: boolean; name: string }>;
  Reveal(): Promise<void>;
  Quit(): Promise<void>;
}

interface Runtime {
  EventsOn(name: string, heard: (...given: never[]) => void): () => void;
}

declare global {
  interface Window {
    go?: { main?: { Desktop?: Desktop } };
    runtime?: Partial<Runtime>;
  }
}

const desktop = (): Desktop | undefined => window.go?.main?.Desktop;

// ask calls the window. What it refuses comes as the text of an error: the problem, written as JSON.
async function ask<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    throw Problem.of(parsed(thrown instanceof Error ? thrown.message : thrown), 0);
  }
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

const hear = (name: string, heard: (...given: never[]) => void): (() => void) => window.runtime?.EventsOn?.(name, heard) ?? (() => undefined);

/** Whether the page stands in the program's own window. */
export const inWindow = (): boolean => desktop() !== undefined;

const accepted: Record<FileKind, string> = {
  outline: ".docx,.txt,.html,.htm,text/plain,text/html",
  table: ".csv,.tsv,.txt,.xlsx,.xls",
};

/** open lets the officer choose files and hands them over; none when the choice is left. began is told that they are read. */
export async function open(kind: FileKind, several: boolean, began: () => void = () => undefined): Promise<Upload[]> {
  const native = desktop();
  if (native) return ask(native.Open(kind));
  const files = await chosen(accepted[kind], several);
  if (files.length) began();
  return stage(files);
}

function chosen(accept: string, several: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = several;
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}

/** stage hands over files that were dropped on or chosen in a browser. */
export async function stage(files: Iterable<File>): Promise<Upload[]> {
  const out: Upload[] = [];
  for (const file of files) out.push(await upload(file.name, await file.arrayBuffer()));
  return out;
}

/**
 * onDropped hears of files dropped on the window, which the program reads itself: those it took, and why it left one out.
 * It returns the way to stop hearing.
 */
export const onDropped = (heard: (uploads: Upload[], refused: Problem | undefined) => void): (() => void) =>
  hear("files", (uploads: Upload[], refused: unknown) => heard(uploads, refused ? Problem.of(refused, 0) : undefined));

/** What the menus of the window ask the page for. */
export type Wish = "new" | "import" | "export" | "undo" | "step" | "help";

/** onWish hears of them; a step comes with its number on the rail. It returns the way to stop hearing. */
export function onWish(heard: (wish: Wish, value: string) => void): () => void {
  const wishes: Wish[] = ["new", "import", "export", "undo", "step", "help"];
  const stops = wishes.map((wish) => hear(`menu:${wish}`, (value?: string) => heard(wish, value ?? "")));
  return () => stops.forEach((stop) => stop());
}

/** save writes a file of the program where the officer says, and gives the name it has now; "" when it was not to be. */
export async function save(address: string, name: string): Promise<string> {
  const native = desktop();
  if (native) return (await ask(native.Save(address, name))).name;
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  return name;
}

/** reveal shows the last saved file in its folder; a browser shows its own downloads. */
export const reveal = (): Promise<void> => ask(desktop()?.Reveal() ?? Promise.resolve());

/** copy puts text on the clipboard; false when the system does not let us. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

// The older way, where the page has no clipboard or may not use it: what is selected is copied.
function copySelected(text: string): boolean {
  const from = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.style.cssText = "position:fixed;opacity:0";
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand?.("copy") ?? false;
  field.remove();
  if (from instanceof HTMLElement) from.focus({ preventScroll: true });
  return done;
}
