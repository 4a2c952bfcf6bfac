// What the palette finds: commands, people, sections of the report, webinars.
import { answer, GET, type Schema } from "../api/client";
import { address, router, type Step } from "../router.svelte";
import { session } from "../session.svelte";
import { print } from "../ui/print.svelte";
import type { Found } from "../ui/found";
import { words } from "../words/en";
import { day } from "../words/format";
import { asked } from "./asked";
import { takeUp } from "./hold";
import { commands, type Command } from "./commands";
import { keyOf, named, reachable } from "./keys";

const w = words.shell;

/** found lists what fits a text, commands first. Without a text it lists every command and every webinar. */
export async function found(text: string, onhelp: () => void): Promise<Found[]> {
  const begun = text.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label }: Found) => {
    const has = label.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return begun.every((part) => has.some((word) => word.startsWith(part)));
  };
  return [...here(), ...everywhere(onhelp)].filter(fits).concat(await hits(text));
}

const act = (group: string, { id, label, key, not, run }: Command): Found => ({ id, group, label, shortcut: key, detail: not, off: not !== undefined, run });

/** here are the commands of the open screen, then those that other screens of the webinar can do. */
function here(): Found[] {
  const own = commands();
  return [...own.map((command) => act(w.groupHere, command)), ...ofWebinar(new Set(own.map(({ id }) => id))).map((command) => act(w.groupWebinar, command))];
}

// Whether a screen can do it is known from what the program says of the webinar; the screen itself may still say why not.
function ofWebinar(own: Set<string>): Command[] {
  const data = session.open.value;
  if (!data || !router.route.webinar) return [];
  const at = (step: Step, id: string, label: string, not?: string): Command => ({
    id,
    label,
    not,
    run: () => asked.ask(id, undefined, () => router.go(address(data.webinar.id, step))),
  });
  const undecided = data.stages.some((s) => s.step === "registrations" && s.matter === "submitted");
  return [
    at("attendance", "import", words.imports.command, session.whyNot("attendance.import")),
    at("registrations", "add", words.registrations.add, session.whyNot("registrations.add")),
    ...(undecided ? [at("registrations", "confirm", words.registrations.confirmAll, session.whyNot("registrations.state"))] : []),
    at("report", "export", words.report.savePDF.internal),
    at("report", "annex", words.report.saveAnnex.internal),
    at("report", "finalise", words.report.finalise.internal),
    ...(data.hold?.back ? [{ id: "take-up", label: words.hold.back[data.hold.back], run: () => void session.tell(takeUp) }] : []),
    ...data.moves.map((to) => at("outline", `move-${to}`, words.outline.moveCommands[to] ?? to)),
  ].filter(({ id }) => !own.has(id));
}

/** everywhere are the commands of every screen. */
function everywhere(onhelp: () => void): Found[] {
  const { webinar, step } = router.route;
  const list: Command[] = [
    ...reachable(webinar)
      .filter((to) => to !== step)
      .map((to) => ({ id: `go-${to}`, label: w.goTo(named(to)), key: keyOf(to), run: () => router.go(address(webinar, to)) })),
    ...(step === "home" ? [] : [{ id: "new", label: words.home.newFromOutline, run: () => asked.ask("new", undefined, () => router.go("#/")) }]),
    { id: "print", label: w.printCommand, key: "Ctrl+P", run: () => void session.tell(print) },
    { id: "undo", label: w.undo, key: "Ctrl+Z", not: webinar || session.elsewhere ? undefined : w.openFirst, run: () => void session.undo() },
    { id: "help", label: w.help, key: "F1", run: onhelp },
  ];
  return list.map((command) => act(w.groupCommands, command));
}

const groups: Record<Schema["Hit"]["kind"], string> = { person: w.groupAttended, registration: w.groupRegistered, section: w.groupSections, webinar: w.groupWebinars };

// One letter finds half of everybody: people and sections are looked for from the second one on.
async function hits(text: string): Promise<Found[]> {
  const { webinar } = router.route;
  const query = { webinar, q: text.length > 1 ? text : "" };
  const all = await answer(GET("/api/search", { params: { query } })).catch(() => []);
  if (text.length === 1) return [];
  return all.map((hit) => ({
    id: `${hit.kind}-${hit.webinar}-${hit.id}`,
    group: groups[hit.kind],
    label: hit.name || words.evidence.unnamed,
    detail: detail(hit, webinar),
    run: () => open(hit),
  }));
}

function detail(hit: Schema["Hit"], webinar: string): string {
  if (hit.kind === "webinar") return day(hit.start, hit.zone);
  return [hit.detail, hit.webinar !== webinar && hit.title].filter(Boolean).join(" · ");
}

// The screens that show a person beside themselves; another one is left for the screen that lists such people.
const shows: Record<"person" | "registration", Step[]> = { person: ["match", "sectors", "engagement", "breakdown"], registration: ["registrations", "engagement", "breakdown"] };

function open({ kind, id, webinar }: Schema["Hit"]): void {
  if (kind === "webinar") return router.go(address(id, "outline"));
  if (kind === "section") return asked.ask("section", id, () => router.go(address(webinar, "report")));
  const { route } = router;
  const stays = route.webinar === webinar && shows[kind].find((step) => step === route.step);
  const other = kind === "person" ? "registration" : "person";
  if (stays) router.set({ [kind]: id, [other]: undefined, figure: undefined, under: undefined });
  else router.go(address(webinar, shows[kind][0]!, { [kind]: id }));
}
