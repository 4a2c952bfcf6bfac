import { expect, test } from "vitest";
import { marks, visible, visibleIn } from "./marks";

test("signs that show nothing are written out", () => {
  const cases: Record<string, string> = {
    "Ana\u202Emoc.live\u202C": "Ana⟨U+202E⟩moc.live⟨U+202C⟩",
    "\u2066Jo\u200Bvan\u2069": "⟨U+2066⟩Jo⟨U+200B⟩van⟨U+2069⟩",
    "\u200EAna\u200F \uFEFF": "⟨U+200E⟩Ana⟨U+200F⟩ ⟨U+FEFF⟩",
    "A\u0000na\u00ADPerin\u0007": "A⟨U+0000⟩na⟨U+00AD⟩Perin⟨U+0007⟩",
    "Ana\u200DPerin": "Ana⟨U+200D⟩Perin",
    "Ana\u200CPerin\u3164": "Ana⟨U+200C⟩Perin⟨U+3164⟩",
    "Ana\u{E0041}": "Ana⟨U+E0041⟩",
    "😀\u200Dx": "😀⟨U+200D⟩x",
  };
  for (const [text, want] of Object.entries(cases)) expect(visible(text)).toBe(want);
});

test("joiners at work stay, and so does everything with a shape", () => {
  for (const text of [
    "Ana Perin", "Ayşe 👩🏽‍💻🇪🇺", "❤️‍🔥", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "می\u200Cخواهم", "क्\u200Dष", "ශ්\u200Dරී", "Ž\u0301algo", "a\nb\tc", "١\u0600٢",
  ]) expect(visible(text)).toBe(text);
});

test("an answer is made visible but for what is edited", () => {
  const answer = { title: "A\u202E", n: 3, none: null, rows: [["\u200Bx"]], fields: [{ values: ["A\u202E"], shown: ["A\u202E"] }], sections: [{ text: "\u200B" }] };
  expect(visibleIn(answer)).toEqual({
    title: "A⟨U+202E⟩", n: 3, none: null, rows: [["⟨U+200B⟩x"]], fields: [{ values: ["A\u202E"], shown: ["A⟨U+202E⟩"] }], sections: [{ text: "\u200B" }],
  });
});

test("a text is parted at its signs", () => {
  expect(marks("Ana⟨U+202E⟩x")).toEqual([{ text: "Ana", code: false }, { text: "⟨U+202E⟩", code: true }, { text: "x", code: false }]);
});
