// Whatever is dropped together is one plan: several kinds, an outline among them, a file twice, a table that is pasted; and a
// plan that is left waits for the officer.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { attendance, Desk, outline, registrations } from "./desk";

const poll = {
  name: "poll.csv",
  data: Buffer.from(
    "Poll Report\nReport Generated:,\"May 29, 2020 10:12 AM\"\nTopic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Question\n" +
      "A test,912 3456 7890,\"May 28, 2020 1:44 PM\",142,1\nPoll Details\n#,User Name,User Email,Submitted Date/Time,\n" +
      "1,Ana Alfa,ana@one.example,\"May 28, 2020 15:10:02\",Was it useful?,Yes,\n2,Boro Beta,boro@two.example,\"May 28, 2020 15:10:09\",Was it useful?,No,\n",
  ),
};

let desk: Desk;
beforeAll(async () => void (desk = await Desk.open()));
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

test("files of several kinds are one plan, one change, one undo", async () => {
  const { page } = desk;
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.button(words.outline.download).waitFor();
  await desk.go("registrations");
  await desk.hand([...attendance, poll, outline, registrations, registrations], () => desk.button(words.imports.choose).click());
  await desk.heading(words.imports.planTitle).waitFor();
  await page.getByText(words.imports.together([words.imports.kinds["registrations"]!, words.imports.kinds["attendance"]!, words.imports.kinds["poll"]!])).waitFor();
  await page.getByText(words.imports.apart(outline.name)).waitFor();
  await page.getByText("This file was given twice, byte for byte: it is read once.").waitFor();
  const effects = page.getByRole("region", { name: words.imports.effects });
  const behind = (n: number, what: string) => desk.button(words.imports.behind.opens(String(n), what), effects);
  await behind(314, words.imports.effect.newPersons).waitFor();
  await effects.getByText(words.imports.effect.over(300)).waitFor();
  await behind(4, words.imports.effect.wait).waitFor();
  await effects.getByText("184", { exact: true }).waitFor();
  expect(await page.getByText(words.registrations.none).count()).toBe(0);
  await desk.picture("mixed plan");

  // A number of the plan opens the rows it counts, by the keyboard alone, and the focus comes back to it.
  const waits = behind(4, words.imports.effect.wait);
  await waits.focus();
  await page.keyboard.press("Enter");
  const rows = desk.drawer(words.imports.behind.following(4, words.imports.effect.wait));
  await rows.getByText(/^line \d+ of registrations_website\.csv$/).first().waitFor();
  expect(await rows.getByRole("row").count()).toBe(5);
  await desk.picture("rows of a plan");
  await page.keyboard.press("Escape");
  await rows.waitFor({ state: "detached" });
  expect(await waits.evaluate((button) => button === document.activeElement)).toBe(true);
  const zoom = page.getByRole("article", { name: attendance[0]!.name });
  await zoom.getByRole("button", { name: / left out\. Show the rows$/ }).first().click();
  await page.getByRole("grid", { name: words.imports.behind.label }).getByText(new RegExp(`^line \\d+ of ${attendance[0]!.name}$`)).first().waitFor();
  await page.keyboard.press("Escape");

  // Leaving it loses nothing, and writes nothing.
  await desk.go("outline");
  await page.getByText(words.imports.keptText).waitFor();
  await desk.picture("kept plan");
  await desk.button(words.imports.back).click();
  await desk.heading(words.imports.planTitle).waitFor();
  expect(await page.getByText(words.imports.keptText).count()).toBe(0);

  await page.getByRole("button", { name: /^Import \d+ rows$/ }).click();
  await page.getByText(`0 ${words.registrations.seats(300)}`).waitFor();
  await desk.go("attendance");
  for (const file of attendance) await page.getByRole("heading", { name: file.name }).waitFor();
  await desk.button(new RegExp(`^${words.shell.undo}`)).first().click();
  await desk.said(words.shell.undone(words.changes["files.import"]!));
  await page.getByText(words.attendance.empty).waitFor();
});

test("an outline among other files can become a webinar of its own", async () => {
  const { page } = desk;
  await desk.hand([outline, registrations], () => desk.button(words.imports.choose).click());
  await desk.button(words.imports.toOutline).click();
  await desk.button(words.outline.download).waitFor();
  await page.getByText(words.imports.keptText).waitFor();
  await desk.button(words.imports.leave).click();
  expect(await page.getByText(words.imports.keptText).count()).toBe(0);
});

test("a table is pasted into a field, or onto the screen", async () => {
  const { page } = desk;
  const table = "Ime i prezime\tE-pošta\tPrisutan\nAna Alfa\tana@one.example\tda\nBoro Beta\tboro@two.example\tne\n";
  await desk.go("attendance");
  await desk.button(words.imports.paste).click();
  const dialog = page.getByRole("dialog", { name: words.imports.paste });
  await dialog.getByRole("button", { name: words.imports.pasteRead }).click();
  await dialog.getByText(words.imports.pasteEmpty).waitFor();
  await dialog.getByLabel(words.imports.pasteLabel).fill(table);
  await desk.picture("paste");
  await dialog.getByRole("button", { name: words.imports.pasteRead }).click();
  await desk.heading(words.columns.title).waitFor();
  await page.getByRole("heading", { name: /^pasted table \d+ \p{L}+ \d{4}$/u }).waitFor();
  await desk.picture("pasted columns");
  await desk.button(words.imports.leave).click();

  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, table);
  await desk.heading(words.columns.title).waitFor();
  await desk.button(words.columns.use).click();
  await desk.button(words.imports.commit(1)).click();
  await desk.said(words.imports.done(1));
  await page.getByRole("heading", { name: /^pasted table/ }).waitFor();
});

test("files are dropped on any step", async () => {
  const { page } = desk;
  await desk.go("match");
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "dropped.csv"));
    document.querySelector("main")!.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, registrations.data.toString());
  await desk.heading(words.imports.planTitle).waitFor();
  await page.getByRole("article", { name: "dropped.csv" }).waitFor();
  await desk.button(words.imports.leave).click();
});

test("an import beside a list is over once it is confirmed", async () => {
  const { page } = desk;
  await desk.go("home");
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.button(words.outline.download).waitFor();
  await desk.go("registrations");
  const [header, ...rows] = registrations.data.toString("utf8").trimEnd().split("\n");
  const part = (name: string, from: number, to: number) => ({ name, data: Buffer.from([header, ...rows.slice(from, to)].join("\n")) });
  await desk.hand(part("first.csv", 0, 3), () => desk.button(words.imports.choose).click());
  await desk.button(words.imports.commit(3)).click();
  await desk.said(words.imports.done(3));
  for (const [name, from, to] of [["second.csv", 3, 5], ["third.csv", 5, 9]] as const) {
    await desk.button(words.registrations.import).click();
    await desk.hand(part(name, from, to), () => desk.button(words.imports.choose).click());
    await desk.button(words.imports.commit(to - from)).click();
    await desk.said(words.imports.done(to - from));
    await desk.heading(words.imports.planTitle).waitFor({ state: "detached" });
  }
  await desk.go("outline");
  await desk.button(words.outline.download).waitFor();
  expect(await page.getByText(words.imports.keptText).count()).toBe(0);
});
