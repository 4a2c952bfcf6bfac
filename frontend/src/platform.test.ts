import { afterEach, describe, expect, it, vi } from "vitest";
import { inWindow, onDropped, open, save, stage } from "./platform";

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
    expect(await save("/api/x.pdf", "x.pdf")).toBe(false);
    expect(asked).toEqual(["table", ["/api/x.pdf", "x.pdf"]]);
  });

  it("hears of dropped files", () => {
    let tell = (_: (typeof upload)[]) => {};
    window.runtime = { EventsOn: (name, heard) => (expect(name).toBe("files"), (tell = heard), () => undefined) };
    const heard: string[] = [];
    onDropped((uploads) => heard.push(...uploads.map((u) => u.name)));
    tell([upload]);
    expect(heard).toEqual(["a.csv"]);
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
    expect(await save("/api/x.pdf", "x.pdf")).toBe(true);
    expect([links[0]?.getAttribute("href"), links[0]?.download]).toEqual(["/api/x.pdf", "x.pdf"]);
  });
});
