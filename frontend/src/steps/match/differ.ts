/** A Piece is a run of letters: the same in both texts, only in this one, or missing from this one. */
export interface Piece {
  text: string;
  kind: "same" | "other" | "missing";
}

/** Longer texts are shown without marks: nobody reads them letter by letter. */
const longest = 120;
/** Words that share less than this share of their letters are different words. */
const alike = 0.5;

/** Letters of one of these are never those of another, however alike two names are read. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const foreign = (word: string, other: string): boolean => {
  const own = scripts.filter((script) => script.test(word));
  return own.length > 0 && !own.some((script) => script.test(other));
};

const letters = (text: string): string[] => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].map((s) => s.segment);
const bare = (letter: string): string => letter.normalize("NFC").toLowerCase();

/**
 * differing marks where a text is written otherwise than another one. Words are compared with the word of the other text
 * that is most like them, wherever it stands; capitals do not differ from small letters. A word in a script that the
 * other text has no letter of is left unmarked: that every letter differs says nothing about the person.
 */
export function differing(text: string, other: string): Piece[] {
  if (!text || !other || text.length > longest || other.length > longest) return text ? [{ text, kind: "same" }] : [];
  const words = text.split(/(\s+)/u);
  const partners = pair(words, other.split(/\s+/u));
  const pieces: Piece[] = [];
  words.forEach((word, at) => {
    const partner = partners.get(at);
    if (!word.trim() || foreign(word, other)) pieces.push({ text: word, kind: "same" });
    else if (partner === undefined) pieces.push({ text: word, kind: "other" });
    else pieces.push(...compare(letters(word), letters(partner)));
  });
  return joined(pieces);
}

// pair gives each word the word most like it, the most alike first; each word is given once.
function pair(words: string[], others: string[]): Map<number, string> {
  const pairs = words.flatMap((word, at) => (word.trim() ? others.map((other, to) => ({ at, to, share: share(letters(word), letters(other)) })) : []));
  const found = new Map<number, string>();
  const given = new Set<number>();
  for (const { at, to, share } of pairs.sort((a, b) => b.share - a.share)) {
    if (share < alike || found.has(at) || given.has(to)) continue;
    found.set(at, others[to]!);
    given.add(to);
  }
  return found;
}

const share = (a: string[], b: string[]): number => (2 * common(a, b)[0]![0]!) / (a.length + b.length || 1);

// common[i][j] is how many letters the rests of both words from i and j have in common, in order.
function common(a: string[], b: string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = bare(a[i]!) === bare(b[j]!) ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function compare(a: string[], b: string[]): Piece[] {
  const table = common(a, b);
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && bare(a[i]!) === bare(b[j]!)) {
      pieces.push({ text: a[i]!, kind: "same" });
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || table[i + 1]![j]! >= table[i]![j + 1]!)) pieces.push({ text: a[i++]!, kind: "other" });
    else pieces.push({ text: b[j++]!, kind: "missing" });
  }
  return pieces;
}

// joined puts letters of one kind together; a letter in place of another is marked once, as other.
function joined(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else out.push({ ...piece });
  }
  return out.filter((piece, at) => piece.kind !== "missing" || (out[at - 1]?.kind !== "other" && out[at + 1]?.kind !== "other"));
}
