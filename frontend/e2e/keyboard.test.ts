// The same job without a mouse: every act is a key on what has the focus.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations, screens, textOf } from "./desk";

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const press = (...keys: string[]) => keys.reduce((done, key) => done.then(() => desk.page.keyboard.press(key)), Promise.resolve());

/** reach goes on with Tab until the focus is on a control: one that Tab never reaches fails. */
async function reach(control: Locator): Promise<void> {
  await control.waitFor();
  for (let steps = 0; steps < 250; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await press("Tab");
  }
  throw new Error(`Tab does not reach ${control}`);
}

/** act reaches a control and presses a key on it. */
async function act(control: Locator, key = "Enter"): Promise<void> {
  await reach(control);
  await press(key);
}

/** go opens a screen by its number. */
async function go(step: (typeof screens)[number]): Promise<void> {
  await press(`Alt+${screens.indexOf(step) + 2}`);
  await desk.settled();
}

test("the whole job by keyboard", async () => {
  const { page } = desk;
  await desk.hand(outline, () => act(desk.button(words.home.newFromOutline)));
  await desk.heading(/^Online child/).waitFor();

  // A field is changed in its place, and the change is taken back.
  await act(desk.button(words.outline.edit(words.outline.field("capacity").label)));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("299");
  await press("Enter");
  await desk.said(words.outline.saved(words.outline.field("capacity").label));
  await press("Control+z");
  await desk.said(words.shell.undone(words.changes["webinar.edit"]!));

  await go("registrations");
  await desk.hand(registrations, () => act(desk.button(words.imports.choose)));
  await act(desk.button(words.imports.commit(330)));
  await desk.said(words.imports.done(330));
  await act(desk.button(words.registrations.confirmAll));
  await desk.said("300 confirmed, 4 waiting.");

  // In the list: down, open, close; the focus is in the list again.
  const list = page.getByRole("grid", { name: words.registrations.list });
  await reach(list);
  await press("End", "ArrowUp");
  await expect.poll(() => page.getByRole("row", { name: /@/ }).last().getAttribute("aria-rowindex")).toBe("331");
  await press("Enter");
  await desk.heading(words.registrations.detail.evidence).waitFor();
  await press("Escape");
  await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);

  await go("attendance");
  await desk.hand(attendance, () => act(desk.button(words.imports.choose)));
  await act(page.getByRole("button", { name: /^Import \d+ rows$/ }));
  await act(page.getByRole("link", { name: words.attendance.next }));

  const review = page.getByRole("region", { name: words.match.review });
  await review.getByText(words.match.left(2), { exact: true }).waitFor();
  await reach(review);
  await press("n");
  await review.getByText(words.match.left(1), { exact: true }).waitFor();
  await desk.heading(words.match.title).focus(); // a key meant for no control is meant for the question
  await press("n");
  await review.getByText(words.match.done, { exact: true }).waitFor(); // it is told in the live region too

  await go("breakdown");
  const attended = desk.button(words.figures.opens("166", words.figures.describe("attended", { sectors: [], beneficiaries: [] }).title)).first();
  await act(attended);
  const people = page.getByRole("grid", { name: words.evidence.peopleLabel });
  await reach(people);
  await press("ArrowDown", "Enter");
  await page.getByRole("table", { name: words.evidence.rows }).getByText(/, line \d+/).first().waitFor();
  await page.goBack(); // the keys of the browser's own back do not reach it here
  await expect.poll(() => people.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.goBack();
  await people.waitFor({ state: "detached" });
  await expect.poll(() => attended.evaluate((element) => element === document.activeElement)).toBe(true);

  // The palette opens the report.
  await press("Control+k");
  await page.keyboard.type(words.shell.goTo(words.steps.report));
  await press("Enter");
  await desk.heading(words.steps.report).waitFor();
  await desk.settled();
  const add = page.getByRole("button", { name: new RegExp(`^${words.report.addText}: `) }).first();
  await act(add);
  await page.keyboard.type("Written without a mouse.");
  await press("Tab");
  await page.getByText(/Saved \d\d:\d\d/).waitFor();
  const pdf = await desk.saved(() => act(desk.button(words.report.savePDF.internal)));
  const read = textOf(pdf.data);
  expect(read).toContain("Written without a mouse.");
  expect(read).toMatch(/\b166\b/);

  await reach(page.getByRole("button", { name: words.report.files }));
  await press("Enter");
  const annex = await desk.saved(async () => {
    const item = page.getByRole("menuitem", { name: words.report.saveAnnex.internal });
    await expect.poll(() => item.evaluate((element) => element === document.activeElement)).toBe(true);
    await press("Enter");
  });
  expect(annex.name).toMatch(/\.xlsx$/);

  await press("F1");
  await page.getByRole("dialog", { name: words.help.title }).waitFor();
  await press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await press("Control+z");
  await desk.said(words.shell.undone(words.changes["report.text"]!));
});
