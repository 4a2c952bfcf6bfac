// An officer's desk: the program, a browser on it, and a watch for what must never happen, whatever the files hold.
import { deepEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Download, type Locator, type Page } from "playwright-core";
import { words } from "../src/words/en";
import { browser as executable, sample, start, type Program } from "./program";

/** A Paper is a file on the officer's computer. */
export interface Paper {
  name: string;
  data: Buffer;
}

/** paper takes a file of the sample webinar. */
export const paper = (name: string): Paper => ({ name, data: sample(name) });

export const outline = paper("outline-sample.txt");
export const registrations = paper("registrations_website.csv");
export const attendance = [paper("zoom_webinar_attendee_2020.csv"), paper("teams_attendance_2023.csv")];

type Name = keyof typeof words.steps;

/** The screens of a webinar, in the officer's order. */
export const screens = (Object.keys(words.steps) as Name[]).filter((name) => name !== "home");

declare global {
  interface Window {
    /** Set by a text that was run as a script. */
    harmed?: unknown;
  }
}

/** A Desk is one program with one browser on it. */
export class Desk {
  /** What must not happen: errors in the page, scripts from texts, requests to elsewhere, reports of the policy. */
  harm: string[] = [];
  page!: Page;

  private constructor(
    readonly program: Program,
    readonly browser: Browser,
    readonly context: BrowserContext,
  ) {}

  static async open(options: BrowserContextOptions = {}, program?: Program): Promise<Desk> {
    const running = program ?? (await start());
    const browser = await chromium.launch({ executablePath: executable, args: ["--no-sandbox"] });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
    const desk = new Desk(running, browser, context);
    await context.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", (report) => console.error(`policy: ${report.violatedDirective} ${report.blockedURI}`)),
    );
    desk.page = await desk.window(running.address);
    return desk;
  }

  /** window opens one more window of the browser. */
  async window(address = this.program.origin): Promise<Page> {
    const page = await this.context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => this.harm.push(String(error)));
    page.on("console", (said) => {
      // A refusal of the program is no error of the page.
      if (["error", "warning"].includes(said.type()) && !said.text().startsWith("Failed to load resource")) this.harm.push(said.text());
    });
    page.on("request", (asked) => {
      if (!asked.url().startsWith(`${this.program.origin}/`) && !/^(data|blob):/.test(asked.url())) this.harm.push(asked.url());
    });
    page.on("dialog", (box) => {
      this.harm.push(`dialog: ${box.message()}`);
      void box.dismiss();
    });
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }

  /** unharmed fails when something happened that must not. */
  async unharmed(): Promise<void> {
    for (const page of this.context.pages()) {
      if (await page.evaluate(() => window.harmed !== undefined)) this.harm.push("a text was run as a script");
    }
    deepEqual(this.harm, []);
  }

  /** after looks back at a test: nothing harmful happened, and of a failure there is a picture. */
  async after(task: { name: string; result?: { state?: string } }): Promise<void> {
    if (task.result?.state !== "fail") return this.unharmed();
    const to = join(tmpdir(), `${task.name.replace(/\W+/g, "-")}.png`);
    await this.page.screenshot({ path: to });
    console.log(`what the page looked like: ${to}`, this.harm);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.program.stop();
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole("button", { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { name, exact: true });
  }

  /** drawer is the panel at the side that carries a title. */
  drawer(title: string | RegExp): Locator {
    return this.page.getByRole("region", { name: title });
  }

  /** go opens a screen by the rail. */
  async go(step: Name): Promise<void> {
    await this.page.getByRole("navigation", { name: words.shell.steps, exact: true }).getByRole("link", { name: words.steps[step] }).click();
    await this.settled();
  }

  /** webinar opens a webinar of the first screen. */
  async webinar(which: { hasText?: string; hasNotText?: string }): Promise<void> {
    await this.page.getByRole("main").getByRole("listitem").filter(which).getByRole("link").first().click();
    await this.button(words.outline.download).waitFor();
    await this.settled();
  }

  /** settled waits until nothing is loading any more. */
  async settled(page: Page = this.page): Promise<void> {
    await page.waitForFunction(() => document.querySelector("h1") && !document.querySelector("progress, main [aria-busy=true], .drawer [aria-busy=true]"));
  }

  /** said waits until the live region or a notice has told something. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** hand answers the choice of files that an act opens. */
  async hand(files: Paper | Paper[], act: () => Promise<unknown>): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), act()]);
    const list = [files].flat();
    await chooser.setFiles(list.map(({ name, data }) => ({ name, mimeType: "application/octet-stream", buffer: data })));
  }

  /** saved gives the file that an act saves. */
  async saved(act: () => Promise<unknown>): Promise<Paper> {
    const [download] = (await Promise.all([this.page.waitForEvent("download"), act()])) as [Download, unknown];
    return { name: download.suggestedFilename(), data: readFileSync(await download.path()) };
  }

  /** sampled makes the sample webinar and opens it. */
  async sampled(): Promise<void> {
    await this.button(words.home.sample).click();
    await this.page.getByRole("button", { name: words.outline.download }).waitFor();
    await this.settled();
  }

  /** closed closes the open webinar on its outline. */
  async closed(): Promise<void> {
    await this.button(words.outline.moves["closed"]!).click();
    await this.page.getByRole("dialog").getByRole("button", { name: words.outline.moveDo["closed"]! }).click();
    await this.page.getByText(/^Closed since /).waitFor();
  }

  /** picture keeps what the page looks like, where PICTURES names a folder. */
  async picture(name: string): Promise<void> {
    const to = process.env.PICTURES;
    if (!to) return;
    mkdirSync(to, { recursive: true });
    await this.page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
  }
}

/** textOf reads the text of a PDF. */
export function textOf(pdf: Buffer): string {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8", maxBuffer: 64 << 20 });
}
