// Addresses behind the hash: #/, #/people, #/settings and #/w/ID/STEP, with what is open on a screen as its query. Back and forward return to
// the same place: the scroll position and the focused element are kept with each entry of the history.
import { tick } from "svelte";

/** Steps in the officer's order, as they stand in addresses. */
export const steps = ["outline", "registrations", "attendance", "match", "sectors", "engagement", "breakdown", "report"] as const;
export type Step = (typeof steps)[number];

/** Screens of no one webinar, as they stand in addresses. */
export const general = ["people", "settings"] as const;
export type General = (typeof general)[number];

/** isGeneral tells whether a screen belongs to no one webinar. */
export const isGeneral = (step: string): step is General => (general as readonly string[]).includes(step);

/** A Route is where the officer is; webinar is "" on the first screen. */
export interface Route {
  webinar: string;
  step: Step | General | "home" | "unknown";
  query: URLSearchParams;
}

/** parse reads the part of an address behind the hash. */
export function parse(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  const [root, id = "", step = "", more] = path.split("/").filter(Boolean);
  const at = (name: Route["step"], webinar = ""): Route => ({ webinar, step: name, query: new URLSearchParams(query) });
  if (!root) return at("home");
  if (isGeneral(root)) return at(id ? "unknown" : root);
  if (root !== "w" || !id || more) return at("unknown");
  if (!step) return at("outline", decode(id));
  return (steps as readonly string[]).includes(step) ? at(step as Step, decode(id)) : at("unknown", decode(id));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** address writes a route; entries of the query that are empty are left out. */
export function address(webinar: string, step: Step | General | "home", query: Record<string, string | undefined> = {}): string {
  if (step === "home") return "#/";
  const kept = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const text = new URLSearchParams(kept).toString();
  return `#/${isGeneral(step) ? step : `w/${encodeURIComponent(webinar)}/${step}`}${text && `?${text}`}`;
}

interface Place {
  scroll: number;
  focus: string;
}

class Router {
  route = $state.raw<Route>(parse(location.hash));
  /** Whether the present place was come to by back or forward. */
  returned = false;
  /** Whether the officer has gone anywhere since the page was loaded. */
  moved = false;
  #place = 0;
  #places = new Map<number, Place>();
  #restoring: AbortController | undefined;

  /** start listens to the browser; it returns the way to stop. */
  start(): () => void {
    history.scrollRestoration = "manual";
    this.#place = this.#entry() ?? this.#mark();
    const moved = () => this.#arrive();
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.("a[href^='#/']");
      if (link && !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
        event.preventDefault();
        this.go(link.getAttribute("href")!);
      }
    };
    window.addEventListener("popstate", moved);
    document.addEventListener("click", clicked);
    return () => {
      window.removeEventListener("popstate", moved);
      document.removeEventListener("click", clicked);
    };
  }

  /** go opens an address as a new entry of the history; the same address again opens nothing. */
  go(to: string): void {
    if (to === (location.hash || "#/")) return;
    this.#leave();
    const before = this.route;
    history.pushState({ place: (this.#place = next()) }, "", to);
    this.route = parse(location.hash);
    this.returned = false;
    this.moved = true;
    if (before.step !== this.route.step || before.webinar !== this.route.webinar) {
      window.scrollTo(0, 0);
      void focusTitle();
    }
  }

  /** set changes entries of the query; undefined takes one away. A replaced address makes no entry of the history. */
  set(query: Record<string, string | undefined>, replace = false): void {
    const { webinar, step } = this.route;
    if (step === "unknown") return;
    const to = address(webinar, step, { ...Object.fromEntries(this.route.query), ...query });
    if (!replace) return this.go(to);
    history.replaceState(history.state, "", to);
    this.route = parse(location.hash);
  }

  #entry(): number | undefined {
    return (history.state as { place?: number } | null)?.place;
  }

  #mark(): number {
    const place = next();
    history.replaceState({ place }, "");
    return place;
  }

  #leave(): void {
    this.#places.set(this.#place, { scroll: window.scrollY, focus: document.activeElement?.id ?? "" });
  }

  #arrive(): void {
    this.#leave();
    const before = this.route;
    this.#place = this.#entry() ?? this.#mark();
    this.route = parse(location.hash);
    const place = this.#places.get(this.#place);
    this.returned = place !== undefined;
    if (place) this.#restore(place);
    else if (before.step !== this.route.step) void focusTitle();
  }

  // A screen grows while its data arrive: the place is tried at every change of its height, until it is reached, the
  // officer does something, or three seconds have gone.
  #restore(place: Place): void {
    this.#restoring?.abort();
    const done = (this.#restoring = new AbortController());
    const attempt = () => {
      window.scrollTo(0, place.scroll);
      const target = place.focus ? document.getElementById(place.focus) : null;
      target?.focus({ preventScroll: true });
      if ((target || !place.focus) && Math.abs(window.scrollY - place.scroll) < 2) done.abort();
    };
    const grown = new ResizeObserver(attempt);
    grown.observe(document.body);
    const timer = setTimeout(() => done.abort(), 3000);
    for (const act of ["wheel", "pointerdown", "keydown"]) window.addEventListener(act, () => done.abort(), { signal: done.signal });
    done.signal.addEventListener("abort", () => {
      grown.disconnect();
      clearTimeout(timer);
    });
    void tick().then(attempt);
  }
}

/** focusTitle puts the focus on the screen's title: where it goes when what had it is gone. */
export async function focusTitle(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}

let count = Date.now();
const next = (): number => ++count;

/** The one router of the page. */
export const router = new Router();
