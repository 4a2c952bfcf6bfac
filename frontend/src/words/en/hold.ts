/** A webinar on which the work has ended: what it says on top of every screen. */
export const hold = {
  since: { closed: (when: string) => `Closed since ${when}`, cancelled: (when: string) => `Cancelled since ${when}` },
  by: (who: string, why: string) => (why ? `by ${who}: ${why}` : `by ${who}`),
  stays: {
    closed: "The figures are frozen: nothing that would change them is taken. The report's texts can still be written, and the report saved and finalised.",
    cancelled: "Nothing waits to be done. What was entered stays, and the report names the reason.",
  },
  stands: "A final report was issued after the closing: the closing stands.",
  back: { held: "Reopen", planned: "Back to planned" },
  backHint: { held: "Reopening takes the closing back; the report's texts stay.", planned: "" },
  done: { held: "The webinar is open again.", planned: "The webinar is planned again." },
  refused: { closed: "The webinar is closed: nothing that would change its figures is taken.", cancelled: "The webinar is cancelled." },
  refusedBack: "Reopen it first.",
};
