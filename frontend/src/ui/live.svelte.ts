// What is said aloud to readers of the screen. Saying the same twice is heard twice: the text changes its place.
let turn = 0;

export const live = $state({ texts: ["", ""] as [string, string] });

/** announce says a sentence, politely: after what is being read. */
export function announce(text: string): void {
  turn = 1 - turn;
  live.texts = turn ? ["", text] : [text, ""];
}
