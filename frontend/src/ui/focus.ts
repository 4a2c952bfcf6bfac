// The focus is never lost: when what has it goes away, such as a button that did its work, a sentence that was closed, it
// goes back to where it was before.

/** How many places are remembered. */
const most = 20;

/** keepFocus watches over the focus of the page. It returns the way to stop. */
export function keepFocus(page: Document = document): () => void {
  let trail: HTMLElement[] = [];
  let held: HTMLElement | undefined;

  const focused = () => {
    const at = page.activeElement;
    held = at instanceof HTMLElement && at !== page.body ? at : undefined; // a click beside everything lets it go
    if (!held) return;
    trail = [...trail.filter((one) => one !== held && one.isConnected), held].slice(-most);
  };

  const back = () => {
    if (!held || held.isConnected || (page.activeElement && page.activeElement !== page.body)) return;
    held = undefined;
    // What is hidden or behind a dialog does not take the focus: the one before it is asked.
    for (const one of [...[...trail].reverse(), page.querySelector<HTMLElement>("dialog[open] h2"), page.querySelector("h1")]) {
      if (one?.isConnected) one.focus({ preventScroll: true });
      if (page.activeElement !== page.body) break;
    }
    focused();
  };

  // Whoever puts the focus elsewhere himself, at once or in the same turn, goes first.
  const watch = new MutationObserver(() => {
    if (held && !held.isConnected) setTimeout(back);
  });
  watch.observe(page.body, { childList: true, subtree: true });
  page.addEventListener("focusin", focused);
  page.addEventListener("click", focused, true);
  return () => {
    watch.disconnect();
    page.removeEventListener("focusin", focused);
    page.removeEventListener("click", focused, true);
  };
}
