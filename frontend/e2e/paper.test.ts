// What leaves the screen and what leads on: the palette, charts as files, paper, and the next step.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations, textOf } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ colorScheme: "dark", permissions: ["clipboard-read", "clipboard-write"] });
  await desk.sampled();
});
afterEach(async ({ task }) => {
  await desk.after(task);
  await desk.page.keyboard.press("Escape");
});
afterAll(() => desk.close());

const options = () => desk.page.getByRole("option");

/** palette opens the palette and looks for a text. */
async function palette(text: string): Promise<void> {
  await desk.page.keyboard.press("Control+k");
  await options().first().waitFor();
  await desk.page.keyboard.type(text);
}

/** printed prints the screen by its key and gives the sheets. */
async function printed(): Promise<{ text: string; pages: number }> {
  const { page } = desk;
  await page.evaluate(() => {
    const print = new Promise<void>((resolve) => (window.print = resolve));
    Object.assign(window, { asked: () => print });
  });
  await page.keyboard.press("Control+p");
  await page.evaluate(() => (window as unknown as { asked: () => Promise<void> }).asked());
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return { text: textOf(pdf), pages: textOf(pdf).split("\f").length - 1 };
}

test("the palette lists what can be done, with its key, and says why something cannot", async () => {
  const { page } = desk;
  await desk.go("registrations");
  await page.keyboard.press("Control+k");
  const named = (name: string | RegExp) => page.getByRole("option", { name });
  for (const command of [words.imports.command, words.registrations.add, words.report.savePDF.internal, words.report.finalise.internal, words.home.newFromOutline]) {
    await named(command).waitFor();
  }
  await named(`${words.shell.printCommand} Ctrl+P`).waitFor();
  await named(`${words.shell.undo} Ctrl+Z`).waitFor();
  await named(words.outline.moveCommands.closed!).waitFor();
  const off = named(new RegExp(words.registrations.confirmAll));
  expect(await off.getAttribute("aria-disabled")).toBe("true");
  expect(await off.getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Enter");
  await page.locator("[aria-live]").getByText(words.registrations.nobodyLeft).waitFor({ state: "attached" });
  await page.getByRole("dialog").waitFor(); // it did nothing, and stays
  await page.keyboard.press("Escape");
});

test("the palette finds people and opens what is known of them", async () => {
  const { page } = desk;
  await desk.go("match");
  const row = page.getByRole("grid", { name: words.match.list }).getByRole("row").nth(1);
  const name = await row.getByRole("gridcell").first().innerText();
  await desk.go("breakdown");
  await palette(name);
  await page.getByRole("option", { name }).first().waitFor();
  await page.keyboard.press("Enter");
  await desk.drawer(name).getByRole("table", { name: words.evidence.rows }).getByText(/, line \d+/).first().waitFor();
  await desk.heading(words.steps.breakdown).waitFor(); // where the officer was
  await page.keyboard.press("Escape");

  await desk.go("home");
  await palette(name);
  await page.getByRole("option", { name }).first().click();
  await desk.drawer(name).waitFor();
  await page.getByRole("heading", { level: 1, name: words.match.title }).waitFor();
  await page.keyboard.press("Escape");
});

test("the palette goes into a section of the report, and says where nothing is found", async () => {
  const { page } = desk;
  await desk.go("outline");
  await palette("conclusions");
  await page.getByRole("option", { name: /conclusions/i }).first().waitFor();
  await page.keyboard.press("Enter");
  await desk.heading(words.steps.report).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("text-conclusions");

  await palette("zzqq");
  await page.getByRole("dialog").getByText(words.shell.searchNoneHint).waitFor();
  await page.keyboard.press("Escape");
});

test("a command of another screen is done there", async () => {
  const { page } = desk;
  await desk.go("outline");
  await palette("finalise internal copy");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: words.report.finaliseTitle.internal }).waitFor();
  await page.keyboard.press("Escape");
  await desk.heading(words.steps.report).waitFor();
});

test("a chart is saved as PNG, SVG and CSV, and its numbers are copied", async () => {
  const { page } = desk;
  await desk.go("breakdown");
  const card = page.getByRole("figure").filter({ hasText: "country/area and declared sex" });
  await card.scrollIntoViewIfNeeded();
  const heading = await card.getByRole("heading").innerText();
  expect(heading).toMatch(/\d/); // the title states what is found
  const save = (kind: string) => desk.saved(() => card.getByRole("button", { name: new RegExp(`as ${kind}$`) }).click());

  const svg = await save(words.breakdown.svg);
  const [, width, height] = /^<svg[^>]*\swidth="(\d+)"\sheight="(\d+)"/.exec(svg.data.toString())!.map(Number) as [number, number, number];
  expect(svg.data.toString()).toContain("* This designation is without prejudice");
  const png = await save(words.breakdown.png);
  expect(png.name).toMatch(/\.png$/);
  expect([...png.data.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([png.data.readUInt32BE(16), png.data.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  const csv = await save(words.breakdown.csv);
  expect(csv.data.toString()).toMatch(/^Country\/area,/);

  await card.getByRole("button", { name: /^Copy the numbers/ }).click();
  await desk.said(/are on the clipboard/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll("\r", "").replaceAll("\t", ",").trim()).toBe(csv.data.toString().replaceAll("\r", "").trim());
});

test("numbers are copied without a clipboard of the page, too", async () => {
  const { page } = desk;
  await page.evaluate(() => navigator.clipboard.writeText("before"));
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await page.getByRole("button", { name: words.breakdown.copyTable("From registration to attendance") }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("Confirmed\t300");
});

test("a list is printed whole, light, under the webinar and with a word for its names", async () => {
  const { page } = desk;
  await desk.go("registrations");
  const list = page.getByRole("grid", { name: words.registrations.list });
  await list.focus();
  await page.keyboard.press("End");
  const last = list.getByRole("row").last().getByText(/@/);
  await expect.poll(() => list.getByRole("row").last().getAttribute("aria-rowindex")).toBe("331");
  const mail = await last.innerText();
  await page.keyboard.press("Home");
  await expect.poll(() => last.innerText()).not.toBe(mail);

  const { text, pages } = await printed();
  expect(pages).toBeGreaterThan(5);
  expect(text.replaceAll(/\s/g, "")).toContain(mail.replaceAll(/\s/g, "").slice(0, 12));
  for (const sheet of text.split("\f")) if (/ Website /.test(sheet)) expect(sheet).toContain(words.registrations.columns.source);
  expect(text).toContain(words.shell.printNames);
  expect(text).toContain("28 May 2020, 14:00 (Europe/Bucharest)");
  expect(text).toContain("* This designation is without prejudice");
  expect(text).not.toContain(words.registrations.search); // nothing of the screen's controls
  await page.emulateMedia({ media: "print" });
  const [paper, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
  await page.emulateMedia({ media: null });
  expect(paper).toBe("rgba(0, 0, 0, 0)");
  expect(ink).toBe("rgb(29, 28, 26)");
});

for (const [step, rows] of [["match", 198], ["sectors", 192]] as const) {
  test(`the list of the screen ${step} is printed whole`, async () => {
    await desk.go(step);
    const { text } = await printed();
    expect(text).toContain(words.shell.printNames);
    await expect.poll(() => desk.page.locator("table.print-only").count()).toBe(0); // it goes when paper is done
    await desk.page.evaluate(() => (window.print = () => undefined));
    await desk.page.keyboard.press("Control+p");
    await expect.poll(() => desk.page.locator("table.print-only tbody tr").count()).toBe(rows);
    await desk.page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  });
}

test("the breakdown is printed with every chart drawn", async () => {
  await desk.go("breakdown");
  const { text } = await printed();
  for (const bar of ["314 (330 submissions)", "Most at once: 178", "71 (42.8", "Not stated"]) expect(text).toContain(bar);
  expect(text).not.toContain(words.shell.printNames);
});

test("each screen leads on to the next", async () => {
  const { page } = desk;
  const next = page.getByRole("navigation", { name: words.shell.next });
  await desk.go("home");
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.button(words.outline.download).waitFor();
  await next.getByRole("link", { name: words.stages.lead("registrations", "no_registrations", "") }).click();

  await desk.hand(registrations, () => desk.button(words.imports.choose).click());
  await desk.heading(words.imports.assumed).waitFor();
  await page.getByText(`Europe/Bucharest: ${words.imports.zoneBecause("webinar")}`).waitFor();
  await page.getByRole("combobox", { name: words.imports.zone }).fill("Europe/Paris");
  await desk.button(words.imports.planAgain).click();
  await page.getByText(`Europe/Paris: ${words.imports.zoneBecause("option")}`).waitFor();
  await page.getByRole("combobox", { name: words.imports.zone }).fill("");
  await desk.button(words.imports.planAgain).click();
  await page.getByText(`Europe/Bucharest: ${words.imports.zoneBecause("webinar")}`).waitFor();
  await desk.button(words.imports.commit(330)).click();
  await next.getByText(words.shell.waitsHere(words.stages.matter("submitted", 304))).waitFor();
  await desk.button(words.registrations.confirmAll).click();
  await desk.button(words.registrations.confirmAll).waitFor({ state: "detached" }); // nobody is left
  expect(await next.innerText()).not.toContain("Here");
  await next.getByRole("link", { name: words.stages.lead("attendance", "no_attendance", "") }).click();

  await desk.hand(attendance, () => desk.button(words.imports.choose).click());
  await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  await next.getByRole("link", { name: words.stages.lead("match", "open", words.stages.matter("open", 2)) }).waitFor();

  // Nobody said yet that it was held.
  const strip = page.getByRole("navigation", { name: words.shell.stages });
  await strip.getByText(words.stages.matter("not_held", 1)).click();
  await page.getByText(words.outline.notHeld).waitFor();
  await desk.go("report");
  await page.getByText(/is not marked as held/).waitFor();
  const open = words.figures.describe("joined_open", { sectors: [], beneficiaries: [] }).title;
  await desk.button(words.figures.opens(words.report.who, open)).click();
  await desk.drawer(open).getByText(words.evidence.people(2)).waitFor();
  await page.keyboard.press("Escape");
  await desk.go("outline");
  await desk.button(words.outline.moves.held!).click();
  await page.getByText(words.outline.notHeld).waitFor({ state: "detached" });
  await desk.go("match");
  await next.getByRole("link").waitFor();
});
