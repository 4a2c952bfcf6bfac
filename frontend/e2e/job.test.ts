// The whole job by hand, from the outline to the report.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations, textOf } from "./desk";

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

/** shows reads a figure of the breakdown off its button. */
const figure = (name: string, n: number) => desk.button(words.figures.opens(String(n), words.figures.describe(name, { sectors: [], beneficiaries: [] }).title));

test("an officer goes from the outline to the report", async () => {
  const { page } = desk;
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.heading("Online child sexual exploitation and abuse in the context of the COVID-19 pandemic").waitFor();

  await desk.go("registrations");
  await desk.hand(registrations, () => desk.button(words.imports.choose).click());
  await desk.heading(words.imports.planTitle).waitFor();
  await desk.button(words.imports.behind.opens("330", words.imports.newRows)).waitFor();
  await page.getByText("the file does not name one; it is the webinar's").waitFor();
  const next = page.getByRole("navigation", { name: words.shell.next, exact: true });
  await next.getByText(words.shell.waitsHere(words.imports.unconfirmed)).waitFor();
  expect(await next.getByRole("link").count()).toBe(0);
  await desk.button(words.imports.commit(330)).click();
  await desk.said(words.imports.done(330));
  await desk.button(words.registrations.confirmAll).click();
  await desk.said("300 confirmed, 4 waiting.");
  await page.getByText(`300 ${words.registrations.seats(300)}`).waitFor();

  await desk.go("attendance");
  await desk.hand(attendance, () => desk.button(words.imports.choose).click());
  await desk.heading(words.imports.planTitle).waitFor();
  for (const file of attendance) await page.getByRole("article", { name: file.name }).waitFor();
  await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  await page.getByRole("link", { name: words.attendance.next }).click();

  const review = page.getByRole("region", { name: words.match.review });
  const nobody = review.getByRole("button", { name: words.match.nobody });
  for (let left = 2; left; left--) {
    await review.getByText(words.match.left(left), { exact: true }).waitFor();
    await nobody.click();
  }
  await review.getByText(words.match.done, { exact: true }).waitFor(); // it is told in the live region too

  await desk.go("breakdown");
  await figure("attended", 166).first().waitFor();
  for (const [name, n] of Object.entries({ persons: 314, confirmed: 300, joined: 192, no_shows: 122, walk_ins: 8, staff: 6 })) {
    await figure(name, n).first().waitFor();
  }
  await page.getByText(/All \d+ identities hold\./).first().waitFor();

  await figure("walk_ins", 8).first().click();
  const panel = desk.drawer(words.figures.describe("walk_ins", { sectors: [], beneficiaries: [] }).title);
  await panel.getByRole("heading", { name: words.evidence.people(8) }).waitFor();
  const person = panel.getByRole("row").nth(1);
  const name = await person.getByRole("gridcell").first().innerText();
  await person.click();
  const evidence = desk.drawer(name);
  await evidence.getByText(new RegExp(`(${attendance.map((f) => f.name).join("|")}), line \\d+`)).first().waitFor();
  await evidence.getByText(/^[0-9a-f]{64}$/).first().waitFor();
  await page.goBack();
  await panel.getByRole("heading", { name: words.evidence.people(8) }).waitFor();
  await page.goBack();
  await panel.waitFor({ state: "detached" });

  await desk.go("report");
  const add = page.getByRole("button", { name: new RegExp(`^${words.report.addText}: `) }).first();
  const section = (await add.getAttribute("aria-label"))!.slice(words.report.addText.length + 2);
  await add.click();
  const text = page.getByRole("textbox", { name: words.report.ownText(section) });
  await text.fill("The chat was lively to the end.");
  await text.blur();
  await page.getByText(/Saved \d\d:\d\d/).waitFor();

  const pdf = await desk.saved(() => desk.button(words.report.savePDF.internal).click());
  expect(pdf.name).toMatch(/^outcome-report-2020-05-28-online-child-.*-internal-contains-names\.pdf$/);
  await desk.said(words.report.savedCopy("internal")(pdf.name));
  expect(pdf.data.subarray(0, 5).toString()).toBe("%PDF-");
  const read = textOf(pdf.data);
  for (const n of ["166", "192", "300", "314", "122"]) expect(read).toMatch(new RegExp(`\\b${n}\\b`));
  expect(read).toContain("The chat was lively to the end.");

  await page.getByRole("button", { name: words.report.files }).click();
  const annex = await desk.saved(() => page.getByRole("menuitem", { name: words.report.saveAnnex.internal }).click());
  expect(annex.name).toMatch(/^outcome-report-annex-2020-05-28-.*-internal-contains-names\.xlsx$/);
  expect(annex.data.subarray(0, 2).toString()).toBe("PK");

  await page.getByText(words.report.copies["donor"]!, { exact: true }).click();
  const donor = await desk.saved(() => desk.button(words.report.savePDF.donor).click());
  expect(donor.name).toMatch(/^outcome-report-2020-05-28-.*-donor\.pdf$/);
  expect(await desk.button(words.report.savePDF.internal).count()).toBe(0);

  await desk.button(new RegExp(`^${words.shell.undo}`)).first().click();
  await desk.said(words.shell.undone(words.changes["report.text"]!));
  await expect.poll(() => page.getByRole("textbox", { name: words.report.ownText(section) }).inputValue()).toBe("");
  await desk.go("match");
  await desk.button(new RegExp(`^${words.shell.undo}`)).first().click();
  await desk.said(words.shell.undone(words.changes["match.decide"]!));
  await page.getByRole("region", { name: words.match.review }).getByText(words.match.left(1), { exact: true }).waitFor();
});

test("the pages of one copy never stand under the name of the other", async () => {
  const { page } = desk;
  await desk.go("home");
  await desk.sampled();
  await desk.go("report");
  await page.locator("[data-page] canvas").first().waitFor();
  const add = page.getByRole("button", { name: new RegExp(`^${words.report.addText}: `) }).first();
  const section = (await add.getAttribute("aria-label"))!.slice(words.report.addText.length + 2);
  await add.click();
  const text = page.getByRole("textbox", { name: words.report.ownText(section) });
  await text.fill("The office thanks Besa Bajraktari for her question.");
  await text.blur();
  await page.getByText(/Saved \d\d:\d\d/).waitFor();
  await page.getByText(words.report.copies["donor"]!, { exact: true }).click();
  await page.getByRole("alert").getByText(/^The donor copy would hold personal data/).waitFor();
  expect(await page.locator("[data-page]").count()).toBe(0);
  await page.getByText(words.report.copies["internal"]!, { exact: true }).click();
  await page.locator("[data-page] canvas").first().waitFor();
});
