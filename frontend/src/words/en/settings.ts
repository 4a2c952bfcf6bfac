import { count, isolated } from "../format";

/** The screen of what holds for all webinars. */
export const settings = {
  title: "Settings",
  memory: "Remembered for later webinars",
  lead: "What you decided at one webinar holds at later ones: who stands behind a name or address, and who is staff. It is followed only where nothing there speaks against it. Closed webinars keep their figures.",
  none: "Nothing is remembered yet. Decide a match or set somebody apart as staff: from the next webinar on it is known.",
  alias: (shown: string, means: string) => `${isolated(shown)} is ${isolated(means)}`,
  staff: (shown: string) => `${isolated(shown)} is staff`,
  not_staff: (shown: string) => `${isolated(shown)} is not staff`,
  decided: (who: string, when: string, title: string) => `Decided by ${who} on ${when}, at ${isolated(title)}`,
  why: "Reason",
  used: "Followed at",
  usedAt: (title: string, n: number) => `${isolated(title)} (${count(n, "person", "people")})`,
  unused: "Followed at no webinar yet.",
  conflict: "Not followed: another decision says otherwise of the same name or address. Forget one of the two.",
  forget: "Forget",
  forgetOf: (what: string) => `Forget: ${what}`,
  forgotten: (what: string) => `Forgotten: ${what}.`,
  back: "Remembered again.",
  list: "What is remembered",
};
