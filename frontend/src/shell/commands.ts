// The commands that screens offer for as long as they stand open: the palette lists them, and what is asked for from
// elsewhere is done by them.
import { announce } from "../ui/live.svelte";
import { asked } from "./asked";

/** A Command is one act of a screen. */
export interface Command {
  /** Names the act: what asks for it from elsewhere knows it by this. */
  id: string;
  label: string;
  /** The key that does it where the officer is, or everywhere. */
  key?: string;
  /** Why it cannot be done now; without it, it can. */
  not?: string;
  run: () => void;
}

const offered = new Set<Command[]>();

/** offer says what a screen can do now; it returns the way to take that back, as an effect wants it. */
export function offer(commands: Command[]): () => void {
  offered.add(commands);
  const stops = commands.map((command) => asked.to(command.id, () => (command.not ? announce(command.not) : command.run())));
  return () => {
    offered.delete(commands);
    for (const stop of stops) stop();
  };
}

/** commands are those of the screen that stands open, in the order in which they were offered. */
export const commands = (): Command[] => [...offered].flat();
