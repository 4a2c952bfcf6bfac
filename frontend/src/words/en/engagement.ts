import { count, number } from "../format";

const sign = (text: string, n: number): string => (n > 0 ? `+${text}` : text.replace("-", "−"));

/** The screen of polls, questions to the speakers and surveys. */
export const engagement = {
  title: "Polls and surveys",
  lead: (questions: number, files: number) => `${count(questions, "question")} from ${count(files, "file")}.`,
  empty:
    "No poll, question or survey was imported yet. A webinar may have none; what is imported here stands in the breakdown, in the report's section on engagement and learning, and in the annex.",
  emptyHeld: "No poll, question or survey was imported.",
  internal: "What respondents typed, and who answered, is shown on this screen and in the internal copy of the report alone.",
  undo: "Undo the last import",

  files: "Files of answers",
  format: "Recognised as",
  /** Follows the number of answers in a file. */
  holds: (n: number, questions: number, rows: number) => `${n === 1 ? "answer" : "answers"} to ${count(questions, "question")}, in ${count(rows, "row")}`,
  by: (named: number, anonymous: number) =>
    [named && `${count(named, "respondent")} by name or address`, anonymous && `${number(anonymous)} without a name`].filter(Boolean).join(", ") || "nobody",
  respondents: "Respondents",
  answers: "Answers",
  phase: "When",
  phaseOf: { before: "Before the webinar", during: "During the webinar", after: "After the webinar" } as Record<string, string>,
  phaseByRow: "As each row says",
  phaseSaid: "by your word",
  phaseRead: "as the file was read",
  asRead: "As the file was read",
  phaseChoice: "The questions were put",
  setPhase: (file: string) => `The questions were put: ${file}`,
  phaseSet: "Said when the questions were put.",
  save: "Save",

  compared: "Before and after",
  comparedRule:
    "The same question before and after the webinar: over all answers, which may be of different people, and over the persons who answered both times. A person is known by being one of the webinar's people, by an equal address, or without an address by an equal full name.",
  comparedColumns: ["Answer", "Before, all", "After, all", "Before, same persons", "After, same persons", "Difference, same persons"],
  base: "n",
  mean: "Mean",
  typed: "In words of their own",
  several: "Several answers were possible: they do not add up to the number of respondents.",
  difference: (d: number) => sign(d.toFixed(2), d),
  countDifference: (n: number) => sign(number(n), n),
  allDifference: (d: string) => `Difference of the means over all answers: ${d}.`,
  nobodyTwice: "Nobody is known to have answered both times.",
  moved: "Of those who answered both times:",
  raised: "gave a higher number after the webinar",
  same: "the same",
  lowered: "a lower number",
  other: "another answer",

  kinds: { poll: "Poll", survey: "Survey", questions: "Questions to the speakers" } as Record<string, string>,
  asked: "Questions to the speakers",
  columns: ["Answer", "Respondents", "Share of those who answered"],
  n: "n",
  known: "known as people of the webinar",
  byName: "by name or address",
  anonymous: "without a name",
  staff: "of speakers and staff, in no figure",
  responses: "handed in, with those of people who answered again",
  meanIs: (m: number) => `Mean: ${m.toFixed(2)}`,
  noOptions: "Answered in words of the respondents' own, which are counted and not quoted.",
  put: "put to the speakers",
  answered: "with a written answer or the note that they were answered",
  read: "Read the answers",
  readOf: (question: string) => `Read the answers: ${question}`,
  readAsked: "Read the questions",

  outcome: "Shows the expected outcome",
  outcomeOf: (question: string) => `Shows the expected outcome: ${question}`,
  none: "none",
  numbered: (n: number, text: string) => `${n}. ${text}`,
  noOutcomes: "The outline names no expected outcomes to link questions to.",
  gone: (text: string) => `Linked to an expected outcome that the outline has no longer: ${text}`,
  linked: "The question is linked to the expected outcome.",
  unlinked: "The question is linked to no expected outcome.",
};
