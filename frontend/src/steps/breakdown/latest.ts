/**
 * latest runs a work for the newest of many wishes: one at a time, and those that came in between are passed over, so
 * that a slider never waits for what it showed before.
 */
export function latest<T>(work: (wish: T) => Promise<void>): (wish: T) => Promise<void> {
  let waiting: { wish: T } | undefined;
  let running: Promise<void> | undefined;
  async function run() {
    while (waiting) {
      const { wish } = waiting;
      waiting = undefined;
      await work(wish);
    }
  }
  return (wish) => {
    waiting = { wish };
    return (running ??= run().finally(() => (running = undefined)));
  };
}
