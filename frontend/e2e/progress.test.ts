// Long work says how far it is, and can be ended: then the register is as it was.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { words } from "../src/words/en";
import { Desk, outline, registrations, type Paper } from "./desk";

/** More rows than the program writes before anybody can press a button. */
const rows = 60_000;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
  await desk.heading(/^Online child/).waitFor();
  await desk.go("registrations");
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

/** many is the sample's export with as many invented people. */
function many(): Paper {
  const header = registrations.data.toString("utf8").split("\n")[0]!;
  const at = "2020-05-11 11:18:36";
  const lines = Array.from({ length: rows }, (_, n) => {
    const id = n.toString(16).padStart(12, "0");
    const name = [...n.toString().padStart(5, "0")].map((digit) => "bdfklmnrst"[Number(digit)]! + "aeiou"[(Number(digit) * 7 + n) % 5]!).join("");
    return `${n},${n},00000000-0000-4000-8000-${id},${at},${at},${at},192.0.2.1,en,${name.slice(3)},${name}ov,p${n}@example.org,Police ${n % 997},Officer,Serbia,Female,Police / law enforcement,website,Yes`;
  });
  return { name: "many.csv", data: Buffer.from([header, ...lines].join("\n")) };
}

const version = (): Promise<number> =>
  desk.page.evaluate(async () => {
    const id = /[0-9a-f]{8}-[0-9a-f-]+/.exec(location.hash)![0];
    return ((await (await fetch(`/api/webinars/${id}`)).json()) as { webinar: { version: number } }).webinar.version;
  });

/** underWay waits until rows are counted, and checks that the bar says so too. */
async function underWay(): Promise<void> {
  const busy = desk.page.locator(".busy", { hasText: / of 60,00\d rows, / });
  const [fraction, said] = await busy.evaluate((busy) => [busy.querySelector("progress")!.value, busy.textContent] as const);
  const [, done, rate] = /([\d,]+) of 60,00\d rows, ([\d,]+) a second/.exec(said ?? "")!;
  const count = (text: string) => Number(text.replaceAll(",", ""));
  expect(Math.abs(count(done!) / rows - fraction)).toBeLessThan(0.01);
  expect(count(rate!)).toBeGreaterThan(0);
}

test("a long import is counted, and ended while it is read", async () => {
  const before = await version();
  await desk.hand(many(), () => desk.button(words.imports.choose).click());
  await underWay();
  await desk.picture("progress-reading");
  await desk.button(words.shell.cancel).click();
  await desk.page.locator(".busy").waitFor({ state: "detached" });
  await desk.button(words.imports.choose).waitFor();
  expect(await version()).toBe(before);
});

test("it is ended while it is written, and done when it is wanted after all", async () => {
  const before = await version();
  await desk.hand(many(), () => desk.button(words.imports.choose).click());
  const yes = desk.button(words.imports.commit(rows));
  await yes.click();
  await underWay();
  await desk.picture("progress-writing");
  await desk.button(words.shell.cancel).click();
  await desk.page.locator(".busy").waitFor({ state: "detached" });
  expect(await version()).toBe(before);
  await yes.click();
  await desk.said(words.imports.done(rows));
  expect(await version()).toBe(before + 1);
});
