// Numbers, times and sizes as the screens write them. Dates carry the name of the month and times their zone, so that
// nobody reads the day for the month. Of a webinar all times are in its zone, also those of what was done at this desk.

const plain = new Intl.NumberFormat("en-GB");
const plurals = new Intl.PluralRules("en");
const lister = new Intl.ListFormat("en-GB");

/** number writes a whole number with its thousands apart. */
export const number = (n: number): string => plain.format(n);

/** plural is a noun as it stands behind a number. */
export const plural = (n: number, one: string, many = `${one}s`): string => (plurals.select(n) === "one" ? one : many);

/** count writes a number with its noun: "1 row", "2,310 rows". */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${plural(n, one, many)}`;

/** list joins words as a sentence does: "a, b and c". */
export const list = (items: string[]): string => lister.format(items);

// Making a writer of times costs more than a list of a thousand rows: each is made once.
const writers = new Map<string, Intl.DateTimeFormat>();

function writer(kind: "day" | "short" | "hour" | "seconds", zone: string): Intl.DateTimeFormat {
  const key = `${kind} ${zone}`;
  let made = writers.get(key);
  if (!made) {
    const options: Intl.DateTimeFormatOptions =
      kind === "day" || kind === "short"
        ? { day: "numeric", month: kind === "day" ? "long" : "short", year: "numeric" }
        : { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(kind === "seconds" && { second: "2-digit" }) };
    made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: known(zone) });
    writers.set(key, made);
  }
  return made;
}

/** day writes the date of an instant in a zone: "28 May 2020"; "" for none. */
export const day = (utc: string, zone: string): string => utc && writer("day", zone).format(new Date(utc));

/** shortDay writes the date of an instant in a zone where room is scarce: "28 Sept 2020"; "" for none. */
export const shortDay = (utc: string, zone: string): string => utc && writer("short", zone).format(new Date(utc));

/** hour writes the time of an instant in a zone: "14:00". */
export const hour = (utc: string, zone: string, seconds = false): string => utc && writer(seconds ? "seconds" : "hour", zone).format(new Date(utc));

/** clock writes the time of an instant with its zone: "14:00 (Europe/Bucharest)". */
export const clock = (utc: string, zone: string): string => utc && `${hour(utc, zone)} (${known(zone)})`;

/** moment writes an instant with its zone: "28 May 2020, 14:00 (Europe/Bucharest)". */
export function moment(utc: string, zone: string): string {
  return utc && `${day(utc, zone)}, ${clock(utc, zone)}`;
}

/** viewerZone is the zone of this computer's clock. */
export const viewerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

// A zone that the browser does not know is shown in UTC, and said to be.
function known(zone: string): string {
  try {
    return zone ? new Intl.DateTimeFormat("en-GB", { timeZone: zone }).resolvedOptions().timeZone && zone : "UTC";
  } catch {
    return "UTC";
  }
}

/** duration writes seconds as hours and minutes: "1 h 52 min", "48 s". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours ? `${hours} h ${String(minutes % 60).padStart(2, "0")} min` : `${minutes} min`;
}

/** size writes a number of bytes: "18 kB". */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** isolated keeps the direction of a name to itself inside a sentence: it cannot turn the words around it. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
