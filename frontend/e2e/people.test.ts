// The people of all webinars: who is one person, by mouse and by keyboard; the figures of a period; everything held; what is
// remembered.
import axe from "axe-core";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk } from "./desk";
import { folder, run, sample, start } from "./program";

const w = words.people;
let desk: Desk;
let data: string;

async function command(...args: string[]): Promise<string> {
  const child = run(data, ...args);
  let out = "";
  let complained = "";
  child.stdout!.on("data", (text) => (out += text));
  child.stderr!.on("data", (text) => (complained += text));
  const [status] = (await once(child, "close")) as [number];
  if (status !== 0) throw new Error(`${args.join(" ")}: ${complained}`);
  return out;
}

const form = "Given,Family,Mail,Office,Country,When";
const registered = {
  May: [
    "Mira,Lovren,mira@court.example,Basic Court,Albania,2020-05-10 10:00:00",
    "Petar,Dragas,petar@police.example,Cybercrime Unit,Serbia,2020-05-10 11:00:00",
    "Lea,Horvat,lea@ministry.example,Ministry of Justice,Montenegro,2020-05-10 12:00:00",
  ],
  November: [
    "Mira,LOVREN,Mira@court.example,High Court,Albania,2020-10-10 10:00:00",
    "Petar,Dragas,pd@mail.example,cybercrime unit,Serbia,2020-10-10 11:00:00",
    "Lea,Horvat,lh@mail.example,Regulator,Montenegro,2020-10-10 12:00:00",
    "Drita,Gashi,drita@prosecution.example,State Prosecution,Kosovo,2020-10-10 12:00:00",
  ],
};
const came = {
  May: ["Mira Lovren,mira@court.example", "P. D.,private@home.example", "Lea Horvat,lea@ministry.example"],
  November: ["Mira Lovren,mira@court.example", "P. D.,private@home.example", "Lea Horvat,lh@mail.example", "Drita Gashi,drita@prosecution.example", "Zoran Pavle,zp@mail.example"],
};

/** webinar makes one of a month, with its people. */
async function webinar(month: "May" | "November", number: string): Promise<string> {
  const file = (name: string, text: string) => (writeFileSync(join(data, name), text), join(data, name));
  const page = sample("outline-sample.txt").toString().replace("28 May 2020", `28 ${month} 2020`).replace("Online child", month === "May" ? "Online child" : "Second: online child");
  const { id } = JSON.parse(await command("webinar", "new", file(`${month}.txt`, page))) as { id: string };
  const columns = "first_name=Given,last_name=Family,email=Mail,organisation=Office,country=Country,submitted=When";
  await command("registrations", "import", id, file(`reg${month}.csv`, [form, ...registered[month]].join("\n")), "--map", columns, "--source", "website", "--yes");
  await command("registrations", "confirm", id, "--all");
  const rows = came[month].map((row) => `${row},2020-${number}-28 14:00:00,2020-${number}-28 16:00:00`);
  await command("attendance", "import", id, file(`att${month}.csv`, ["Name,Address,In,Out", ...rows].join("\n")), "--map", "full_name=Name,email=Address,join=In,leave=Out", "--zone", "Europe/Bucharest", "--yes");
  return id;
}

beforeAll(async () => {
  data = await folder();
  const first = await webinar("May", "05");
  const list = JSON.parse(await command("registrations", "list", first)) as { id: string; first_name: string }[];
  const { participants } = JSON.parse(await command("match", first)) as { participants: { id: string; name: string }[] };
  await command("match", "decide", first, participants.find((p) => p.name === "P. D.")!.id, list.find((r) => r.first_name === "Petar")!.id, "--reason", "he said so");
  await webinar("November", "11");
  desk = await Desk.open({}, await start(data));
}, 120_000);
afterEach(({ task }) => desk.after(task));
afterAll(async () => {
  await desk.close();
  await rm(data, { recursive: true, force: true });
});

async function examine(name: string): Promise<void> {
  const { page } = desk;
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document);
      return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 160)}`));
    });
    expect(found, `${name}, ${colorScheme}`).toEqual([]);
    await desk.picture(`${name} ${colorScheme}`.replaceAll(" ", "-"));
  }
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 800 });
  await desk.settled();
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at 320 px`).toBeLessThanOrEqual(320);
  await desk.picture(`${name} narrow`.replaceAll(" ", "-"));
  await page.setViewportSize(size);
}

const rail = (name: string) => desk.page.getByRole("navigation", { name: words.shell.steps, exact: true }).getByRole("link", { name });
const unique = () =>
  desk.page.evaluate(async () => {
    const figures = (await (await fetch("/api/people/figures")).json()) as { participations: number; unique_persons: number };
    return [figures.participations, figures.unique_persons] as const;
  });

test("everybody stands in the list once, with everything held", async () => {
  const { page } = desk;
  await rail(words.general.people).click();
  await page.getByRole("grid", { name: w.list }).getByRole("row").nth(1).waitFor();
  expect(await page.getByRole("grid", { name: w.list }).getByRole("row").count()).toBe(7);
  await page.getByText("ICJ Opinion").waitFor(); // the name of Kosovo* is shown, and its footnote
  await examine("people");
  await page.getByRole("searchbox", { name: w.search }).fill("lovren");
  await desk.said(w.shown(1));
  await page.getByRole("grid", { name: w.list }).getByRole("row").nth(1).click();
  const drawer = desk.drawer("Mira LOVREN");
  await drawer.getByText("regMay.csv, line 2").waitFor();
  await examine("a person");
  const file = await desk.saved(() => desk.button(w.saveData, drawer).click());
  expect(file.name).toMatch(/^person-p[0-9a-f]+-contains-names\.json$/);
  expect(JSON.parse(file.data.toString()).webinars).toHaveLength(2);
  const book = await desk.saved(() => desk.button(w.saveRead, drawer).click());
  expect(book.data.subarray(0, 2).toString()).toBe("PK");
});

test("who was united is told apart at one webinar, and back", async () => {
  const before = await unique();
  const drawer = desk.drawer("Mira LOVREN");
  await drawer.getByRole("button", { name: new RegExp(`^${w.somebodyElse}`) }).first().click();
  await desk.said(w.parted);
  expect(await unique()).toEqual([before[0], before[1] + 1]);
  await desk.page.keyboard.press("Escape");
  await desk.page.keyboard.press("Control+z");
  await desk.said(w.takenBack);
  expect(await unique()).toEqual(before);
});

test("a question is answered by keyboard, and taken back", async () => {
  const { page } = desk;
  const before = await unique();
  await page.getByText(w.questions, { exact: true }).first().click();
  await page.getByRole("heading", { name: /^Are .Lea Horvat.* one person\?$/ }).waitFor();
  await examine("a question on people");
  await desk.button(w.same).focus();
  await page.keyboard.press("Enter");
  await desk.said(/one person from now on/);
  expect(await unique()).toEqual([before[0], before[1] - 1]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(w.noQuestions);
  await page.keyboard.press("Control+z");
  await desk.said(w.takenBack);
  expect(await unique()).toEqual(before);
});

test("the figures keep participations and unique persons apart", async () => {
  const { page } = desk;
  await page.getByText(w.figures, { exact: true }).first().click();
  const [participations, persons] = await unique();
  const value = (label: string) => page.locator("dl > div").filter({ hasText: label }).locator(".value");
  await value(w.participations).waitFor();
  expect(await value(w.participations).textContent()).toBe(String(participations));
  expect(await value(w.unique).first().textContent()).toBe(String(persons));
  await examine("figures of people");

  // A figure opens whom it counts, and each of them everything held; back leads to the figure again.
  const open = page.locator(`[id='people-participations']`);
  await open.focus();
  await page.keyboard.press("Enter");
  const counted = desk.drawer(w.describe("participations", (_, code) => code).title);
  await counted.getByRole("heading", { name: w.counts.persons(persons!) }).waitFor();
  await counted.getByRole("grid").getByRole("row").nth(1).waitFor();
  await examine("who is counted");
  await counted.getByRole("grid").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: w.atWebinars }).waitFor();
  await page.goBack();
  await counted.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("grid");
  await page.keyboard.press("Escape");
  await counted.waitFor({ state: "detached" });

  await page.locator(`[id='people-institutions']`).click();
  await page.getByRole("grid", { name: w.whoLabel.institutions }).getByRole("row").nth(1).click();
  await page.getByRole("grid", { name: w.whoLabel.persons }).getByRole("row").nth(1).waitFor();
  await page.goBack();
  await page.goBack();
  await page.locator(`[id='people-returning']`).click();
  await page.getByText(w.nobody).waitFor();
  await examine("nobody is counted");
  await page.keyboard.press("Escape");
  await page.locator(`[id='people-planned']`).click();
  await page.getByRole("grid", { name: w.whoLabel.webinars }).getByRole("row").nth(1).click();
  await desk.drawer(words.figures.describe("attended", { sectors: [], beneficiaries: [] }).title).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByRole("combobox", { name: w.period }).selectOption({ label: w.half("2020-H1") });
  await page.waitForFunction(() => document.querySelector("dl .value")?.textContent === "3");
});

test("what is remembered is listed, forgotten and remembered again", async () => {
  const { page } = desk;
  await rail(words.general.settings).click();
  await page.getByText(/Decided by .*Online child/).waitFor();
  await page.getByRole("link", { name: /Second: online child.*\(1 person\)/ }).waitFor();
  await examine("settings");
  await page.getByRole("button", { name: /^Forget:/ }).click();
  await page.getByText(words.settings.none).waitFor();
  await examine("settings empty");
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: /^Forget:/ }).waitFor();
});

test("without a webinar the screens say what to do", async () => {
  const bare = await Desk.open();
  try {
    await bare.page.getByRole("navigation", { name: words.shell.steps, exact: true }).getByRole("link", { name: words.general.people }).click();
    await bare.page.getByText(w.none).waitFor();
    await bare.picture("people-empty");
    await bare.unharmed();
  } finally {
    await bare.close();
  }
});
