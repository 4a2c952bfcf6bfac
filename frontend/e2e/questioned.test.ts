// What an import will do is said before it is done: what a file is read as is shown with its evidence, can be said otherwise, and is asked where nothing decides; what changes and what is left out.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { attendance, Desk, outline, type Paper } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.heading(/^Online child/).waitFor();
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const choose = (files: Paper | Paper[]) => desk.hand(files, () => desk.button(words.imports.choose).click());
const header = "Serial number,Submission ID,Completed,First name,Last name,E-mail\n";
const list: Paper = { name: "list.csv", data: Buffer.from(`${header}1,901,03/04/2020 14:03,Ana,Alfa,ana@one.example\n2,902,03/04/2020 14:03,Boro,Beta,boro@two.example\n`) };
const region: Paper = {
  name: "region.csv",
  data: Buffer.from(`${header.replaceAll(",", ";")}1;911;28.04.2020 14:03;\xd0or\xf0e;\x8aari\xe6;dj@three.example\n`, "latin1"),
};

test("dates that read both ways are asked about, by keyboard, and then imported", async () => {
  await desk.go("registrations");
  await choose([list, region]);
  await desk.heading(words.imports.planTitle).waitFor();
  await desk.said(words.imports.asks);
  await desk.picture("plan-that-asks");
  expect(await desk.button(/^Import \d/).count()).toBe(0);
  const month = desk.page.getByRole("listitem").filter({ hasText: "4 March 2020" }).getByRole("button");
  await month.focus();
  await desk.page.keyboard.press("Enter");
  await desk.button(words.imports.commit(3)).waitFor();
  await desk.said(words.imports.valueName("date_order", "mdy"));
});

test("the letters that prove an encoding are shown, and another can be said and taken back", async () => {
  const file = desk.page.getByRole("article", { name: region.name });
  await file.getByText("Đorđe").first().waitFor();
  const otherwise = file.getByLabel(words.imports.otherwiseOf(words.imports.assumedNames.encoding!));
  await otherwise.focus();
  await desk.page.keyboard.press("Enter");
  await desk.picture("plan-otherwise");
  await desk.button(words.imports.valueName("encoding", "windows-1252"), file).click();
  await file.getByText("you said so", { exact: false }).first().waitFor();
  await file.getByText("Ðorðe").first().waitFor();
  await otherwise.click();
  await desk.button(words.imports.asFound, file).click();
  await file.getByText("its letters make words").waitFor();
  // A reading that makes nothing of the file is refused, and what was said before stands.
  await file.getByLabel(words.imports.otherwiseOf(words.imports.assumedNames.delimiter!)).click();
  await desk.button(words.imports.valueName("delimiter", "|"), file).click();
  await desk.page.getByRole("main").getByRole("alert").first().waitFor();
  await file.getByText("Đorđe").first().waitFor();
  await desk.button(words.imports.commit(3)).click();
  await desk.said(words.imports.done(3));
});

test("what changes is shown from what to what, and the rows left out can be saved", async () => {
  const edited: Paper = {
    name: "edited.csv",
    data: Buffer.from(`${header}1,901,03/05/2020 10:00,Ana,Alfa-Beta,ana@one.example\n2,902,03/04/2020 14:03,Boro,Beta,boro@two.example\n7,907,03/14/2020 14:03,,,\n`),
  };
  await desk.button(words.registrations.import).click();
  await choose(edited);
  await desk.heading(words.imports.planTitle).waitFor();
  const row = desk.page.getByRole("table", { name: words.imports.changesTitle }).getByRole("row").filter({ hasText: "last name" });
  expect(await row.innerText()).toMatch(/Alfa\s+Alfa-Beta/);
  await desk.picture("plan-changes");
  const saved = await desk.saved(() => desk.button(words.imports.saveLeftOut(1)).click());
  expect(saved.data.toString()).toContain("edited.csv,4,");
  await desk.button(words.imports.commit(1)).click();
  await desk.said(words.imports.done(1));
});

test("a shifted clock is offered its zone, and the very file again is told", async () => {
  await desk.go("attendance");
  await desk.page.getByText(words.imports.options).click();
  await desk.page.getByLabel(words.imports.zone).fill("Europe/London");
  await choose(attendance[0]!);
  await desk.said(words.imports.shifted(2));
  await desk.picture("plan-shift");
  await desk.button(words.imports.takeShift("Etc/GMT-3")).click();
  await desk.button(words.imports.takeShift("Etc/GMT-3")).waitFor({ state: "detached" });
  await desk.said("UTC+3");
  await desk.button(/^Import \d/).click();
  await desk.said(/^Imported: /);
  await desk.page.getByText(words.imports.options).click();
  await choose(attendance[0]!);
  await desk.said(/^This very file was imported on/);
});
