// Every screen and panel by axe, in light, dark and forced colours: no finding.
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations } from "./desk";
import { closed, empty, full, tour } from "./look";

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const schemes = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced colours", media: { colorScheme: "dark", forcedColors: "active" } },
] as const;

const found: string[] = [];

/** examine runs axe on what is shown, in each of the schemes. Only colours depend on them. */
async function examine(name: string): Promise<void> {
  const { page } = desk;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  for (const scheme of schemes) {
    await page.emulateMedia({ ...scheme.media, reducedMotion: "reduce" });
    const findings = await page.evaluate(async (whole) => {
      const run = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await run.run(document, whole ? {} : { runOnly: ["color-contrast", "link-in-text-block"] });
      return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ""}`));
    }, scheme.name === "light");
    found.push(...findings.map((finding) => `${name}, ${scheme.name}: ${finding}`));
    await desk.picture(`${name} ${scheme.name}`.replaceAll(" ", "-"));
  }
}

test("axe finds nothing on an empty webinar", async () => {
  await examine("first start");
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.page.getByRole("button", { name: words.outline.download }).waitFor();
  await tour(desk, empty, (name) => examine(`empty ${name}`));
  expect(found.splice(0)).toEqual([]);
});

test("axe finds nothing on a full webinar", async () => {
  await desk.go("home");
  await desk.sampled();
  await tour(desk, full, examine);
  expect(found.splice(0)).toEqual([]);
});

test("axe finds nothing on a closed webinar", async () => {
  await desk.go("outline");
  await desk.closed();
  await tour(desk, closed, (name) => examine(`closed ${name}`));
  await desk.button(words.hold.back.held).click();
  await desk.said(words.hold.done.held);
  expect(found.splice(0)).toEqual([]);
});

test("axe finds nothing on plans, problems and questions", async () => {
  const { page } = desk;
  await desk.go("home");
  await desk.webinar({ hasNotText: words.home.sampleMark });
  await desk.go("registrations");
  await desk.hand(outline, () => desk.button(words.imports.choose).click());
  await page.getByRole("button", { name: words.shell.copy, exact: true }).waitFor();
  await examine("a file that is refused");
  await desk.hand(registrations, () => desk.button(words.imports.choose).click());
  await desk.button(words.imports.commit(330)).waitFor();
  await examine("a plan");
  await desk.button(words.imports.behind.opens("330", words.imports.newRows)).click();
  await page.getByRole("grid", { name: words.imports.behind.label }).getByRole("row").nth(5).waitFor();
  await examine("rows of a plan");
  await page.keyboard.press("Escape");
  await desk.button(words.imports.behind.opens("0", words.imports.changedRows)).click();
  await page.getByText(words.imports.behind.none).waitFor();
  await examine("no rows of a plan");
  await page.keyboard.press("Escape");
  await desk.button(words.imports.commit(330)).click();
  await desk.said(words.imports.done(330));
  await desk.go("attendance");
  await desk.hand(attendance, () => desk.button(words.imports.choose).click());
  await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  await page.getByRole("link", { name: words.attendance.next }).click();
  await desk.button(words.match.find).click();
  await examine("the review of matches");
  expect(found.splice(0)).toEqual([]);
});
