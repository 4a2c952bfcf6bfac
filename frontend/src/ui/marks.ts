// Signs that show nothing but change what is read: they turn the direction of writing, hide letters' ends, break words.
// A text that holds them is shown with each written out, so that nobody is misled by what cannot be seen.

// Format and control characters, fillers of no width; not the blanks, and not the signs of this kind that have a shape.
const hidden = /(?![\t\n\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\p{Cf}\p{Cc}\u034F\u115F\u1160\u2028\u2029\u3164\uFFA0]/u;
const everyHidden = new RegExp(hidden, "gu");

// An alternation, since a class of both fails in the engine of some browsers.
const pictureEnd = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u20E3)$/u;
const pictureStart = /^\p{Extended_Pictographic}/u;
const flagOfRegion = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/gu;
// Scripts whose letters take another shape where these two signs stand between them.
const shaping = [
  "Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Khmr", "Mymr", "Tibt",
].map((script) => `\\p{scx=${script}}`).join("");
const shapingEnd = new RegExp(`[${shaping}][\\p{M}]*$`, "u");
const shapingStart = new RegExp(`^[${shaping}]`, "u");

/** joins tells whether a joiner or its opposite does its proper work between what stands before and behind it. */
function joins(sign: string, before: string, behind: string): boolean {
  if (sign !== "\u200D" && sign !== "\u200C") return false;
  if (sign === "\u200D" && pictureEnd.test(before) && pictureStart.test(behind)) return true;
  return shapingEnd.test(before) && shapingStart.test(behind);
}

const code = (sign: string): string => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** visible writes each sign that shows nothing as its code: "Ana⟨U+202E⟩". Joiners at work in emoji and scripts stay. */
export function visible(text: string): string {
  if (!hidden.test(text)) return text;
  const kept = new Set<number>();
  for (const flag of text.matchAll(flagOfRegion)) for (let i = flag.index; i < flag.index + flag[0].length; i++) kept.add(i);
  return text.replace(everyHidden, (sign, at: number) => {
    const fits = kept.has(at) || joins(sign, text.slice(Math.max(0, at - 8), at), text.slice(at + sign.length, at + sign.length + 4));
    return fits ? sign : `⟨${code(sign)}⟩`;
  });
}

/** visibleIn does so with every text in an answer of the program, but for what is edited: that goes back as it came. */
export function visibleIn<T>(answer: T): T {
  if (typeof answer === "string") return visible(answer) as T;
  if (Array.isArray(answer)) return answer.map(visibleIn) as T;
  if (answer === null || typeof answer !== "object") return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, edited.has(key) ? value : visibleIn(value)])) as T;
}

/** The values of the outline, and the texts of the report. */
const edited = new Set(["values", "text"]);

/** A Mark is a written-out sign in a text, or what stands between two. */
export interface Mark {
  text: string;
  code: boolean;
}

/** marks parts a text at its written-out signs. */
export function marks(text: string): Mark[] {
  return text
    .split(/(⟨U\+[0-9A-F]{4,6}⟩)/)
    .filter(Boolean)
    .map((part) => ({ text: part, code: /^⟨U\+[0-9A-F]{4,6}⟩$/.test(part) }));
}
