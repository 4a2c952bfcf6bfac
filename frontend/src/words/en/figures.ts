// Every figure in words: what it counts, by which formula, and of whom. Names are those that the program gives.

import { moment } from "../format";
import { evidence } from "./evidence";

const { classes } = evidence;

/** FigureWords say what a figure is. Formula and base are "" where there is nothing to say. */
export interface FigureWords {
  title: string;
  definition: string;
  formula: string;
  base: string;
}

/** Names give the printed names of codes. */
export interface FigureNames {
  sectors: { code: string; name: string }[];
  beneficiaries: { code: string; name: string }[];
  /** Whose zone times are written in. */
  webinar?: { zone: string };
}

/** rule writes an attendance rule: "50%" as "at least 50 % of the window". */
export function rule(text: string): string {
  const percent = /^(\d+)%$/.exec(text);
  if (percent) return `at least ${percent[1]}\u00a0% of the window`;
  const minutes = /^(\d+)min$/.exec(text);
  return minutes ? `at least ${minutes[1]} ${minutes[1] === "1" ? "minute" : "minutes"}` : text;
}

/** formula writes a rule as the program reckons it, in whole seconds. */
export function formula(text: string): string {
  const [, number, unit] = /^(\d+)(%|min)$/.exec(text) ?? [];
  if (!unit) return "";
  return unit === "%" ? `100 × presence ≥ ${number} × window` : `presence ≥ 60 × ${number} s`;
}

const sexes: Record<string, string> = { women: "women", men: "men", other: "other", not_stated: "sex not stated" };

const groups: Record<string, string> = {
  cybercrime_unit: "Cybercrime units",
  financial_investigation_unit: "Financial investigation units",
  fiu: "Financial intelligence units (FIUs)",
  judicial_cooperation_authority: "Authorities for judicial cooperation",
};

type Entry = [title: string, definition: string, formula?: string, base?: string];

const inPresence = "Presence is the union of a person's stays within the window: reconnects and second devices count once, time before and after the window does not count.";

const entries: Record<string, Entry> = {
  submissions: [
    "Submissions",
    "Every registration received for this webinar, duplicates and barred ones included.",
    "submitted + confirmed + waiting + declined + withdrawn + duplicates + barred",
  ],
  persons: ["Registered persons", "People with at least one submission. Whoever submitted twice is counted once.", "submissions − further submissions of the same persons"],
  further_submissions: [
    "Further submissions of the same persons",
    "Submissions of people who are counted already: duplicates, and barred ones that belong to somebody with another submission.",
    "duplicates + barred ones that are linked to another submission",
    "all submissions",
  ],
  further_barred: ["Further submissions, barred", "Barred submissions of people who are counted with another one, such as a mail that came before the website's form.", "", "the further submissions"],
  barred_persons: ["Barred persons", "People of whom there is no other submission than barred ones.", "", "the registered persons"],
  seats_taken: ["Seats taken", "The confirmed, without speakers and the organiser's own people, who take no seat."],
  over_limit: ["Confirmed above the limit", "The confirmed who stand behind the last seat, in the order of their registrations. There must be none."],
  over_window: ["Longer than the window", "People whose presence is counted longer than the window is. There must be none."],
  rate: [
    "Attendance rate",
    "How many of the confirmed attended. Who attended without a seat is not in it. There is no percentage where fewer than 20 were confirmed.",
    "attended among the confirmed ÷ confirmed",
    "the confirmed",
  ],
  confirmed: [
    "Confirmed",
    "Registrations with a seat. Only a submission through the website can have one.",
    "attended + short stays + no-shows, of the confirmed",
  ],
  waiting: ["Waiting", "Submitted after the last seat was taken. A withdrawal before the start promotes the first of them."],
  submitted: ["Submitted", "Neither confirmed nor waiting yet."],
  declined: ["Declined", "Declined by an officer, with a reason."],
  withdrawn: ["Withdrawn", "Withdrawn before the webinar."],
  duplicates: ["Duplicates", "Further submissions of a person who is counted with the earliest one made through the website."],
  barred: ["Barred", "Not submitted through the website, or the rules of engagement not accepted where the form asks. Such a registration cannot be confirmed."],
  joined: [
    "Joined",
    "Participants with at least one second in an attendance file. Staff, devices and phone numbers are no participants.",
    "attended + short stays",
  ],
  joined_confirmed: ["Joined, confirmed", "Participants who joined and had a seat.", "attended + short stays, of the confirmed", "the confirmed"],
  joined_registered: ["Joined, registered but not confirmed", "Participants who joined with a registration that has no seat: submitted, waiting, declined, withdrawn or barred."],
  joined_walk_ins: ["Joined, walk-ins", "Participants who joined without any registration: no candidate was found, or an officer said none of them."],
  joined_open: ["Joined, match open", "Participants whose match waits for an officer. They count in joined and attended, in a class of their own, with sector, country/area and sex unknown."],
  attended: [
    "Attended",
    `Participants who joined and whose presence reaches the rule. ${inPresence}`,
    "confirmed + registered, not confirmed + walk-ins + open",
    "those who joined",
  ],
  attended_confirmed: ["Attended, confirmed", "Participants who attended and had a seat. The attendance rate is their share of all confirmed.", "", "the confirmed"],
  attended_registered: ["Attended, registered but not confirmed", "Participants who attended with a registration that has no seat: submitted, waiting, declined, withdrawn or barred.", "", "those who attended"],
  attended_declared: ["Attended, declared by a list", "Participants of whom a list says that they were there, and no file says how long. They count as attended under every rule.", "", "those who attended"],
  attended_by_presence: ["Attended, by their presence", `Participants whose presence in a platform's file reaches the rule. ${inPresence}`, "", "those who attended"],
  walk_ins: ["Attended, walk-ins", "Participants who attended without any registration: no candidate was found, or an officer said none of them.", "", "those who attended"],
  open: ["Attended, match open", "Participants who attended and whose match waits for an officer. Sector, country/area and sex are unknown until then.", "", "those who attended"],
  short: ["Short stays", `Participants who joined and whose presence does not reach the rule. ${inPresence}`, "joined − attended", "those who joined"],
  short_confirmed: ["Short stays of the confirmed", `Confirmed participants who joined and whose presence does not reach the rule. ${inPresence}`, "", "the confirmed"],
  no_shows: ["No-shows", "Confirmed, and not one second in any attendance file.", "confirmed − joined, of the confirmed", "the confirmed"],
  automatic: ["Matched automatically", "Participants whose registration is certain: by e-mail address where the name does not contradict it, or by a full name that one person bears.", "", "those who joined"],
  decided: ["Matched by an officer", "Participants whose registration an officer chose.", "", "those who joined"],
  staff: ["Staff", "Speakers, hosts, organisers, interpreters and technical accounts. They stand beside the totals, in none of them."],
  unidentified: ["Unidentified", "A bare device, room or phone number. They stand beside the totals, in none of them."],
  conflicts: ["Decisions that contradict each other", "People in attendance of whom officers' decisions say different things, or whose rows have fallen apart since they were decided."],
  late: ["Walk-ins who may have registered since", "Participants of whom an officer said that they are none of the registered. A registration that fits came after that answer, which stands until another is given."],
  contradictions: ["Sectors in contradiction", "Participants who joined and whose declared sector is another than their organisation and title say.", "", "those who joined"],
  attendees: ["People in the attendance files", "Every distinct person in the files.", "joined + unidentified + staff"],
};

const name = (list: { code: string; name: string }[], code: string): string => list.find((x) => x.code === code)?.name ?? code;

// cut describes one cell of a table of those who attended.
function cut(parts: string[]): FigureWords {
  const title = parts.filter(Boolean).join(", ");
  return {
    title: title ? `Attended: ${title}` : "Attended",
    definition:
      "Those who attended, cut by what they declared when they registered: country/area and sex as declared, never inferred; the sector as declared, or else as it follows from organisation and title. What is not known stays unknown.",
    formula: "",
    base: "those who attended",
  };
}

/** The parts of the answers to a question. */
const answersTo: Record<string, string> = {
  responses: "All answers to a question",
  respondents: "Persons who answered a question",
  known: "Respondents who are people of the webinar for certain",
  anonymous: "Answers without a name",
  staff: "Answers of speakers and staff",
  typed: "Answers in words of the respondents' own",
  answered: "Questions to the speakers with an answer",
  answers: "Those who gave one answer",
};

/** How those who answered both times moved. */
const moves: Record<string, string> = {
  raised: "Gave a higher number after the webinar",
  same: "Answered the same before and after",
  lowered: "Gave a lower number after the webinar",
  other: "Answered otherwise after the webinar",
};

/** describe says in words what a figure counts. */
export function describe(figure: string, names: FigureNames): FigureWords {
  const [kind = "", a = "", b = "", c = ""] = figure.split("/");
  if (kind === "cell") return cut([a && name(names.sectors, a), b && name(names.beneficiaries, b), c && (sexes[c] ?? c)]);
  if (kind === "joined" || kind === "walk_ins") {
    if (figure.includes("/")) {
      const about = cut([a && name(names.sectors, a), b && name(names.beneficiaries, b), c && (sexes[c] ?? c)]);
      const [whole, definition] = entries[kind]!;
      return { ...about, title: about.title.replace(/^Attended/, whole), definition, base: kind === "joined" ? "those who joined" : "those who attended" };
    }
  }
  if (kind === "class" && a) return { ...cut([classes[a] ?? a]), definition: "Those who attended, by the finer class of their sector." };
  if (kind === "present" && a) {
    return { title: `Present at ${moment(a, names.webinar?.zone ?? "UTC")}`, definition: "Participants with a stay that has begun at this instant and has not ended. Files that give totals only say nothing of it.", formula: "join ≤ instant < leave", base: "those who joined" };
  }
  if (kind === "file" && a) {
    return { title: "People in the file", definition: "Every distinct person with a row in this file: participants, staff and what is unidentified.", formula: "", base: "" };
  }
  if (kind === "engagement" && a) {
    return { title: answersTo[b] ?? "Answers to a question", definition: "Each person counts once in a question, with the latest answer; answers without a name count each; speakers and staff are left out.", formula: "", base: "" };
  }
  if (kind === "compared" && a) {
    const [whole = "", when = "", part = ""] = [b, c, figure.split("/")[4]];
    const title = moves[whole] ?? [whole === "both" ? "Persons who answered both times" : "All answers", when === "before" ? "before the webinar" : "after the webinar"].join(", ");
    return {
      title: part === "answers" ? `${title}: one answer` : part === "typed" ? `${title}: in words of their own` : title,
      definition: "The same question before and after the webinar. A person is known to have answered both times by being one of the webinar's people, by an equal address, or without an address by an equal full name.",
      formula: "",
      base: whole === "all" ? "all answers that count" : "those who answered both times",
    };
  }
  if (kind === "answers_in" && a) {
    return { title: "Answers in the file", definition: "Every answer that stands in this file, also those that count in no figure: earlier answers of a person who answered again, and those of speakers and staff.", formula: "", base: "" };
  }
  if (kind === "check" && a) {
    return { title: `Identity ${a}, ${b === "left" ? "left" : "right"} side`, definition: "One of two ways of counting that must give the same.", formula: "", base: "" };
  }
  if (kind === "group") {
    return {
      ...cut([a ? (groups[a] ?? a) : "the four groups of Result 7", b && name(names.beneficiaries, b)]),
      definition: "Those who attended and work in one of the units or authorities that Result 7 names. The group follows from organisation and title, or from an officer's word; who is in none of the four is not counted here.",
    };
  }
  const [title, definition, formula = "", base = ""] = entries[figure] ?? [figure, ""];
  return { title, definition, formula, base };
}

export const figures = {
  rule,
  formula,
  describe,
  groups,
  /** The attendance rate. */
  rate: "Attendance rate",
  rateFormula: "attended among the confirmed ÷ confirmed",
  /** What a button with a formula does. */
  opensTerms: (n: string, of: string): string => `${n}: ${of}. Show what it is made of`,
  noRate: "no percentage: the base is under 20",
  /** What a button with a number does, for readers of the screen. */
  opens: (n: string, of: string): string => `${n}: ${of}. Show who`,
};
