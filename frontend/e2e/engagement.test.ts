// Polls and surveys by mouse and by keyboard: imported, read, said to be before the webinar, linked, and taken back; whatever
// the answers hold.
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { words } from "../src/words/en";
import { Desk, outline } from "./desk";
import { hostileRegistrations, hostileSurveys, names } from "./hostile";

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const w = words.engagement;
const rating = "How well do you know the channels of co-operation?";
const many = 2 * names.length;
const figure = (n: number, of: string) => words.figures.opens(String(n), words.figures.describe(of, { sectors: [], beneficiaries: [] }).title);

/** examined runs axe on what is shown, light and dark. */
async function examined(name: string): Promise<void> {
  const { page } = desk;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
      return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ""}`));
    });
    await desk.picture(`engagement-${name}-${colorScheme}`);
    expect(found, name).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

test("surveys are imported, read and compared by mouse", async () => {
  const { page } = desk;
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await page.getByRole("button", { name: words.outline.download }).waitFor();
  await desk.go("registrations");
  await desk.hand(hostileRegistrations, () => desk.button(words.imports.choose).click());
  await desk.button(words.imports.commit(names.length)).click();
  await desk.said(words.imports.done(names.length));

  await desk.go("engagement");
  await desk.said(w.empty);
  await examined("empty");
  await desk.hand(hostileSurveys, () => desk.button(words.imports.choose).click());
  for (const { name } of hostileSurveys) { // no export that is known: the officer looks at the columns
    const article = page.getByRole("article", { name });
    await article.getByRole("button", { name: words.columns.use }).click();
    await article.getByRole("button", { name: words.columns.change }).waitFor();
  }
  await desk.button(words.imports.commit(many)).waitFor();
  await examined("plan");
  const left = await desk.saved(() => page.getByRole("button", { name: words.imports.saveLeftOut(2) }).click());
  expect(left.data.toString()).toContain("nobody@elsewhere.example");
  await desk.button(words.imports.commit(many)).click();
  await expect.poll(() => desk.heading(w.files).evaluate((h) => h === document.activeElement)).toBe(true);

  // The file does not say when it was: the officer does, and the two are laid side by side.
  expect(await desk.heading(w.compared).count()).toBe(0);
  const phase = page.getByLabel(w.setPhase(hostileSurveys[0]!.name));
  await phase.selectOption("before");
  await desk.button(`${w.save}: ${w.setPhase(hostileSurveys[0]!.name)}`).click();
  await desk.heading(w.compared).waitFor();
  await examined("full");
  const shown = (await page.locator("main").innerText()) ?? "";
  expect(shown).toContain(w.phaseOf.before);

  // Any number opens its answers, and an answer its person.
  await page.getByRole("button", { name: /Gave a higher number/ }).first().click();
  await desk.drawer(/Gave a higher number/).getByRole("listitem").first().waitFor();
  await examined("answers");
  await desk.drawer(/Gave a higher number/).getByRole("button", { name: /^Open / }).first().click();
  await page.locator(".drawer").getByRole("button", { name: /^Back to / }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".drawer").waitFor({ state: "detached" });

  // What was typed is read as text, all of it.
  await page.getByRole("button", { name: w.readOf("What do you expect?") }).first().click();
  await page.locator(".drawer li").nth(names.length - 1).waitFor();
  const typed = (await page.locator(".drawer").textContent()) ?? "";
  for (const text of ["<script>", "=HYPERLINK", "{{constructor"]) expect(typed).toContain(text);
  await page.keyboard.press("Escape");
  await page.locator(".drawer").waitFor({ state: "detached" });
});

/** reach goes on with Tab until the focus is on a control. */
async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  for (let steps = 0; steps < 250; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${control}`);
}

test("a question is linked and taken back by keyboard", async () => {
  const { page } = desk;
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Alt+7");
  await desk.heading(w.title).waitFor();
  await desk.settled();
  const after = page.getByRole("region", { name: w.phaseOf.after });
  const choice = after.getByLabel(w.outcomeOf(rating));
  await reach(choice);
  await page.keyboard.press("ArrowDown");
  await reach(desk.button(`${w.save}: ${w.outcomeOf(rating)}`, after));
  await page.keyboard.press("Enter");
  await desk.said(w.linked);
  await expect.poll(() => choice.inputValue()).toBe("1");
  await reach(desk.button(figure(names.length, "engagement/q/respondents"), after).first());
  await page.keyboard.press("Enter");
  await page.locator(".drawer li").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".drawer").waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await desk.said(words.shell.undone(words.changes["engagement.link"]!));
  await expect.poll(() => choice.inputValue()).toBe("none");
  await page.keyboard.press("Control+z");
  await desk.said(words.shell.undone(words.changes["engagement.phase"]!));
  await expect.poll(() => desk.heading(w.compared).count()).toBe(0);
});

test("the screen holds at 320 pixels", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 320, height: 700 });
  await desk.go("engagement");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await desk.picture("engagement-320");
});
