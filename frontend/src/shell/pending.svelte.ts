// What is begun on the screen and not confirmed: nothing leads on from there, for it would be lost.
export const pending = $state({ matter: "" });

/** begun says what is begun; it returns the way to say that it is over. */
export function begun(matter: string): () => void {
  pending.matter = matter;
  return () => (pending.matter = "");
}
