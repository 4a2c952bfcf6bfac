import { afterEach, describe, expect, it, vi } from "vitest";
import { Problem } from "./api/problem";
import { inWindow, onDropped, onWish, open, reveal, save, stage } from "./platform";

const upload = { id: "u1", name: "a.csv", size: 1, sha256: "0" };

afterEach(() => {
  delete window.go;
  delete window.runtime;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("in the window", () => {
  it("opens and saves by the system's dialogs", async () => {
    const asked: unknown[] = [];
    window.go = {
      main: {
        Desktop: {
          Open: async (kind) => (asked.push(kind), [upload]),
          Save: async (address, name) => (asked.push([address, name]), { saved: false, name: "" }),
          Reveal: async () => undefined,
          Quit: async () => undefined,
        },
      },
    };
    expect(inWindow()).toBe(true);
    expect(await open("table", true)).toEqual([upload]);
    expect(await save("/api/x.pdf", "x.pdf")).toBe("");
    expect(asked).toEqual(["table", ["/api/x.pdf", "x.pdf"]]);
  });

  it("says why the window refused", async () => {
    const refused = { code: "disk-full", message: "The disk is full.", hint: "Free some space.", where: { file: "x.pdf" } };
    window.go = {
      main: {
        Desktop: {
          Open: () => Promise.reject(new Error("[object Object]")),
          Save: () => Promise.reject(new Error(JSON.stringify(refused))),
          Reveal: () => Promise.reject("gone"),
          Quit: async () => undefined,
        },
      },
    };
    const saved = await save("/api/x.pdf", "x.pdf").catch((thrown: unknown) => thrown);
    expect(saved).toBeInstanceOf(Problem);
    expect(saved).toMatchObject(refused);
    await expect(open("table", true)).rejects.toMatchObject({ code: "internal" });
    await expect(reveal()).rejects.toMatchObject({ code: "internal" });
  });

  /** events stands in for those of the window. */
  function events() {
    const listeners = new Map<string, (...given: unknown[]) => void>();
    window.runtime = {
      EventsOn: (name, heard) => {
        listeners.set(name, heard as (...given: unknown[]) => void);
        return () => listeners.delete(name);
      },
    };
    return listeners;
  }

  it("hears of dropped files, and of those it left out", () => {
    const listeners = events();
    const heard: unknown[] = [];
    const stop = onDropped((uploads, refused) => heard.push([uploads.map((u) => u.name), refused?.message]));
    listeners.get("files")!([upload], null);
    listeners.get("files")!([], { code: "wrong-kind", message: "This is a folder.", hint: "Name the file in it.", where: { file: "d" } });
    expect(heard).toEqual([
      [["a.csv"], undefined],
      [[], "This is a folder."],
    ]);
    stop();
    expect(listeners.size).toBe(0);
  });

  it("hears what its menus ask for", () => {
    const listeners = events();
    const heard: unknown[] = [];
    const stop = onWish((wish, value) => heard.push([wish, value]));
    listeners.get("menu:step")!("3");
    listeners.get("menu:export")!();
    expect(heard).toEqual([
      ["step", "3"],
      ["export", ""],
    ]);
    stop();
    expect(listeners.size).toBe(0);
  });
});

describe("in a browser", () => {
  it("hands over the bytes of a file as they are", async () => {
    const sent: { address: string; type: string | null; bytes: ArrayBuffer }[] = [];
    vi.stubGlobal("fetch", async (request: Request) => {
      sent.push({ address: new URL(request.url).search, type: request.headers.get("Content-Type"), bytes: await request.arrayBuffer() });
      return new Response(JSON.stringify(upload), { headers: { "Content-Type": "application/json" } });
    });
    expect(await stage([new File([new Uint8Array([0, 255, 10])], "a & b.csv")])).toEqual([upload]);
    expect(sent[0]).toMatchObject({ address: "?name=a%20%26%20b.csv", type: "application/octet-stream" });
    expect([...new Uint8Array(sent[0]!.bytes)]).toEqual([0, 255, 10]);
  });

  it("saves by a link", async () => {
    const links: HTMLAnchorElement[] = [];
    vi.spyOn(HTMLElement.prototype, "click").mockImplementation(function (this: HTMLElement) {
      links.push(this as HTMLAnchorElement);
    });
    expect(inWindow()).toBe(false);
    expect(await save("/api/x.pdf", "x.pdf")).toBe("x.pdf");
    expect([links[0]?.getAttribute("href"), links[0]?.download]).toEqual(["/api/x.pdf", "x.pdf"]);
  });
});
