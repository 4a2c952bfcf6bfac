// The way back to a webinar that a screen of no one webinar has closed, the sign that a screen waits for the program, and the
// way of a walk-in to a later registration.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk } from "./desk";

let desk: Desk;
let title: string;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.sampled();
  title = (await desk.page.getByRole("heading", { level: 1 }).textContent())!;
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

const general = (name: string) =>
  desk.page.getByRole("navigation", { name: words.shell.steps, exact: true }).getByRole("link", { name }).click();

test("from people and settings a way leads back to the place in the webinar", async () => {
  const { page } = desk;
  const back = page.getByRole("link", { name: words.shell.backTo(title) });
  await desk.go("match");
  await page.getByRole("radio", { name: new RegExp(`^${words.match.states[0]!.label}`) }).check({ force: true });
  await desk.settled();
  expect(await back.count()).toBe(0);
  const place = new URL(page.url()).hash;
  expect(place).toContain("?state=");
  for (const name of [words.general.people, words.general.settings]) {
    await general(name);
    await desk.heading(name).waitFor();
    await desk.settled();
    await desk.picture(`back-${name.replace(/\W+/g, "-").toLowerCase()}`);
  }
  await back.click();
  await desk.heading(words.match.title).waitFor();
  expect(new URL(page.url()).hash).toBe(place);
  // Whoever closed it by going to the list of all of them is not led back.
  await page.keyboard.press("Alt+1");
  await desk.heading(words.home.title).waitFor();
  await general(words.general.people);
  await desk.heading(words.general.people).waitFor();
  await desk.settled();
  expect(await back.count()).toBe(0);
});

test("a screen that waits for the program says so until it is answered", async () => {
  const { page } = desk;
  await page.goto(`${desk.program.origin}/#/`);
  await desk.webinar({ hasText: title });
  const loading = page.locator(".loading");
  expect(await loading.count()).toBe(0);
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/registrations?*", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("navigation", { name: words.shell.steps, exact: true }).getByRole("link", { name: words.steps.registrations }).click();
  await loading.waitFor();
  await desk.picture("loading");
  answer();
  await desk.settled();
  expect(await loading.count()).toBe(0);
  await page.unroute("**/registrations?*");
});

test("a walk-in is asked about again when a registration comes that fits", async () => {
  const { page } = desk;
  // An officer says of a walk-in: none of them; then the registration arrives.
  const name = await page.evaluate(async () => {
    const id = /[0-9a-f]{8}-[0-9a-f-]+/.exec(location.hash)![0];
    const ask = async (path: string, body?: unknown) => {
      const response = await fetch(`/api/webinars/${id}${path}`, body ? { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : undefined);
      return response.json();
    };
    const version = async () => ((await ask("")) as { webinar: { version: number } }).webinar.version;
    const { rows } = (await ask("/members?state=walk_in")) as { rows: { participant: { id: string; name: string } }[] };
    const { participant } = rows.find((row) => row.participant.name.split(" ").length === 2)!;
    await ask(`/people/${participant.id}/decision?version=${await version()}`, { registration: "none" });
    const [first_name, last_name] = participant.name.split(" ");
    await ask(`/registrations?version=${await version()}`, { first_name, last_name, email: "later@mail.example", channel: "email" });
    return participant.name;
  });
  await page.reload();
  await desk.settled();
  await desk.button(new RegExp(`^${words.stages.matter("late", 1)}:`)).first().click();
  await desk.drawer(words.figures.describe("late", { sectors: [], beneficiaries: [] }).title).getByText(name).waitFor();
  await page.keyboard.press("Escape");
  await desk.go("match");
  const review = page.getByRole("region", { name: words.match.review });
  await review.getByText(words.evidence.late).waitFor();
  await desk.settled();
  await desk.picture("late");
  await review.focus();
  await page.keyboard.press("1");
  await desk.said(words.match.said.matched(name, name));
  await page.getByText(words.match.done).first().waitFor();
  await expect.poll(() => desk.button(new RegExp(`^${words.stages.matter("late", 1)}:`)).count()).toBe(0);
});
