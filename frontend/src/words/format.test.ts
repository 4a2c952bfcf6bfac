import { describe, expect, it } from "vitest";
import { clock, count, day, duration, hour, moment, size } from "./format";

describe("times", () => {
  it("name the month and the zone", () => {
    expect(moment("2020-05-28T11:00:00Z", "Europe/Bucharest")).toBe("28 May 2020, 14:00 (Europe/Bucharest)");
    expect(clock("2020-05-28T11:00:00Z", "Europe/Bucharest")).toBe("14:00 (Europe/Bucharest)");
    expect(day("2020-05-28T22:30:00Z", "Europe/Istanbul")).toBe("29 May 2020");
    expect(hour("2020-05-28T21:00:05Z", "UTC", true)).toBe("21:00:05");
    expect(hour("2020-05-28T00:00:00Z", "UTC")).toBe("00:00");
  });
  it("are nothing where there is none", () => {
    expect([day("", "UTC"), hour("", "UTC"), clock("", "UTC"), moment("", "UTC")]).toEqual(["", "", "", ""]);
  });
  it("say UTC for a zone that is not known", () => {
    expect(moment("2020-05-28T11:00:00Z", "Europe/Nowhere")).toBe("28 May 2020, 11:00 (UTC)");
  });
});

describe("numbers", () => {
  it("go with their noun", () => {
    expect([count(1, "row"), count(0, "row"), count(2310, "row"), count(2, "person", "people")]).toEqual(["1 row", "0 rows", "2,310 rows", "2 people"]);
  });
  it("become lengths and sizes", () => {
    expect([duration(48), duration(3599), duration(6720)]).toEqual(["48 s", "59 min", "1 h 52 min"]);
    expect([size(999), size(18_400), size(2_650_000)]).toEqual(["999 bytes", "18 kB", "2.6 MB"]);
  });
});
