// Printing. What is shown in part only is made whole first: long lists fetch all their rows, charts are drawn.
import { tick } from "svelte";

/** A Part makes itself ready for paper and gives the way back to the screen. */
type Part = () => Promise<() => void>;

const parts = new Set<Part>();
const shown = $state({ parts: 0, ready: false });

export const printing = {
  /** Whether what would be printed now is whole; a print by the browser's own menu cannot wait for it. */
  get whole(): boolean {
    return shown.ready || shown.parts === 0;
  },
};

/** printable says that a part must be made ready for paper; it returns the way to take that back. */
export function printable(part: Part): () => void {
  parts.add(part);
  shown.parts = parts.size;
  return () => {
    parts.delete(part);
    shown.parts = parts.size;
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** print makes every part ready and prints the page. It throws what kept a part from being ready. */
export async function print(): Promise<void> {
  const backs = await Promise.all([...parts].map((part) => part()));
  shown.ready = true;
  await tick();
  // What follows from the parts, such as a footnote for a name in them, comes with the next frame.
  await frame();
  await frame();
  const done = () => {
    shown.ready = false;
    for (const back of backs) back();
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
