// Sectors and countries/areas by keyboard: what waits stands first, a proposal is accepted, an institution is added and
// taken back, a sector is kept for the organisation.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk } from "./desk";
import { command, folder, sample, start } from "./program";

const w = words.sectors;
const papers = mkdtempSync(join(tmpdir(), "rapporteur-papers-"));
const people = `Serial number,Submission ID,Created,Completed,First name,Last name,E-mail,Organisation,Job title,Country,Sex,How did you submit this registration?,I agree to the rules of engagement
1,101,2020-05-11 11:18:36,2020-05-11 11:18:36,Ana,Perin,ana@mail.example,Osnovni sud u Kotoru,sudija,,,website,Yes
2,102,2020-05-11 11:19:36,2020-05-11 11:19:36,Bor,Kolar,bor@mail.example,Kvarkon Sever,saradnik,Srbija,,website,Yes
3,103,2020-05-11 11:20:36,2020-05-11 11:20:36,Cyr,Molnar,cyr@mail.example,Kvarkon Jug,saradnik,Srbija,,website,Yes
`;
const there = "Name;Mail;There\nAna Perin;ana@mail.example;yes\nBor Kolar;bor@mail.example;yes\nCyr Molnar;cyr@mail.example;yes\n";

let desk: Desk;
beforeAll(async () => {
  const data = await folder();
  const cli = (...args: string[]) => execFileSync(command[0]!, [...command.slice(1), "--data", data, "--json", ...args], { encoding: "utf8" });
  const paper = (name: string, text: string | Buffer) => (writeFileSync(join(papers, name), text), join(papers, name));
  const { id } = JSON.parse(cli("webinar", "new", paper("o.txt", sample("outline-sample.txt")))) as { id: string };
  cli("registrations", "import", id, paper("r.csv", people), "--yes");
  cli("attendance", "import", id, paper("a.csv", there), "--map", "full_name=Name,email=Mail,attended=There", "--yes");
  desk = await Desk.open({}, await start(data));
  await desk.webinar({});
  await desk.go("sectors");
});
afterEach(({ task }) => desk.after(task));
afterAll(async () => {
  await desk.close();
  rmSync(papers, { recursive: true });
});

const grid = () => desk.page.getByRole("grid", { name: w.list });
const row = (name: string) => grid().getByRole("row").filter({ hasText: name });

test("who waits stands first, and a proposal is accepted by a key and taken back", async () => {
  const { page } = desk;
  await row("Bor Kolar").waitFor();
  expect(await grid().getByRole("row").nth(3).innerText()).toContain("Ana Perin");
  expect(await row("Ana Perin").innerText()).toContain(w.country.mark("Montenegro"));
  await page.getByText(w.proposed, { exact: true }).click();
  await row("Bor Kolar").waitFor({ state: "detached" });
  await grid().focus();
  await page.keyboard.press("a");
  await desk.said(w.country.done("Ana Perin", "Montenegro"));
  await desk.said(w.noProposals);
  await page.getByText(w.all, { exact: true }).click();
  expect(await row("Ana Perin").innerText()).toContain(w.country.decidedMark);
  await page.keyboard.press("Control+z");
  await row("Ana Perin").getByText(w.country.mark("Montenegro")).waitFor();
});

test("an institution is added, undone, added and taken back by keyboard", async () => {
  const { page } = desk;
  await desk.button(w.entries.open).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: w.entries.title });
  const text = dialog.getByRole("textbox", { name: w.entries.text, exact: true });
  await text.fill("Kvarkon Sever");
  await page.keyboard.press("Enter");
  await dialog.getByRole("status").getByText(w.entries.added("Kvarkon Sever")).waitFor();
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);
  await desk.button(words.shell.undo, dialog).press("Enter");
  await dialog.getByText(w.entries.none).waitFor();
  await text.fill("Kvarkon Sever");
  await text.press("Enter");
  await desk.button(w.entries.removeOf("Kvarkon Sever"), dialog).waitFor();
  await page.keyboard.press("Escape");
  await row("Bor Kolar").getByText("Judiciary").waitFor();
  await desk.button(w.entries.open).click();
  await desk.button(w.entries.removeOf("Kvarkon Sever"), dialog).press("Enter");
  await dialog.getByRole("status").getByText(w.entries.removed("Kvarkon Sever")).waitFor();
  await page.keyboard.press("Escape");
  await row("Bor Kolar").getByText("Unknown").first().waitFor();
});

test("a sector is kept for the organisation", async () => {
  const { page } = desk;
  await row("Cyr Molnar").click();
  await page.getByRole("radio", { name: "Prosecutors", exact: true }).check();
  await page.getByRole("checkbox", { name: /^Also for everybody of/ }).check();
  await desk.button(w.set).click();
  await desk.said(/kept for the organisation/);
  await page.keyboard.press("Escape");
  await desk.button(w.entries.open).click();
  await page.getByRole("dialog").getByText("Kvarkon Jug").waitFor();
});
