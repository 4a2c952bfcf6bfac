import { describe, expect, it } from "vitest";

const sources = import.meta.glob<string>(["../**/*.ts", "../**/*.svelte", "!../**/*.test.ts"], { query: "?raw", import: "default", eager: true });

describe("the sources", () => {
  it("speak to the program in one folder only", () => {
    const callers = Object.entries(sources).filter(([, text]) => /(?<![#\w])fetch\(|XMLHttpRequest|EventSource|WebSocket/.test(text));
    expect(callers.map(([path]) => path).filter((path) => !path.startsWith("./"))).toEqual([]);
  });
  it("never send what ends the window's web process", () => {
    const found = Object.entries(sources).filter(([, text]) => /\bnew (FormData|Blob|File)\b/.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });
  it("put no markup of others into a page", () => {
    const found = Object.entries(sources).filter(([, text]) => /\{@html|innerHTML|insertAdjacentHTML|\beval\(|new Function\(/.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });
});
