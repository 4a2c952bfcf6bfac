// Every sentence the screens show, by screen. A name that is not here is an error of the compiler.
import { attendance } from "./en/attendance";
import { breakdown } from "./en/breakdown";
import { columns } from "./en/columns";
import { engagement } from "./en/engagement";
import { evidence } from "./en/evidence";
import { figures } from "./en/figures";
import { help } from "./en/help";
import { hold } from "./en/hold";
import { home } from "./en/home";
import { imports } from "./en/imports";
import { match } from "./en/match";
import { outline } from "./en/outline";
import { people } from "./en/people";
import { registrations } from "./en/registrations";
import { report } from "./en/report";
import { sectors } from "./en/sectors";
import { settings } from "./en/settings";
import { problem, shell, stages } from "./en/shell";
import { since } from "./en/since";

export const words = {
  shell,
  stages,
  problem,
  since,
  help,
  hold,
  home,
  outline,
  imports,
  columns,
  registrations,
  attendance,
  match,
  sectors,
  engagement,
  figures,
  evidence,
  breakdown,
  report,
  people,
  settings,

  /** The steps, as the rail and the strip name them. */
  steps: {
    home: "Webinars",
    outline: "Outline",
    registrations: "Registrations",
    attendance: "Attendance",
    match: "Match",
    sectors: "Sectors & countries",
    engagement: "Polls and surveys",
    breakdown: "Breakdown",
    report: "Report",
  },

  /** The screens of no one webinar, as the rail names them. */
  general: {
    people: "People",
    settings: "Settings",
  },

  /** What a change of the register did, by its kind. */
  changes: {
    "webinar.edit": "a change of the webinar",
    "webinar.close": "the closing of the webinar",
    "registrations.import": "an import of registrations",
    "registrations.add": "a registration entered by hand",
    "registrations.state": "a decision on registrations",
    "registrations.merge": "a merge of two registrations",
    "attendance.import": "an import of attendance",
    "engagement.import": "an import of polls, questions or surveys",
    "engagement.link": "a link of a question to an expected outcome",
    "files.import": "an import of files of several kinds",
    "engagement.phase": "a word on when a survey was",
    "columns.forget": "the forgetting of remembered columns",
    "match.decide": "a decision on a match",
    "match.split": "a split of a shared connection",
    "staff.set": "a decision on staff",
    "sector.set": "a decision on a sector",
    "sector.entries": "a change of the institutions and terms",
    "country.set": "a decision on a country/area",
    "report.text": "a text of the report",
    "sample.remove": "the removal of the sample",
    "person.decide": "an answer on who is one person",
    "memory.revoke": "the forgetting of something remembered",
  } as Record<string, string>,

  /** The states of a webinar. */
  states: {
    planned: "planned",
    postponed: "postponed",
    held: "held",
    cancelled: "cancelled",
    closed: "closed",
  } as Record<string, string>,
};
