// Every number on the breakdown opens what it is made of: as many people as it says, or figures that come to it.
import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.sampled();
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const w = words.evidence;
const numberIn = (text: string | null) => Number((text ?? "").replaceAll(",", ""));
/** The names of all buttons that open a figure: they end in what they do. */
const opening = /\. Show (who|what it is made of)$/;

/** opened reads the panel of a figure: how many stand behind it, or what the shown figures come to. */
async function opened(panel: Locator): Promise<number | string> {
  const heading = panel.getByRole("heading", { level: 3 }).filter({ hasText: /behind it/ });
  const terms = panel.getByRole("table", { name: w.terms });
  await heading.or(terms).first().waitFor();
  if (await heading.count()) return numberIn(/^[\d,]+/.exec((await heading.textContent())!)![0]);
  const rows = await terms.getByRole("row").allTextContents();
  const value = (await terms.getByRole("row").last().getByRole("cell").last().textContent())!.trim();
  const parts = (await terms.getByRole("button").allTextContents()).map(numberIn);
  if (rows.some((row) => row.includes("÷"))) return value;
  expect(parts.reduce((a, b) => a + b, 0), rows.join("; ")).toBe(numberIn(value));
  return numberIn(value);
}

/** walk opens each of the buttons and compares it with what it opens. */
async function walk(ids: string[]): Promise<void> {
  const { page } = desk;
  for (const id of ids) {
    const button = page.locator(`[id="${id}"]`);
    const text = (await button.textContent())!;
    await button.click();
    const panel = page.locator(".drawer");
    await panel.getByText(w.definition).waitFor();
    const found = await opened(panel);
    expect(found, id).toBe(typeof found === "string" ? text : numberIn(/^[\d,]+/.exec(text)![0]));
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
  }
}

/** buttons are those that open a figure on a screen itself, beside the strip and the last line. */
const buttons = (within: Locator) =>
  within.getByRole("button", { name: opening }).evaluateAll((all) => all.filter((b) => !b.closest("nav")).map((b) => b.id));

test("every number of the breakdown opens", async () => {
  const { page } = desk;
  await desk.go("breakdown");
  const main = page.getByRole("main");
  const ids = await buttons(main);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ["main-rate", "main-persons-further_submissions", "checks-check/2/left", "checks-2-right-submissions", "sensitivity-attended-75%"]) expect(ids).toContain(id);
  // A nought opens an empty list, with what would be in it; of many some stand for all.
  const noughts = await main.getByRole("button", { name: /^0: .*\. Show who$/ }).evaluateAll((all) => all.map((b) => b.id));
  expect(noughts.length).toBeGreaterThan(10);
  await walk([...ids.filter((id) => !noughts.includes(id)), ...noughts.filter((_, i) => i % 20 === 0)]);
});

test("every number in a chart's table opens", async () => {
  const { page } = desk;
  for (const chart of await page.getByRole("figure").all()) {
    await chart.getByRole("radio", { name: words.breakdown.table }).check({ force: true });
    const ids = await buttons(chart);
    expect(ids.length).toBeGreaterThan(5);
    // Of the minutes some stand for all.
    await walk(ids.length > 60 ? [ids[0]!, ids[59]!, ids.at(-1)!] : ids);
  }
});

test("a part of a sum leads to its people and back to the sum", async () => {
  const { page } = desk;
  await page.locator("[id='main-rate']").click();
  const terms = page.getByRole("table", { name: w.terms });
  await terms.getByRole("button").first().click();
  await page.getByRole("grid", { name: w.peopleLabel }).getByRole("gridcell").first().waitFor();
  await desk.button(w.back(words.figures.rate)).click();
  await terms.waitFor();
  await page.keyboard.press("Escape");
});

test("persons and further submissions add up to the submissions where people register", async () => {
  const { page } = desk;
  await desk.go("registrations");
  const part = async (figure: string) => numberIn(await page.locator(`#sum-${figure}`).textContent());
  expect((await part("persons")) + (await part("further_submissions"))).toBe(await part("submissions"));
  await walk(["sum-persons", "sum-further_submissions", "sum-submissions", "seats-seats_taken"]);
});

test("those who joined, and the people of each file, open", async () => {
  await desk.go("attendance");
  const ids = await buttons(desk.page.getByRole("main"));
  expect(ids.length).toBe(4);
  await walk(ids);
});

test("whoever waits opens from the strip, the last line and the first screen", async () => {
  const { page } = desk;
  const waits = words.stages.matter("unknown", 8);
  const title = words.figures.describe("joined/unknown//", { sectors: [{ code: "unknown", name: "Unknown" }], beneficiaries: [] }).title;
  const panel = page.locator(".drawer");
  for (const step of ["match", "sectors", "outline", "report", "registrations"] as const) {
    await desk.go(step);
    await walk(["stage-joined/unknown//"]);
    if (step === "sectors") await walk(["next-joined/unknown//"]);
  }
  await page.goto(`${desk.program.origin}/#/`);
  await page.getByRole("main").getByRole("link", { name: waits }).click();
  expect(await opened(panel)).toBe(8);
  await desk.heading(words.sectors.title).waitFor();
  await panel.getByRole("gridcell").first().click();
  await desk.button(w.back(title)).waitFor();
  expect(await page.locator(".drawer").count()).toBe(1);
  await desk.picture("waits-sectors");
  await page.keyboard.press("Escape");
});

test("times are written in one way, with their zone", async () => {
  const { page } = desk;
  await desk.go("attendance");
  await page.getByText(/\d{4}, \d\d:\d\d \(Europe\/Bucharest\)/).filter({ visible: true }).first().waitFor();
  expect(await page.locator("body").innerText()).not.toContain("(UTC)");
  await desk.go("outline");
  await desk.button(words.outline.edit(words.outline.field("title").label)).click();
  await page.getByRole("textbox").first().press("End");
  await page.keyboard.type(" again");
  await page.keyboard.press("Enter");
  await page.getByText(/saved \d\d:\d\d \(Europe\/Bucharest\)/).waitFor();
});
