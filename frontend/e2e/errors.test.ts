// What goes wrong is said where the officer looks, and nothing is lost.
import { once } from "node:events";
import { rename } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations, screens, type Paper } from "./desk";
import { run } from "./program";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.heading(/^Online child/).waitFor();
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const choose = (files: Paper | Paper[]) => desk.hand(files, () => desk.button(words.imports.choose).click());

/** refused waits for a problem on the screen and gives its words: a sentence, a hint, no trace of the inside. */
async function refused(): Promise<string> {
  const notice = desk.page.getByRole("main").getByRole("alert").first();
  await desk.button(words.shell.copy).first().waitFor();
  const text = await notice.innerText();
  expect(text).not.toMatch(/internal|panic|goroutine|undefined|null|\bat \S+:\d+/i);
  expect(text.split("\n").filter((line) => /[.!?]$/.test(line.trim())).length).toBeGreaterThanOrEqual(2);
  return text;
}

test("a wrong file is refused with its name and a hint", async () => {
  await desk.go("registrations");
  const wrong: Paper[] = [
    outline,
    { name: "empty.csv", data: Buffer.alloc(0) },
    { name: "photo.csv", data: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") },
    { name: "cut.xlsx", data: Buffer.from("504b0304140000000800", "hex") },
    { name: "list.csv", data: Buffer.from("colours\nred\n") }, // of two columns or more it would be asked what they hold
  ];
  for (const file of wrong) {
    await choose(file);
    await expect.poll(async () => (await refused()).includes(file.name), { message: file.name }).toBe(true);
  }
  await desk.page.getByText(words.registrations.none).waitFor();
});

test("a wrong outline makes no webinar", async () => {
  await desk.go("home");
  await desk.hand({ name: "photo.txt", data: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }, () => desk.button(words.home.newFromOutline).click());
  expect(await refused()).toContain("photo.txt");
  expect(await desk.page.getByRole("main").getByRole("listitem").count()).toBe(1);
  await desk.webinar({});
});

test("the same file twice brings nothing new", async () => {
  await desk.go("registrations");
  await choose(registrations);
  await desk.button(words.imports.commit(330)).click();
  await desk.said(words.imports.done(330));
  await desk.button(words.registrations.import).click();
  await choose(registrations);
  await desk.page.getByText(words.imports.nothingNew, { exact: true }).waitFor();
  await desk.page.getByText("330 in the register already").waitFor();
  await desk.button(words.imports.understood, desk.page.getByRole("main")).click();
});

test("attendance among the registrations is named as what it is", async () => {
  await desk.go("registrations");
  await desk.button(words.registrations.import).click();
  await choose(attendance[0]!);
  await desk.page.getByText(words.imports.otherKind(words.imports.kinds.attendance!)).waitFor();
  await desk.button(words.imports.leave).click();
});

test("a change in another window is said, and loaded", async () => {
  await desk.go("outline");
  const mine = desk.page;
  const other = await desk.window(`${desk.program.origin}/${new URL(mine.url()).hash}`);
  await desk.settled(other);
  const change = async (page: Page, field: string, text: string) => {
    const { label } = words.outline.field(field);
    await desk.button(words.outline.edit(label), page).click();
    await page.getByRole("textbox", { name: label }).fill(text);
    await page.keyboard.press("Enter");
    return label;
  };
  const theirs = await change(other, "language", "Serbian");
  await other.getByText(words.outline.saved(theirs)).first().waitFor();
  await change(mine, "capacity", "299");
  const told = mine.getByRole("main").getByRole("alert");
  await told.getByText(/changed in another window/).waitFor();
  await told.getByText(/^changed .*language, \d\d:\d\d, by \w+/i).waitFor();
  // The screen shows at once how things are now, and what was typed is still there.
  await mine.getByText("Serbian", { exact: true }).first().waitFor();
  expect(await mine.getByRole("textbox", { name: words.outline.field("capacity").label }).inputValue()).toBe("299");
  await told.getByRole("button", { name: words.shell.reload }).click();
  await told.waitFor({ state: "detached" });
  const typed = mine.getByRole("textbox", { name: words.outline.field("capacity").label });
  expect(await typed.inputValue()).toBe("299");
  await expect.poll(() => typed.evaluate((element) => element === document.activeElement)).toBe(true);
  await mine.keyboard.press("Enter");
  await mine.getByText(words.outline.saved(words.outline.field("capacity").label)).first().waitFor();
  await other.close();
});

test("a plan that another window overtook is read again", async () => {
  await desk.go("attendance");
  await choose(attendance[0]!);
  await desk.heading(words.imports.planTitle).waitFor();
  const other = await desk.window(`${desk.program.origin}/${new URL(desk.page.url()).hash.replace("attendance", "registrations")}`);
  await other.getByRole("button", { name: new RegExp(`^${words.shell.undo}`) }).first().click();
  await other.getByText(words.shell.undone(words.changes["webinar.edit"]!)).first().waitFor();
  await other.close();
  await desk.page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  const told = desk.page.getByRole("alert");
  await told.getByText(/^undone: changed /).waitFor();
  // Once is enough: the same files are read again, and the new plan waits for its own yes.
  await desk.button(words.shell.reload).click();
  await desk.page.getByText(words.imports.renewed, { exact: true }).first().waitFor();
  await told.waitFor({ state: "detached" });
  await desk.page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  await desk.page.getByRole("link", { name: words.attendance.next }).waitFor();
});

test("a second program on the same data is refused, and says who has it", async () => {
  const second = run(desk.program.data, "serve", "--no-browser");
  let said = "";
  second.stderr!.on("data", (text) => (said += text));
  const [status] = (await once(second, "exit")) as [number];
  expect(status).toBe(1);
  const problem = JSON.parse(said) as { code: string; message: string; hint: string };
  expect(problem.code).toBe("locked");
  expect(problem.message).toMatch(/\w.*\.$/);
  expect(problem.hint).toMatch(/\w.*\.$/);
});

test("an address is good for one browser", async () => {
  const stranger = await desk.browser.newContext();
  const page = await stranger.newPage();
  const answer = await page.goto(desk.program.address);
  expect(answer!.status()).toBe(403);
  await stranger.close();
});

test("a data folder that was taken away is said on every screen, and all goes on once it is back", async () => {
  const { data } = desk.program;
  const gone = desk.page.getByText(/^The data folder is not there any more/);
  await desk.go("outline");
  const { label } = words.outline.field("capacity");
  await desk.button(words.outline.edit(label)).click();
  const typed = desk.page.getByRole("textbox", { name: label });
  await typed.fill("250");
  await rename(data, `${data}-away`);
  try {
    await typed.press("Enter");
    await gone.waitFor();
    await desk.page.getByText(words.problem.goneKept).waitFor();
    await desk.button(words.problem.goneAgain).click(); // not yet
    await gone.waitFor();
    expect(await typed.inputValue()).toBe("250");
    const other = await desk.window();
    for (const name of ["home", ...screens]) {
      await other.goto(`${desk.program.origin}/${new URL(desk.page.url()).hash.replace("outline", name)}`.replace(/#.*home$/, "#/"));
      await other.getByText(/^The data folder is not there any more/).first().waitFor();
      expect(await other.getByText(words.home.empty).count(), name).toBe(0);
    }
    await other.goto(desk.page.url().replace("outline", "registrations"));
    await rename(`${data}-away`, data);
    await other.getByRole("button", { name: words.problem.goneAgain }).click();
    await other.getByRole("grid", { name: words.registrations.list }).getByRole("row").nth(1).waitFor();
    await other.close();
  } finally {
    await rename(`${data}-away`, data).catch(() => undefined); // it is back already
  }
  await typed.press("Enter");
  await desk.said(words.outline.saved(label));
  await gone.waitFor({ state: "detached" });
});

test("a program that stopped is said in a sentence, and what was typed stays", async () => {
  await desk.go("report");
  const add = desk.page.getByRole("button", { name: new RegExp(`^${words.report.addText}: `) }).first();
  await add.click();
  const text = desk.page.getByRole("main").getByRole("textbox").first();
  await desk.program.stop();
  await text.fill("Not lost.");
  await text.blur();
  await desk.page.getByText(words.problem.stopped).first().waitFor();
  await desk.page.getByText(words.problem.stoppedHint).first().waitFor();
  expect(await text.inputValue()).toBe("Not lost.");
});
