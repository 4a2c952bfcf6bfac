import { answer, DELETE, GET, type Schema } from "./client";
import { Problem } from "./problem";

type Job = Schema["Job"];

/** How often a running job is asked for, in milliseconds. */
const pace = 250;

/** Thrown when a job was ended by its officer; nothing was written. */
export class Cancelled extends Error {}

/** A JobWatch is told the job as it goes on, and may be asked to end it. */
export interface JobWatch {
  progress?: (job: Job) => void;
  signal?: AbortSignal;
}

/** finished waits for a job and gives the id of what it made. An abort of the signal ends the job at the program. */
export async function finished(start: Promise<Job>, watch: JobWatch = {}): Promise<string> {
  let job = await start;
  while (job.state === "running") {
    watch.progress?.(job);
    await paused(watch.signal);
    const at = { params: { path: { job: job.id } } };
    job = await answer(watch.signal?.aborted ? DELETE("/api/jobs/{job}", at) : GET("/api/jobs/{job}", at));
  }
  if (job.state === "failed") throw job.error ? Problem.of(job.error, job.error.status) : Problem.of(undefined, 500);
  if (job.state === "cancelled") throw new Cancelled();
  return job.result;
}

// paused waits for the next look at a job, not at all once the officer wants it to end.
function paused(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, pace);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
    signal?.addEventListener("abort", done);
  });
}
