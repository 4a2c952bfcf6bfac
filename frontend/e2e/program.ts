// The program as it ships, served to a browser: one start, one folder of data.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The command that starts the program; RAPPORTEUR names another build, with what runs it in front. */
export const command = (process.env.RAPPORTEUR ?? join(root, "bin", "rapporteur")).split(" ");

/** The browser; CHROMIUM names another one. */
export const browser = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** folder makes an empty folder. */
export const folder = (): Promise<string> => mkdtemp(join(tmpdir(), "rapporteur-e2e-"));

/** sample reads a file of the sample webinar. */
export const sample = (name: string): Buffer => readFileSync(join(root, "internal", "sample", "files", name));

/** A Program is a running `serve`. Its address is good for one browser. */
export interface Program {
  address: string;
  origin: string;
  data: string;
  stop(): Promise<void>;
}

/** run starts the program with arguments and its data in a folder. */
export function run(data: string, ...args: string[]): ChildProcess {
  const [name, ...before] = command;
  return spawn(name!, [...before, "--data", data, "--json", ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

/** start serves a folder of data, by default a new one that goes with the program. */
export async function start(data?: string): Promise<Program> {
  const own = data ?? (await folder());
  const child = run(own, "serve", "--no-browser");
  let said = "";
  let complained = "";
  child.stderr!.on("data", (text) => (complained += text));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", (text) => {
      said += text;
      try {
        resolve((JSON.parse(said) as { address: string }).address);
      } catch {
        // The document is not whole yet.
      }
    });
    child.once("error", reject);
    child.once("exit", () => reject(new Error(complained || said)));
  });
  return {
    address,
    origin: new URL(address).origin,
    data: own,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.kill();
        await ended;
      }
      if (!data) await rm(own, { recursive: true, force: true });
    },
  };
}
