import { address, general, isGeneral, router, steps, type General, type Step } from "../router.svelte";
import { pages } from "../steps/pages";
import { words } from "../words/en";

/** The screens that the rail shows, in order; Alt with their number opens them, with 0 the tenth. */
export const rail = (): ("home" | Step | General)[] => ["home", ...steps.filter((step) => pages[step]), ...general];

/** reachable are those of the rail that can be gone to: without a webinar its steps cannot. */
export const reachable = (webinar: string): ("home" | Step | General)[] => rail().filter((step) => step === "home" || isGeneral(step) || webinar);

/** keyOf is the key that opens a screen of the rail; the last ones have none. */
export const keyOf = (step: "home" | Step | General): string | undefined => {
  const at = rail().indexOf(step) + 1;
  return at <= 10 ? `Alt+${at % 10}` : undefined;
};

/** named is the name of a screen. */
export const named = (step: "home" | Step | General): string => (isGeneral(step) ? words.general[step] : words.steps[step]);

/** toRail opens the screen with a number on the rail and tells whether there is one. */
export function toRail(number: number): boolean {
  const to = rail()[number - 1];
  const { webinar } = router.route;
  if (!to || !reachable(webinar).includes(to)) return false;
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
    else if (!(event.altKey && !event.ctrlKey && /^Digit\d$/.test(event.code) && toRail(Number(event.code.slice(5)) || 10))) return;
    event.preventDefault();
  };
}

// In a text, Ctrl+Z takes back what was typed.
function writing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}
