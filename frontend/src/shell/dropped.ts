import type { Schema } from "../api/client";

type Take = (uploads: Schema["Upload"][]) => void;

// Files dropped on the window go to the screen that stands open and takes files.
let taker: Take | undefined;

export const dropped = {
  /** take hands files to the screen that waits for some. */
  take: (uploads: Schema["Upload"][]): void => taker?.(uploads),
  /** to names the screen's own way of taking files; it returns the way to stop. */
  to(take: Take): () => void {
    taker = take;
    return () => {
      if (taker === take) taker = undefined;
    };
  },
};
