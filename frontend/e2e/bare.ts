// A browser without a watcher on its requests, as an officer has it: Playwright listens to every request, which costs
// about a millisecond each.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import type { Readable, Writable } from "node:stream";
import { browser, folder } from "./program";

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

/** Bare is one page of such a browser. */
export interface Bare {
  /** run evaluates an expression in the page and waits for what it promises. */
  run<T>(expression: string): Promise<T>;
  /** until waits for an expression to hold. */
  until(expression: string): Promise<void>;
  close(): Promise<void>;
}

/** bare opens an address. */
export async function bare(address: string): Promise<Bare> {
  const profile = await folder();
  const child = spawn(browser, ["--headless", "--no-sandbox", "--no-first-run", "--disable-background-networking", "--remote-debugging-pipe", `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const asked = new Map<number, (answer: Answer) => void>();
  let heard = "";
  from.on("data", (text) => {
    const parts = `${heard}${text}`.split("\0");
    heard = parts.pop()!;
    for (const answer of parts.map((part) => JSON.parse(part) as Answer)) if (answer.id) asked.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = (method: string, params: object, sessionId?: string) =>
    new Promise<unknown>((resolve, reject) => {
      asked.set(++last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  const { targetId } = (await send("Target.createTarget", { url: address })) as { targetId: string };
  const { sessionId } = (await send("Target.attachToTarget", { targetId, flatten: true })) as { sessionId: string };
  const run = async <T>(expression: string): Promise<T> => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    const got = (await send("Runtime.evaluate", params, sessionId)) as { result: { value: T }; exceptionDetails?: { text: string } };
    if (got.exceptionDetails) throw new Error(got.exceptionDetails.text);
    return got.result.value;
  };
  return {
    run,
    async until(expression) {
      // While the page is left for another one there is nothing to ask.
      for (let tries = 0; !(await run(`Boolean(${expression})`).catch(() => false)); tries++) {
        if (tries > 1500) throw new Error(`never: ${expression}`);
        await setTimeout(20);
      }
    },
    async close() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
      // Its last children may still be writing there.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
