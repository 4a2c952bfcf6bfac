// What the window can do and a browser cannot, and what stands in for it there.
import { upload, type Schema } from "./api/client";

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
  EventsOn(name: string, heard: (uploads: Upload[]) => void): () => void;
}

declare global {
  interface Window {
    go?: { main?: { Desktop?: Desktop } };
    runtime?: Partial<Runtime>;
  }
}

const desktop = (): Desktop | undefined => window.go?.main?.Desktop;

/** Whether the page stands in the program's own window. */
export const inWindow = (): boolean => desktop() !== undefined;

const accepted: Record<FileKind, string> = {
  outline: ".txt,.html,.htm,text/plain,text/html",
  table: ".csv,.tsv,.txt,.xlsx,.xls",
};

/** open lets the officer choose files and hands them over; none when the choice is left. began is told that they are read. */
export async function open(kind: FileKind, several: boolean, began: () => void = () => undefined): Promise<Upload[]> {
  const native = desktop();
  if (native) return (await native.Open(kind)) ?? [];
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

/** onDropped hears of files dropped on the window, which the program reads itself; it returns the way to stop hearing. */
export function onDropped(heard: (uploads: Upload[]) => void): () => void {
  return window.runtime?.EventsOn?.("files", heard) ?? (() => undefined);
}

/** save writes a file of the program where the officer says. True when it was written, or handed to the browser. */
export async function save(address: string, name: string): Promise<boolean> {
  const native = desktop();
  if (native) return (await native.Save(address, name)).saved;
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  return true;
}

/** reveal shows the last saved file in its folder; a browser shows its own downloads. */
export const reveal = (): Promise<void> => desktop()?.Reveal() ?? Promise.resolve();

/** copy puts text on the clipboard; false when the system does not let us. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
