import { address, router, steps, type Step } from "../router.svelte";
import { pages } from "../steps/pages";

/** The screens that the rail shows, in order; Alt with their number opens them. */
export const rail = (): ("home" | Step)[] => ["home", ...steps.filter((step) => pages[step])];

/** toRail opens the screen with a number on the rail and tells whether there is one. */
export function toRail(number: number): boolean {
  const to = rail()[number - 1];
  const { webinar } = router.route;
  if (!to || (to !== "home" && !webinar)) return false;
  router.go(address(webinar, to));
  return true;
}

interface Acts {
  search: () => void;
  help: () => void;
  undo: () => void;
  print: () => void;
}

/** shortcuts gives the listener of the keys that hold on every screen. */
export function shortcuts(acts: Acts): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented) return;
    const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const key = event.key.toLowerCase();
    if (ctrl && key === "k") acts.search();
    else if (ctrl && key === "p") acts.print();
    else if (event.key === "F1") acts.help();
    else if (ctrl && key === "z" && !writing(event.target)) acts.undo();
    else if (!(event.altKey && !event.ctrlKey && /^Digit[1-9]$/.test(event.code) && toRail(Number(event.code.slice(5))))) return;
    event.preventDefault();
  };
}

// In a text, Ctrl+Z takes back what was typed.
function writing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}
