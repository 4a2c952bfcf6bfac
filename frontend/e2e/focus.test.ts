// The focus stays where the officer works: what goes away gives it back.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations, type Paper } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.heading(/^Online child/).waitFor();
  await desk.go("registrations");
  await take(registrations);
  await desk.button(words.registrations.confirmAll).click();
  await desk.said("300 confirmed, 4 waiting.");
  await desk.go("attendance");
  await take(attendance);
  await desk.go("outline");
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

async function take(files: Paper | Paper[]): Promise<void> {
  await desk.hand(files, () => desk.button(words.imports.choose).click());
  await desk.page.getByRole("button", { name: /^Import [\d,]+ rows$/ }).click();
  await desk.said(/^Imported: /);
}

const press = (...keys: string[]) => keys.reduce((done, key) => done.then(() => desk.page.keyboard.press(key)), Promise.resolve());
const has = (control: Locator) => expect.poll(() => control.evaluate((element) => element === document.activeElement));
const holds = (box: Locator) => expect.poll(() => box.evaluate((element) => element.contains(document.activeElement)));
const list = () => desk.page.getByRole("grid", { name: words.registrations.list });

test("a toast that is closed by keyboard gives the focus back", async () => {
  const { label } = words.outline.field("language");
  const edit = desk.button(words.outline.edit(label));
  await edit.focus();
  await press("Enter");
  await desk.page.keyboard.type("Serbian");
  await press("Enter");
  const toast = desk.page.getByRole("region", { name: words.shell.done });
  await toast.waitFor();
  await has(edit).toBe(true);
  await desk.button(words.shell.close, toast).focus();
  await press("Enter");
  await toast.waitFor({ state: "detached" });
  await has(edit).toBe(true);
});

test("Enter on a row that is on its way opens it once it is there", async () => {
  await desk.go("registrations");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await desk.page.route(/\/registrations\?.*offset=[1-9]/, async (route) => {
    await held;
    await route.continue();
  });
  await list().focus();
  await press("End", "Enter");
  await expect.poll(() => list().getAttribute("aria-busy")).toBe("true");
  await has(list()).toBe(true);
  release();
  await desk.heading(words.registrations.detail.evidence).waitFor();
  await press("Escape");
  await has(list()).toBe(true);
  await desk.page.unrouteAll({ behavior: "wait" });
});

test("help that is closed gives the focus back", async () => {
  await list().focus();
  await press("F1");
  await desk.page.getByRole("dialog", { name: words.help.title }).waitFor();
  await press("Escape");
  await has(list()).toBe(true);
});

test("a row that vanished behind its panel gives the focus to the next one", async () => {
  await desk.page.getByRole("radio", { name: new RegExp(`^${words.registrations.state("waiting")}`) }).check({ force: true });
  const rows = list().getByRole("row");
  await expect.poll(() => rows.count()).toBe(1 + 4);
  const names = await rows.allInnerTexts();
  await rows.nth(1).click();
  await desk.button(words.registrations.decline).click();
  await desk.button(words.registrations.declineDo).click();
  await expect.poll(() => rows.count()).toBe(names.length - 1);
  await press("Escape");
  await has(list()).toBe(true);
  const active = await list().getAttribute("aria-activedescendant");
  expect(await desk.page.locator(`[id="${active}"]`).innerText()).toBe(names[2]);
});

test("the focus stays in the review, whoever was decided and by whatever means", async () => {
  await desk.go("match");
  const review = desk.page.getByRole("region", { name: words.match.review });
  const left = async () => Number(/\d+/.exec(await review.getByText(/left|to decide/).first().innerText())![0]);
  await review.focus();
  const before = await left();
  await press("n");
  await expect.poll(left).toBe(before - 1);
  await holds(review).toBe(true);
  for (let n = before - 1; n > 0; n--) {
    await review.getByRole("button", { name: words.match.staff }).click();
    await (n > 1 ? expect.poll(left).toBe(n - 1) : review.getByText(words.match.done, { exact: true }).waitFor());
    await holds(review).toBe(true);
  }
});
