import type { Schema } from "../../api/client";
import { words } from "../../words/en";
import { moment } from "../../words/format";
import type { Field } from "./data";

const languages = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });

function language(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** shown gives the lines of a field as a reader knows them: dates with their zone, languages and codes by their names. */
export function shown(field: Field, webinar: Schema["WebinarView"]): string[] {
  const { shown: lines, values } = field;
  const time = (utc: string) => (utc ? [moment(utc, webinar.zone)] : []);
  const or = (text: string) => (lines.length ? lines : [text]);
  switch (field.field) {
    case "start":
      return time(webinar.start);
    case "end":
      return time(webinar.end);
    case "actual_start":
      return time(webinar.actual_start).concat(webinar.actual_start ? [] : [words.outline.asPlanned]);
    case "actual_end":
      return time(webinar.actual_end).concat(webinar.actual_end ? [] : [words.outline.asPlanned]);
    case "duration_minutes":
      return values.map(words.outline.minutes);
    case "confirmation_days":
      return values.map(words.outline.days);
    case "language":
      return values.map(language);
    case "interpretation":
      return values.length ? values.map(language) : [words.outline.noInterpretation];
    case "limit":
      return or(words.outline.theCapacity);
  }
  return field.choices.length ? values.map(words.outline.choice) : lines;
}
