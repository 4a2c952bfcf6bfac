// Measures the screens in the browser and prints the rows of the benchmark as JSON: npx vite-node e2e/bench.ts.
import { gzipSync } from "node:zlib";
import { words } from "../src/words/en";
import { bare } from "./bare";
import { Desk, outline, type Paper } from "./desk";
import { start } from "./program";

/** A Row is one line of the benchmark: what was measured, against the bar it must stay under. */
interface Row {
  name: string;
  ours: number;
  bar: number;
  unit: string;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

/** many are registrations as the website exports them. */
function many(n: number): Paper {
  const head = "Serial number,Submission ID,Completed,First name,Last name,E-mail,Organisation,Job title,Country,Sex,How did you submit this registration?";
  const rows = Array.from({ length: n }, (_, i) => {
    const at = new Date(Date.UTC(2020, 3, 1) + i * 60_000).toISOString().slice(0, 19).replace("T", " ");
    return `${i},${i},${at},Ana,Number${i},n${i}@unit${i % 97}.example,Unit ${i % 97},Officer,Albania,Female,website`;
  });
  return { name: "many.csv", data: Buffer.from([head, ...rows].join("\n")) };
}

const rows: Row[] = [];
const desk = await Desk.open();
const { page } = desk;

// What a first start loads: the scripts of the first screen.
const scripts: Promise<Buffer>[] = [];
page.on("response", (answer) => {
  if (answer.request().resourceType() === "script") scripts.push(answer.body());
});
await page.reload();
await page.getByRole("button", { name: words.home.sample }).waitFor();
const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
rows.push({ name: "scripts of the first screen, gzip", ours: sizes.reduce((sum, n) => sum + n, 0) / 1000, bar: 130, unit: "kB" });

// The rule tried out on the sample's 314 people: from the click until the figures are painted.
await desk.sampled();
await desk.go("breakdown");
const tried = await page.evaluate(
  async ({ marks, attended }) => {
    const shown = () => [...document.querySelectorAll("main button")].find((b) => b.getAttribute("aria-label")?.includes(attended))?.textContent;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const buttons = () => [...document.querySelectorAll<HTMLButtonElement>(`[aria-label="${marks}"] button`)];
    // A message sent in a frame arrives when that frame is painted.
    const painted = () => new Promise((resolve) => ((channel) => ((channel.port1.onmessage = resolve), channel.port2.postMessage(0)))(new MessageChannel()));
    const times: number[] = [];
    for (let i = 0; i < 24; i++) {
      const before = shown();
      const from = performance.now();
      buttons()[i % 3]!.click();
      while (shown() === before) await frame();
      await painted();
      times.push(performance.now() - from);
    }
    return times.slice(4);
  },
  { marks: words.breakdown.marks, attended: `: ${words.figures.describe("attended", { sectors: [], beneficiaries: [] }).title}. ` },
);
rows.push({ name: "rule tried on 314 people, painted", ours: median(tried), bar: 50, unit: "ms" });

const served = await start();
const officer = await bare(served.address);
await officer.until(`document.querySelector("main button")`);
await officer.run(`[...document.querySelectorAll("main button")].find((button) => button.textContent.trim() === ${JSON.stringify(words.home.sample)}).click()`);
await officer.until(`location.hash.startsWith("#/w/") && !document.querySelector("progress, [aria-busy=true]")`);
const called = await officer.run<number[]>(`(async () => {
  const times = [];
  const [, id] = /#\\/w\\/([^/]+)/.exec(location.hash);
  for (let i = 0; i < 220; i++) {
    const from = performance.now();
    await (await fetch("/api/webinars/" + id)).json();
    times.push(performance.now() - from);
  }
  return times.slice(20);
})()`);
await officer.close();
await served.stop();
rows.push({ name: "call of the browser, there and back", ours: median(called), bar: 2, unit: "ms" });

await desk.go("home");
await desk.hand(outline, () => desk.button(words.home.newFromOutline).click());
await desk.button(words.outline.download).waitFor();
await desk.go("registrations");
await desk.hand(many(10_000), () => desk.button(words.imports.choose).click());
await desk.button(words.imports.commit(10_000)).click();
await desk.said(words.imports.done(10_000));
const list = page.getByRole("grid", { name: words.registrations.list });
await list.getByRole("gridcell").first().waitFor();

const scrolled: number[] = [];
for (let run = 0; run < 5; run++) {
  scrolled.push(
    await list.evaluate(async (box) => {
      let worst = 0;
      box.scrollTop = 0;
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      await frame();
      let before = await frame();
      for (let i = 0; i < 120; i++) {
        box.scrollTop += 700;
        const now = await frame();
        worst = Math.max(worst, now - before);
        before = now;
      }
      return worst;
    }),
  );
}
rows.push({ name: "scroll over 10,000 rows, worst frame", ours: median(scrolled), bar: 50, unit: "ms" });

// A key in the search: from its event until the narrowed list is painted. Each digit narrows the list further.
await page.evaluate((name) => {
  const box = document.querySelector(`[role=grid][aria-label="${name}"]`)!;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const painted = () => new Promise((resolve) => ((channel) => ((channel.port1.onmessage = resolve), channel.port2.postMessage(0)))(new MessageChannel()));
  document.addEventListener(
    "keydown",
    async (event) => {
      const before = box.getAttribute("aria-rowcount");
      while (box.getAttribute("aria-rowcount") === before) await frame();
      await painted();
      performance.measure("key", { start: event.timeStamp, end: performance.now() });
    },
    true,
  );
}, words.registrations.list);
const search = page.getByRole("searchbox", { name: words.registrations.search });
for (const text of ["1234", "5678", "9031", "4702", "8615"]) {
  await search.fill("");
  await page.waitForFunction((name) => document.querySelector(`[role=grid][aria-label="${name}"]`)!.getAttribute("aria-rowcount") === "10001", words.registrations.list);
  await search.focus();
  for (const key of text) {
    const n = await page.evaluate(() => performance.getEntriesByName("key").length);
    await page.keyboard.press(key);
    await page.waitForFunction((had) => performance.getEntriesByName("key").length > had, n);
  }
}
const keys = await page.evaluate(() => performance.getEntriesByName("key").map((entry) => entry.duration));
rows.push({ name: "filter 10,000 rows, key to paint", ours: median(keys), bar: 50, unit: "ms" });

await desk.close();
console.log(JSON.stringify(rows));
