import type { Schema } from "../../api/client";
import { words } from "../../words/en";
import { day, hour } from "../../words/format";

type Source = Schema["Source"];

/** holds says what a file holds, one thing after the other. */
export function holds(f: Source): string[] {
  const w = words.attendance;
  return [
    f.rows > f.kept ? w.leftOut(f.rows, f.rows - f.kept) : w.rows(f.rows),
    f.people && !f.first && w.totalsOnly,
  ].filter((text): text is string => !!text);
}

/** spans writes from when to when the stays of a file go; "" for a file without times. */
export function spans(f: Source, zone: string): string {
  if (!f.first || !f.last) return "";
  const [from, to] = [day(f.first, zone), day(f.last, zone)];
  return words.attendance.spanOf(`${from}, ${hour(f.first, zone)}`, from === to ? hour(f.last, zone) : `${to}, ${hour(f.last, zone)}`, zone);
}
