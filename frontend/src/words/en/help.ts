/** The help behind F1: one page for each screen, and the keys. */
export interface HelpPage {
  title: string;
  paragraphs: string[];
}

const pages: Record<string, HelpPage> = {
  home: {
    title: "Webinars",
    paragraphs: [
      "Each line is one webinar with what comes next. A new webinar starts from its outline, the page that announces it, saved as text or HTML.",
      "The sample webinar shows the whole job with invented people. It can be removed with one click.",
      "Everything stays in one folder on this computer. The program uses no network.",
    ],
  },
  outline: {
    title: "Outline",
    paragraphs: [
      "The outline is what the program read from the announcement, field by field, with the words it was read from beside it.",
      "A field with a remark was missing, or could be read in two ways: correct it in place. Setting the participants' text reads capacity, audience and confirmation days from it again; setting the activities reads the Result again.",
      "Say here that the webinar was held, postponed or cancelled. Postponing and cancelling need a reason: the report to the donor names it.",
      "Closing freezes the figures of a webinar that was held: nothing that comes later changes them. The report's texts can still be written. It can be reopened until a final report is issued.",
    ],
  },
  registrations: {
    title: "Registrations",
    paragraphs: [
      "Only registrations through the website are confirmed. One that came by e-mail or phone is barred, whoever enters it; the person registers on the website, and the new registration is linked to the earlier one.",
      "Order of judgement: first the bar, then duplicates (the earliest website submission of a person counts), then seats in the order of completion. Who comes after the last seat waits; a withdrawal before the start promotes the first who waits.",
      "An import shows its plan first. What you confirm is exactly that plan, and it can be taken back with Ctrl+Z.",
    ],
  },
  attendance: {
    title: "Attendance",
    paragraphs: [
      "Import what the platform exports after the webinar. Several files, and several platforms, are one webinar.",
      "Reconnects of one person are united; time before the start and after the end does not count.",
    ],
  },
  match: {
    title: "Match",
    paragraphs: [
      "Who joined is compared with who registered. Certain pairs are made; doubtful ones wait for your answer, with the reasons for each candidate.",
      "Choose a candidate, or say that the person is none of them: a walk-in. Every answer can be taken back.",
      "The classes add up to the distinct people in attendance. Each person of the list opens with rows, presence and reasons; the answer can be changed there, also for some only of the attendees that are united in the person.",
    ],
  },
  sectors: {
    title: "Sectors",
    paragraphs: [
      "Every sector shows why it was given. What cannot be told stays Unknown; it is never guessed into a table for the donor.",
      "A contradiction means that organisation or title say something else than was declared: what was declared stands until you set another sector.",
    ],
  },
  breakdown: {
    title: "Breakdown",
    paragraphs: ["Any figure opens its definition and the people behind it. Screen, chart and report draw the same table."],
  },
  report: {
    title: "Report",
    paragraphs: ["The pages are the report as it will be. The internal copy holds names; the donor copy holds none."],
  },
};

export const help = {
  title: "Help",
  here: "This screen",
  keysTitle: "Keys",
  pages,
  keys: [
    ["Ctrl+K", "Search people, webinars and commands"],
    ["Ctrl+Z", "Take back the last change of this webinar"],
    ["Alt+1 … Alt+8", "Go to a step"],
    ["F1", "This help"],
    ["Esc", "Close what is open"],
    ["↑ ↓ or j k", "Move in a list"],
    ["Enter", "Open the row"],
    ["x", "Select the row"],
    ["Shift+↑ ↓", "Select a range"],
    ["Ctrl+A", "Select all rows"],
    ["1 … 5, n, t, s, f, u", "In the review of matches: choose a candidate, none, staff, skip, someone else, take back"],
    ["1 … 6", "In the list of sectors: set the group"],
    ["← → then + −", "Choose a column, make it wider or narrower"],
    ["c", "Confirm the row or the selection (registrations)"],
  ] as [string, string][],
};
