// Names that try to be something else, on every screen, panel and tooltip: text, and nothing but text.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk, screens, textOf } from "./desk";
import { hostileAttendance, hostileOutline, hostileRegistrations, names } from "./hostile";
import { full, tour } from "./look";

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

/**
 * bare is a name as far as it must be seen in every list: without signs that turn the writing or have no width, written out
 * or not, and composed. The last bracket of a Zoom name is the original name, and no part of the one shown.
 */
const bare = (text: string) =>
  text
    .replace(/⟨U\+[0-9A-F]+⟩/g, "")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replace(/\([^()]*\)/g, "")
    .normalize("NFC")
    .replace(/\s+/g, " ");

/** shown is all the text of the page, for the eye or a reader of the screen. */
const shown = async () => bare(await desk.page.evaluate(() => document.body.textContent ?? ""));

async function read(count: number): Promise<void> {
  await desk.page.getByRole("button", { name: words.imports.commit(count) }).click();
  await desk.said(words.imports.done(count));
}

test("hostile papers are imported as they are", async () => {
  const { page } = desk;
  await desk.hand(hostileOutline, () => desk.button(words.home.newFromOutline).click());
  await page.getByRole("heading", { level: 1, name: "</script><script>window.harmed=10</script>" }).waitFor();

  await desk.go("registrations");
  await desk.hand(hostileRegistrations, () => desk.button(words.imports.choose).click());
  await page.getByRole("article", { name: hostileRegistrations.name }).waitFor();
  await read(names.length);
  await desk.button(words.registrations.confirmAll).click();
  await desk.said(new RegExp(`^${names.length} confirmed`));

  await desk.go("attendance");
  await desk.hand(hostileAttendance, () => desk.button(words.imports.choose).click());
  await page.getByRole("article", { name: hostileAttendance.name }).waitFor();
  await read(2 * names.length);
});

test("each name is shown as text where people are listed", async () => {
  const { page } = desk;
  for (const [step, list] of [["registrations", words.registrations.list], ["match", words.match.list], ["sectors", words.sectors.list]] as const) {
    await desk.go(step);
    const missing = new Set(names);
    const grid = page.getByRole("grid", { name: list });
    await grid.getByRole("gridcell").first().waitFor();
    await grid.focus();
    // The list holds what is in view: it is gone through page by page.
    for (let pages = 0; missing.size && pages < 20; pages++) {
      await desk.settled();
      const text = await shown();
      for (const name of missing) if (text.includes(bare(name))) missing.delete(name);
      await page.keyboard.press("PageDown");
    }
    expect([...missing], step).toEqual([]);
    expect(await page.evaluate(() => /[\u202A-\u202E\u2066-\u2069]/.test(document.querySelector("[role=grid]")!.textContent!)), step).toBe(false);
    await desk.unharmed();
  }
});

/** turning finds signs that turn the writing in what is shown, but for those that keep a name to itself in a sentence. */
const turning = () => desk.page.evaluate(() => /[\u202A-\u202E\u2066\u2067\u200B\u200E\u200F\uFEFF]/.test(document.body.innerText));

test("signs that show nothing are written out, and brackets that are no remark stay", async () => {
  const { page } = desk;
  for (const [step, list, search] of [
    ["registrations", words.registrations.list, words.registrations.search],
    ["match", words.match.list, words.match.search],
    ["sectors", words.sectors.list, words.sectors.search],
  ] as const) {
    await desk.go(step);
    const grid = page.getByRole("grid", { name: list });
    const find = async (text: string, shown: string) => {
      await page.getByRole("searchbox", { name: search }).fill(text);
      await grid.getByRole("gridcell").getByText(shown, { exact: false }).first().waitFor();
    };
    await find("moc", "Ana⟨U+202E⟩moc.live⟨U+202C⟩");
    await find("Jovan", "⟨U+2066⟩Jo⟨U+200B⟩van⟨U+2069⟩");
    await find("Ayşe", "Ayşe 👩🏽‍💻🇪🇺");
    await find("SUM", "@SUM(1+1)");
    expect(await turning(), step).toBe(false);
    await find("moc", "⟨U+202E⟩");
    // A joiner at work in an emoji has no mark.
    expect(await grid.textContent()).not.toContain("⟨U+200D⟩");
    await grid.getByRole("row").nth(1).click();
    await page.locator(".drawer h2").getByText("⟨U+202E⟩").waitFor();
    await desk.settled();
    expect(await turning(), `${step}, panel`).toBe(false);
    if (step === "match") await page.locator(".drawer").getByText(words.evidence.signs).first().waitFor();
    await page.keyboard.press("Escape");
  }
});

test("nothing happens on any screen, panel or tooltip", async () => {
  const { page } = desk;
  await desk.go("outline");
  await tour(desk, full.slice(2), async (name) => {
    await desk.unharmed();
    await desk.picture(`hostile ${name}`.replaceAll(" ", "-"));
  });

  await desk.go("breakdown");
  const charts = page.getByRole("figure");
  expect(await charts.count()).toBeGreaterThan(3);
  let tooltips = 0;
  for (const chart of await charts.all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.getByRole("img").locator("path").first().waitFor({ state: "attached" });
    const box = (await chart.boundingBox())!;
    for (let x = 0.05; x < 1; x += 0.1) {
      for (let y = 0.1; y < 1; y += 0.2) await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
      tooltips += await chart.evaluate((at) => [...at.querySelectorAll("div")].filter((d) => d.style.position === "absolute" && d.textContent).length);
    }
    await desk.unharmed();
  }
  expect(tooltips).toBeGreaterThan(0);
});

test("the report and its annex hold the names as text", async () => {
  await desk.go("report");
  const pdf = await desk.saved(() => desk.button(words.report.savePDF.internal).click());
  expect(textOf(pdf.data)).toContain("window.harmed");
  for (const door of ["/JavaScript", "/JS", "/Launch", "/OpenAction", "/EmbeddedFile"]) expect(pdf.data.includes(door), door).toBe(false);
  expect(screens.length).toBe(8);
});
