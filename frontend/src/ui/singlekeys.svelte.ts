// Whether single letters and digits act. An officer who speaks to the computer, or hits keys by accident, turns them off;
// the choice stays with this computer.
const name = "single-keys";

function kept(): boolean {
  try {
    return localStorage.getItem(name) !== "off";
  } catch {
    return true;
  }
}

export const singleKeys = $state({ on: kept() });

/** setSingleKeys turns them on or off. */
export function setSingleKeys(on: boolean): void {
  singleKeys.on = on;
  try {
    localStorage.setItem(name, on ? "on" : "off");
  } catch {
    // Where nothing can be kept, the choice holds as long as the program is open.
  }
}

/** single gives the key of a press that is one letter or digit alone, outside of a text; else "". */
export function single(event: KeyboardEvent): string {
  if (!singleKeys.on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return "";
  const target = event.target as HTMLElement | null;
  if (target?.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return "";
  return event.key.toLowerCase();
}
