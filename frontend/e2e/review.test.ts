// The review of doubtful people by keyboard: several people at one connection, many alike at once, contradicting answers;
// whatever is answered, the classes add up to the people.
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk, outline, type Paper } from "./desk";
import { folder, run, start } from "./program";

const w = words.match;
const head = "Serial number,Submission ID,Completed,First name,Last name,E-mail,Organisation,Job title,Country,Sex,How did you submit this registration?";
const people = ["Vera Tesar", "Igor Probny", "Lina Dvorak", "Mira Hlavac", "Petr Svobodny", "Ada Zelen", "Boris Modry"];
const registrations: Paper = {
  name: "website.csv",
  data: Buffer.from(
    [head, ...people.map((name, i) => `${i},${i},2020-05-01 10:0${i}:00,${name.replace(" ", ",")},${name.toLowerCase().replace(" ", ".")}@unit.example,Unit ${i},Judge,Albania,Female,website`)].join("\n"),
  ),
};
const at = (clock: string) => `2020-05-28 ${clock}:00`;
const list = (name: string, rows: [name: string, mail: string, join: string, leave: string][]): Paper => ({
  name,
  data: Buffer.from(["Name,Mail,Joined,Left", ...rows.map(([who, mail, join, leave]) => `${who},${mail},${at(join)},${at(leave)}`)].join("\n")),
});
const telephone: [string, string, string, string][] = [
  ["iPhone", "", "14:00", "14:30"],
  ["iPhone", "", "14:40", "15:50"],
];
const attended = list("list.csv", [
  ["Vera Tesar & Igor Probny", "", "14:00", "15:30"],
  ["Dvorak", "", "14:00", "14:10"],
  ["Hlavac", "", "14:00", "14:20"],
  ["Svobodny", "", "14:00", "15:45"],
  ["Ada Zelen", "ada.zelen@unit.example", "14:00", "15:00"],
  ["Nikdo Neznamy", "", "14:00", "15:00"],
  ...telephone,
]);
// A fuller export: the same telephone was there twice at one time, so it was two.
const fuller = list("fuller.csv", [...telephone, ["iPhone", "", "14:10", "15:00"]]);

let desk: Desk;
let data: string;
beforeAll(async () => {
  data = await folder();
  const papers = [outline, registrations, attended];
  for (const p of papers) writeFileSync(join(data, p.name), p.data);
  const command = async (...args: string[]) => {
    const child = run(data, ...args);
    let said = "";
    child.stdout!.on("data", (text) => (said += text));
    const [status] = (await once(child, "close")) as [number];
    expect([args.slice(0, 2).join(" "), status]).toEqual([args.slice(0, 2).join(" "), 0]);
    return said;
  };
  const { id } = JSON.parse(await command("webinar", "new", join(data, outline.name))) as { id: string };
  await command("registrations", "import", id, join(data, registrations.name), "--yes");
  await command("registrations", "confirm", id, "--all");
  await command("attendance", "import", id, join(data, attended.name), "--map", "full_name=Name,email=Mail,join=Joined,leave=Left", "--yes");
  desk = await Desk.open({}, await start(data));
  await desk.page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await desk.button(words.outline.download).waitFor();
  await desk.go("match");
});
afterEach(({ task }) => desk.after(task));
afterAll(async () => {
  await desk.close();
  await rm(data, { recursive: true, force: true });
});

const review = () => desk.page.getByRole("region", { name: w.review });
const asked = () => review().locator(".attendee .name");
const live = () => desk.page.locator("[aria-live=polite]").allInnerTexts();
const focused = () => review().evaluate((box) => box === document.activeElement);

/** counts reads the classes, and holds that they add up to all. */
async function counts(): Promise<Record<string, number>> {
  const options = await desk.page.getByRole("group", { name: w.filter }).locator("label").allInnerTexts();
  const all = Object.fromEntries(options.map((text) => [text.replace(/\s*\d+$/, "").trim(), Number(/\d+$/.exec(text.trim())?.[0])]));
  const sum = w.states.reduce((n, { label }) => n + all[label]!, 0);
  expect(sum).toBe(all[w.all]);
  return all;
}

/** whole fails when readers of the screen would miss something, in light and in dark. */
async function whole(name: string): Promise<void> {
  const { page } = desk;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
      return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ""}`));
    });
    expect(found).toEqual([]);
    await desk.picture(`review-${name}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

test("who changes the figures most is asked first, and the order is said", async () => {
  await review().getByText(w.order).waitFor();
  const order: string[] = [];
  for (let i = 0; i < 4; i++) {
    order.push(await asked().innerText());
    await desk.page.keyboard.press("s");
    if (i < 3) await expect.poll(() => asked().innerText()).not.toBe(order[i]);
  }
  // The first two attended; the longer presence goes first among those whose answers change as much.
  expect(order).toEqual(["Svobodny", "Vera Tesar & Igor Probny", "Hlavac", "Dvorak"]);
  await desk.button(w.resume).click();
  expect(await counts()).toMatchObject({ [w.all]: 7, Open: 4, Automatic: 1, "Walk-in": 1, Unidentified: 1 });
});

test("a shared connection is split into people by keyboard, each matched, and undone at once", async () => {
  const { page } = desk;
  await page.keyboard.press("s");
  await expect.poll(() => asked().innerText()).toBe("Vera Tesar & Igor Probny");
  await page.keyboard.press("p");
  const form = page.getByRole("form", { name: w.splitTitle });
  const names = form.getByRole("textbox");
  await expect.poll(() => names.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).toEqual(["Vera Tesar", "Igor Probny"]);
  expect(await names.first().evaluate((field) => field === document.activeElement)).toBe(true);
  await whole("split");
  // What is not an answer loses nothing: two people of one name are refused, and stand there.
  await names.nth(1).fill("vera tesar");
  await page.keyboard.press("Enter");
  await form.getByRole("alert").waitFor();
  await names.nth(1).fill("Igor Probny");
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  await desk.said(/is split into 2 people/);
  await expect.poll(focused).toBe(true);
  await expect.poll(counts).toMatchObject({ [w.all]: 8, Open: 3, Automatic: 3 });
  const grid = page.getByRole("grid", { name: w.list });
  expect(await grid.getByText(w.shared, { exact: true }).count()).toBe(2);

  await page.keyboard.press("u");
  await expect.poll(counts).toMatchObject({ [w.all]: 7, Open: 4, Automatic: 1 });
  await expect.poll(focused).toBe(true);
  await page.keyboard.press("p");
  await names.first().waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(counts).toMatchObject({ [w.all]: 8, Open: 3 });

  // In the panel of one of them it is said, and can be taken back there.
  await grid.getByRole("row").filter({ hasText: "Igor Probny" }).first().click();
  const drawer = desk.drawer("Igor Probny");
  await drawer.getByText(w.sharedWith(["Igor Probny", "Vera Tesar"])).or(drawer.getByText(w.sharedWith(["Vera Tesar", "Igor Probny"]))).waitFor();
  await whole("sharer");
  await desk.button(w.unsplit, drawer).click();
  await drawer.waitFor({ state: "detached" });
  await expect.poll(counts).toMatchObject({ [w.all]: 7, Open: 4 });
  await desk.page.keyboard.press("Control+z");
  await expect.poll(counts).toMatchObject({ [w.all]: 8, Open: 3 });
});

test("all like one are answered at once, the list first, and undone at once", async () => {
  const { page } = desk;
  await review().focus();
  await expect.poll(() => asked().innerText()).toBe("Hlavac"); // who was put off comes last, and is among those alike
  await review().getByText(w.alike(3)).waitFor();
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: w.alikeTitle });
  await dialog.getByRole("checkbox").nth(2).waitFor();
  expect(await dialog.getByRole("checkbox", { checked: true }).count()).toBe(3);
  await dialog.getByText("Lina Dvorak").waitFor();
  await whole("alike");
  await dialog.getByRole("checkbox", { name: /Dvorak/ }).uncheck();
  await dialog.getByRole("button", { name: w.alikeDo(2), exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await expect.poll(counts).toMatchObject({ [w.all]: 8, Open: 1, Decided: 2 });
  await expect.poll(() => asked().innerText()).toBe("Dvorak");
  await expect.poll(focused).toBe(true);
  expect((await live()).join(" ")).toContain(w.said.many(2));
  await page.keyboard.press("u");
  await expect.poll(counts).toMatchObject({ [w.all]: 8, Open: 3, Decided: 0 });
});

test("answers that contradict each other come first, and an answer ends it", async () => {
  const { page } = desk;
  const search = page.getByRole("searchbox", { name: w.search });
  const grid = page.getByRole("grid", { name: w.list });
  await search.fill("iPhone");
  await grid.getByRole("row").filter({ hasText: "iPhone" }).first().click();
  await desk.button(w.findLabel, desk.drawer("iPhone")).click();
  await page.keyboard.type("Modry");
  await desk.button(/: Boris Modry$/, desk.drawer("iPhone")).click();
  await desk.drawer("iPhone").getByText("Boris Modry").first().waitFor();
  await page.keyboard.press("Escape");
  await desk.go("attendance");
  await desk.hand(fuller, () => desk.button(words.imports.choose).click());
  await page.getByRole("button", { name: /^Import \d+ rows?$/ }).click();
  await page.getByRole("link", { name: words.attendance.next }).waitFor();
  await desk.go("match");
  await review().getByText(words.evidence.conflict).waitFor();
  expect(await asked().innerText()).toBe("iPhone");
  const before = await counts();
  expect(before[w.conflicts]).toBeGreaterThan(0);
  await review().getByRole("heading", { name: w.whyAnswered }).waitFor();
  await whole("conflict");
  await review().focus();
  await page.keyboard.press("1"); // what was answered before is the first candidate
  await expect.poll(async () => (await counts())[w.conflicts] ?? 0).toBeLessThan(before[w.conflicts]!);
  await page.keyboard.press("u");
  await expect.poll(async () => (await counts())[w.conflicts]).toBe(before[w.conflicts]);
});

test("by words for readers of the screen alone: staff, walk-in, the end", async () => {
  const { page } = desk;
  for (let left = 12; left && !(await review().getByText(w.done, { exact: true }).count()); left--) {
    const putOff = desk.button(w.resume);
    if (await putOff.count()) {
      await putOff.press("Enter");
      await expect.poll(focused).toBe(true);
    }
    const before = await review().innerText();
    await page.keyboard.press(left % 2 ? "n" : "t");
    await expect.poll(() => review().innerText()).not.toBe(before);
    await expect.poll(focused).toBe(true);
    await expect.poll(async () => (await live()).join(" ")).toMatch(/is (a walk-in|staff)\..*(to decide|The last one|Nobody is open)/s);
  }
  await review().getByText(w.done, { exact: true }).waitFor();
  await expect.poll(counts).toMatchObject({ Open: 0 });
  await whole("done");
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
