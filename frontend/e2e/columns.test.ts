// A table that is no known report: the officer says which column holds what, by mouse and by keyboard.
import axe from "axe-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk, type Paper } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.sampled();
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const w = words.columns;
const list = (name: string, text: string): Paper => ({ name, data: Buffer.from(text) });
const first = list("list.csv", "Lista;;;\nIme i prezime;E-pošta;Napomena;Prisutan\nAna Perin;ana.perin@mail.example;;da\nBor Kolar;bor.kolar@mail.example;late;ne\n");
const next = list("next.csv", "Ime i prezime;E-pošta;Napomena;Prisutan\nCyr Marin;cyr.marin@mail.example;;da\n");
const bare = list("bare.csv", "Dan Toma;dan.toma@mail.example;12 min\nEva Horn;eva.horn@mail.example;1 h 12\n");

const article = (paper: Paper) => desk.page.getByRole("article", { name: paper.name });
const field = (letter: string, title: string) => desk.page.getByRole("combobox", { name: w.fieldOf(letter, title), exact: true });

async function findings(): Promise<string[]> {
  const { page } = desk;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    found.push(
      ...(await page.evaluate(async () => {
        const run = (window as unknown as { axe: typeof axe }).axe;
        const { violations } = await run.run(document);
        return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)} ${n.failureSummary ?? ""}`));
      })),
    );
    await desk.picture(`columns-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

test("the columns are suggested, checked and chosen by mouse", async () => {
  const { page } = desk;
  await desk.go("attendance");
  await desk.hand(first, () => desk.button(words.imports.choose).click());
  await desk.heading(w.title).waitFor();
  expect(await page.getByRole("button", { name: /^Import \d/ }).count()).toBe(0);
  expect(await field("A", "Ime i prezime").inputValue()).toBe("full_name");
  expect(await field("D", "Prisutan").inputValue()).toBe("attended");
  await article(first).getByText("bor.kolar@mail.example", { exact: true }).waitFor();
  expect(await findings()).toEqual([]);

  await field("D", "Prisutan").selectOption("");
  await article(first).getByText(/Nothing says that the people were there/).waitFor();
  await desk.button(w.use).click();
  await desk.heading(w.title).waitFor(); // what lacks blocks
  await desk.picture("columns-lacking");
  await field("C", "Napomena").selectOption("attended");
  await article(first).getByText(w.complete).waitFor();
  await field("D", "Prisutan").selectOption("attended");
  await page.waitForFunction(() => [...document.querySelectorAll("article select")].filter((s) => (s as HTMLSelectElement).value === "attended").length === 1);
  await desk.button(w.use).click();

  await desk.heading(words.imports.planTitle).waitFor();
  await desk.picture("columns-planned");
  await desk.button(words.imports.commit(1)).click();
  await desk.said(words.imports.done(1));
});

test("the choice is known the next time, can be changed, and is forgotten on request", async () => {
  const { page } = desk;
  await desk.hand(next, () => desk.button(words.imports.choose).click());
  await article(next).getByText(/read as you chose them on/).waitFor();
  await desk.picture("columns-remembered");
  await desk.button(w.change).click();
  await desk.heading(w.title).waitFor();
  expect(await field("D", "Prisutan").inputValue()).toBe("attended");
  await desk.button(w.use).click();
  await desk.heading(words.imports.planTitle).waitFor();
  await desk.button(words.imports.leave).click();

  await desk.hand(next, () => desk.button(words.imports.choose).click());
  await desk.button(w.forget).click();
  await desk.said(w.forgotten);
  await desk.heading(w.title).waitFor();
  expect(await page.getByText(/read as you chose them on/).count()).toBe(0);
  await desk.button(words.imports.leave).click();
});

test("a table without titles is mapped by keyboard alone, on a narrow screen", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 320, height: 900 });
  await desk.hand(bare, () => desk.button(words.imports.choose).press("Enter"));
  await desk.heading(w.title).waitFor();
  expect(await desk.heading(w.title).evaluate((h) => h === document.activeElement)).toBe(true);
  await desk.picture("columns-320");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  const header = page.getByRole("combobox", { name: w.header });
  expect(await header.inputValue()).toBe("0");
  /** reach goes on by the tabulator until the focus is there. */
  const reach = async (name: string) => {
    for (let keys = 0; keys < 30; keys++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        return (one as HTMLSelectElement).labels?.[0]?.textContent ?? one.textContent ?? "";
      });
      if (at.trim() === name) return;
    }
    throw new Error(`${name} is not reached`);
  };
  await reach(w.fieldOf("A", ""));
  await page.keyboard.press("Home"); // not used
  await article(bare).getByText(w.complete).waitFor(); // the address names the people
  await page.waitForFunction(() => document.querySelectorAll("tr.used").length === 2);
  expect(await field("A", "").evaluate((s) => s === document.activeElement)).toBe(true);
  await page.keyboard.type("Full");
  await page.waitForFunction(() => document.querySelectorAll("tr.used").length === 3);
  await reach(w.use);
  await page.keyboard.press("Enter");
  await desk.heading(words.imports.planTitle).waitFor();
  await desk.button(words.imports.commit(2)).press("Enter");
  await desk.said(words.imports.done(2));
});

test("a recognised report can be mapped too, and read as it was recognised", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 1280, height: 900 });
  const zoom = list("participants_9.csv", "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nFin Sand,fin.sand@mail.example,05/28/2020 02:00:00 PM,05/28/2020 03:00:00 PM,60,Yes\n");
  await desk.hand(zoom, () => desk.button(words.imports.choose).click());
  await desk.button(w.choose).click();
  await desk.heading(w.title).waitFor();
  expect(await field("C", "Join Time").inputValue()).toBe("join");
  await desk.button(w.asRecognised).click();
  await article(zoom).getByText("Zoom meeting participants", { exact: true }).waitFor();
  await desk.button(words.imports.leave).click();
});

const survey = list("survey.csv", "Ko ste?;Adresa;Koliko je bilo korisno?;Napomena\nAna Perin;ana.perin@mail.example;5;Hvala lijepo\nBor Kolar;bor.kolar@mail.example;4;\nCyr Marin;;4;Više vremena\n");

test("answers of an unknown export are mapped: questions, who answered, and when", async () => {
  const { page } = desk;
  await desk.go("engagement");
  await desk.hand(survey, () => desk.button(words.imports.choose).click());
  await desk.heading(w.title).waitFor();
  expect(await page.getByRole("combobox", { name: w.kind }).inputValue()).toBe("survey");
  const question = w.fields("question", "survey");
  for (const [letter, title, chosen] of [["A", "Ko ste?", "full_name"], ["B", "Adresa", "email"], ["C", "Koliko je bilo korisno?", "question"], ["D", "Napomena", "question"]] as const)
    expect(await field(letter, title).inputValue(), title).toBe(chosen);
  expect(await findings()).toEqual([]);
  await desk.picture("columns-answers");

  // Without a question it cannot be used; without a person it is anonymous.
  await field("C", "Koliko je bilo korisno?").selectOption("");
  await field("D", "Napomena").selectOption("");
  await article(survey).getByText(/No column is chosen as a question/).waitFor();
  await field("C", "Koliko je bilo korisno?").selectOption({ label: question });
  await field("D", "Napomena").selectOption({ label: question });
  await page.waitForFunction(() => [...document.querySelectorAll("article select")].filter((s) => (s as HTMLSelectElement).value === "question").length === 2);
  await field("A", "Ko ste?").selectOption("");
  await field("B", "Adresa").selectOption("");
  await page.waitForFunction(() => document.querySelectorAll("tr.used").length === 2);
  await desk.button(w.use).click();
  await desk.heading(words.imports.planTitle).waitFor();
  await article(survey).getByText(/every answer is anonymous/).waitFor();

  await article(survey).getByLabel(words.imports.otherwiseOf(words.imports.assumedNames.phase!)).click();
  await article(survey).getByRole("button", { name: words.imports.valueName("phase", "before"), exact: true }).click();
  await article(survey).getByText("you said so").waitFor();
  await desk.picture("columns-answers-planned");
  await desk.button(words.imports.commit(3)).click();
  await desk.said(words.imports.done(3));
  await page.getByRole("region", { name: words.engagement.phaseOf.before! }).getByText("Koliko je bilo korisno?", { exact: true }).first().waitFor();
});
