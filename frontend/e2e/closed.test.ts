// A webinar on which the work has ended: it says so, offers only what it takes, and can be taken up again.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk, outline, registrations, screens } from "./desk";

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const reason = `${words.hold.refused.closed} ${words.hold.refusedBack}`;
const notice = () => desk.page.getByText(/^(Closed|Cancelled) since /);

/** heard presses a key in a list and waits until the reason is told aloud; nothing is asked of the program. */
async function heard(list: string, key: string): Promise<void> {
  const writes: string[] = [];
  const watch = (asked: { method(): string; url(): string }) => asked.method() !== "GET" && writes.push(asked.url());
  desk.page.on("request", watch);
  const grid = desk.page.getByRole("grid", { name: list });
  await grid.focus();
  await grid.press(key);
  const told = desk.page.getByRole("region", { name: words.shell.done });
  await told.getByText(reason).waitFor();
  await told.getByRole("button", { name: words.shell.close }).click();
  await told.waitFor({ state: "detached" });
  desk.page.off("request", watch);
  expect(writes).toEqual([]);
}

test("a closed webinar offers what it takes, and opens again from under its texts", async () => {
  const { page } = desk;
  await desk.sampled();
  await desk.closed();
  for (const step of screens) {
    await desk.go(step);
    await notice().waitFor();
    const waits = page.getByRole("navigation", { name: words.shell.stages }).getByRole("listitem");
    expect(await waits.filter({ hasText: words.stages.attention }).count()).toBe(0);
  }

  await desk.go("outline");
  expect(await page.getByRole("button", { name: /^Edit: / }).count()).toBe(0);

  await desk.go("registrations");
  for (const name of [words.registrations.import, words.registrations.add, words.registrations.confirmAll]) expect(await desk.button(name).count()).toBe(0);
  expect(await page.getByRole("checkbox", { name: words.registrations.select }).count()).toBe(0);
  await heard(words.registrations.list, "c");
  await page.getByRole("row").nth(1).click();
  await page.getByRole("heading", { name: words.registrations.detail.why }).waitFor();
  expect(await desk.button(words.registrations.withdraw).count()).toBe(0);
  await page.keyboard.press("Escape");

  await desk.go("attendance");
  expect(await desk.button(words.imports.choose).count()).toBe(0);
  await desk.go("match");
  expect(await page.getByRole("region", { name: words.match.review }).count()).toBe(0);
  await heard(words.match.list, "n");
  await desk.go("sectors");
  await heard(words.sectors.list, "1");

  await desk.go("breakdown");
  await page.getByRole("button", { name: "75\u00a0%" }).click();
  await page.getByText(words.breakdown.tried("75%")).waitFor();
  expect(await desk.button(words.breakdown.keep).count()).toBe(0);

  await desk.go("report");
  const add = page.getByRole("button", { name: new RegExp(`^${words.report.addText}: `) }).first();
  const section = (await add.getAttribute("aria-label"))!.slice(words.report.addText.length + 2);
  await add.click();
  const text = page.getByRole("textbox", { name: words.report.ownText(section) });
  await text.fill("Written after the closing.");
  await text.blur();
  await page.getByText(/Saved \d\d:\d\d/).waitFor();
  await desk.button(words.hold.back.held).click();
  await desk.said(words.hold.done.held);
  await notice().waitFor({ state: "detached" });
  expect(await text.inputValue()).toBe("Written after the closing.");
  await desk.go("registrations");
  await desk.button(words.registrations.add).waitFor();
  await desk.go("outline");
  await desk.button(words.outline.moves["closed"]!).waitFor();
});

test("a final report holds the closing", async () => {
  const { page } = desk;
  await desk.closed();
  await desk.go("report");
  await page.getByText(words.report.copies["donor"]!, { exact: true }).click();
  await desk.button(words.report.finalise.donor).click();
  await page.getByRole("dialog", { name: words.report.finaliseTitle.donor }).getByRole("button", { name: words.report.finaliseNow.donor }).click();
  await desk.said(words.report.finalised(2));
  await page.getByText(words.hold.stands).waitFor();
  expect(await desk.button(words.hold.back.held).count()).toBe(0);
  const kept = await desk.saved(() => page.getByRole("button", { name: /^Save the donor copy, PDF, of/ }).click());
  expect(kept.name).toMatch(/^outcome-report-2020-05-28-.*-final-donor\.pdf$/);
});

test("a cancelled webinar waits for nothing and can be planned again", async () => {
  const { page } = desk;
  await desk.go("home");
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.button(words.outline.moves["cancelled"]!).click();
  const dialog = page.getByRole("dialog", { name: words.outline.moveTitle["cancelled"]! });
  await dialog.getByRole("textbox", { name: words.outline.reason }).fill("the speaker is ill");
  await dialog.getByRole("button", { name: words.outline.moveDo["cancelled"]! }).click();
  await notice().waitFor();
  await page.getByRole("main").getByText(/the speaker is ill$/).first().waitFor();
  const stages = page.getByRole("navigation", { name: words.shell.stages }).getByRole("listitem");
  expect(await stages.filter({ hasText: words.stages.ended }).count()).toBeGreaterThan(4);
  expect(await stages.filter({ hasText: words.stages.blocked }).count()).toBe(0);
  await desk.go("match");
  await page.getByText(words.match.none).waitFor();
  await page.getByRole("region", { name: /^Cancelled since/ }).getByRole("button", { name: words.hold.back.planned }).click();
  await desk.said(words.hold.done.planned);
  await notice().waitFor({ state: "detached" });
});

test("what waits when a webinar is closed is looked at from the question", async () => {
  const { page } = desk;
  await desk.go("home");
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.button(words.outline.download).waitFor();
  await desk.go("registrations");
  await desk.hand(registrations, () => desk.button(words.imports.choose).click());
  await desk.button(words.imports.commit(330)).click();
  await desk.said(words.imports.done(330));
  await desk.go("outline");
  await desk.button(words.outline.moves["held"]!).click();
  const closing = desk.button(words.outline.moves["closed"]!);
  await closing.click();
  const question = page.getByRole("dialog");
  await question.getByRole("textbox").fill("The funds are spent.");
  const waiting = question.getByRole("button", { name: /Leave the question and look$/ }).first();
  await waiting.waitFor();
  await desk.picture("closing");
  await waiting.focus();
  await page.keyboard.press("Enter");
  await question.waitFor({ state: "detached" });
  await page.getByRole("grid").getByRole("row").nth(1).waitFor();
  await page.keyboard.press("Escape");
  await desk.go("outline");
  await closing.click();
  await question.waitFor();
  await page.keyboard.press("Escape");
});
