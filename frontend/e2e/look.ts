// The tour of all screens and panels, for what must hold on each of them.
import type { Locator } from "playwright-core";
import { words } from "../src/words/en";
import type { Desk } from "./desk";

/** A Stop is a screen or panel: how it is come to from the screen before, and left. */
interface Stop {
  name: string;
  open(desk: Desk): Promise<unknown>;
  leave?(desk: Desk): Promise<unknown>;
}

const screen = (step: keyof typeof words.steps): Stop => ({ name: words.steps[step], open: (desk) => desk.go(step) });

async function back(desk: Desk): Promise<void> {
  await desk.page.goBack();
  await desk.page.locator(".drawer").waitFor({ state: "detached" });
}

const general = (name: keyof typeof words.general) => ({
  name: words.general[name],
  open: async (desk: Desk) => {
    await desk.page.getByRole("navigation", { name: words.shell.steps, exact: true }).getByRole("link", { name: words.general[name], exact: true }).click();
    await desk.heading(words.general[name]).waitFor();
  },
  leave: (desk: Desk) => desk.page.goBack(), // no webinar is open on it
});

const escape = async (desk: Desk) => {
  await desk.page.keyboard.press("Escape");
  await desk.page.locator("dialog[open], .menu").first().waitFor({ state: "detached" });
};

/** first opens the first row of a list. */
const first = async (desk: Desk, list: string) => {
  const row = desk.page.getByRole("grid", { name: list }).getByRole("row").nth(1);
  await row.click();
  await desk.settled();
};

const press = async (control: Locator) => {
  await control.scrollIntoViewIfNeeded();
  await control.click();
};

const figures = { sectors: [], beneficiaries: [] };
const cancel = (desk: Desk) => desk.page.keyboard.press("Escape");

/** The frame: what lies over every screen. */
const over: Stop[] = [
  { name: "palette", open: (desk) => desk.page.keyboard.press("Control+k").then(() => desk.page.getByRole("option").first().waitFor()), leave: escape },
  { name: "help", open: (desk) => desk.page.keyboard.press("F1").then(() => desk.page.getByRole("dialog").waitFor()), leave: escape },
  { name: "webinars menu", open: (desk) => desk.page.getByRole("button", { name: words.shell.switchWebinar }).click().then(() => desk.page.getByRole("menu").waitFor()), leave: escape },
];

/** The tour of a webinar in which nothing was imported. */
export const empty: Stop[] = [
  ...(["outline", "registrations", "attendance", "match", "sectors", "engagement", "breakdown", "report"] as const).map(screen),
];

/** The tour of a full webinar, with its panels. */
export const full: Stop[] = [
  screen("home"),
  { name: "outline", open: (desk) => desk.webinar({ hasText: words.home.sampleMark }) },
  {
    name: "a field of the outline",
    open: (desk) => press(desk.button(words.outline.edit(words.outline.field("title").label))),
    leave: cancel,
  },
  ...over,
  screen("registrations"),
  { name: "a registration", open: (desk) => first(desk, words.registrations.list), leave: cancel },
  { name: "a registration by hand", open: (desk) => desk.button(words.registrations.add).click(), leave: escape },
  { name: "import of registrations", open: (desk) => desk.button(words.registrations.import).click(), leave: (desk) => desk.button(words.shell.cancel).click() },
  screen("attendance"),
  screen("match"),
  { name: "a person of the match", open: (desk) => first(desk, words.match.list), leave: cancel },
  screen("sectors"),
  { name: "institutions and terms", open: (desk) => desk.button(words.sectors.entries.open).click().then(() => desk.page.getByRole("dialog").waitFor()), leave: escape },
  { name: "a sector", open: (desk) => first(desk, words.sectors.list), leave: cancel },
  screen("engagement"),
  screen("breakdown"),
  {
    name: "a figure",
    open: async (desk) => {
      await desk.page.getByRole("button", { name: `: ${words.figures.describe("attended", figures).title}. Show who` }).first().click();
      await desk.page.getByRole("grid").getByRole("gridcell").first().waitFor();
    },
  },
  { name: "a person behind a figure", open: (desk) => first(desk, words.evidence.peopleLabel) },
  { name: "back on the breakdown", open: async (desk) => (await desk.page.goBack(), await back(desk)) },
  { name: "report", open: (desk) => desk.go("report").then(() => desk.page.locator("canvas").first().waitFor()) },
  { name: "finalise", open: (desk) => desk.button(words.report.finalise.internal).click(), leave: escape },
  general("people"),
  general("settings"),
];

/** The tour of a webinar that is closed. */
export const closed: Stop[] = [
  screen("outline"),
  screen("registrations"),
  { name: "a registration", open: (desk) => first(desk, words.registrations.list), leave: cancel },
  screen("attendance"),
  screen("match"),
  { name: "a person of the match", open: (desk) => first(desk, words.match.list), leave: cancel },
  screen("sectors"),
  { name: "a sector", open: (desk) => first(desk, words.sectors.list), leave: cancel },
  screen("engagement"),
  screen("breakdown"),
  screen("report"),
];

/** tour goes through stops and looks at each. */
export async function tour(desk: Desk, stops: Stop[], look: (name: string) => Promise<unknown>): Promise<void> {
  for (const stop of stops) {
    await stop.open(desk);
    await desk.settled();
    await look(stop.name);
    await stop.leave?.(desk);
  }
}
