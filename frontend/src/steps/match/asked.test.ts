import { afterEach, describe, expect, it, vi } from "vitest";
import { Asked } from "./asked.svelte";
import type { Member } from "./data";

const member = { participant: { id: "P1", candidates: [{ registration: "R1", name: "Ana Example", score: 0.7, reasons: ["a part of the name is the same"] }] } } as unknown as Member;
const settled = () => new Promise((resolve) => setTimeout(resolve));

function answering(status: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    asked.push(path);
    const body = path.endsWith("/review") ? { attendees: [], candidates: [{ score: 0.7, strength: "fair", reasons: [], taken: "Ana", registration: { id: "R1" } }] } : { records: [] };
    return new Response(JSON.stringify(status < 300 ? body : { status, code: "not-found", message: "Gone.", hint: "", where: {} }), { status, headers: { "Content-Type": "application/json" } });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe("Asked", () => {
  it("knows the candidates by name before it was answered, then in full", async () => {
    answering(200);
    const asked = new Asked("w1");
    expect(asked.candidates(member).map((c) => [c.registration.id, c.registration.first_name, c.strength])).toEqual([["R1", "Ana Example", ""]]);
    asked.about(member, 1);
    await settled();
    expect(asked.candidates(member).map((c) => [c.registration.id, c.taken])).toEqual([["R1", "Ana"]]);
    expect(asked.person(member)?.records).toEqual([]);
  });
  it("asks once for each version", async () => {
    const calls = answering(200);
    const asked = new Asked("w1");
    asked.about(member, 1);
    asked.about(member, 1);
    await settled();
    expect(calls).toHaveLength(2);
    asked.about(member, 2);
    await settled();
    expect(calls).toHaveLength(4);
  });
  it("keeps the names when the rest cannot be fetched", async () => {
    answering(404);
    const asked = new Asked("w1");
    asked.about(member, 1);
    await settled();
    expect(asked.candidates(member)).toHaveLength(1);
    expect(asked.person(member)).toBeUndefined();
  });
});
