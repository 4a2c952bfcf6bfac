/** The help behind F1: one page for each screen, and the keys. */
export interface HelpPage {
  title: string;
  paragraphs: string[];
}

const pages: Record<string, HelpPage> = {
  home: {
    title: "Webinars",
    paragraphs: [
      "Each line is one webinar with what comes next. A new webinar starts from its outline, the page that announces it, as a Word document, text or HTML.",
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
      "An import shows its plan first. What you confirm is exactly that plan, and Ctrl+Z undoes it.",
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
      "Choose a candidate, or say that the person is none of them: a walk-in. Where several people sat at one connection, name them: each is matched, and its presence counts for each. Every answer can be undone.",
      "The classes add up to the distinct people in attendance. Each person of the list opens with rows, presence and reasons; the answer can be changed there, also for some only of the attendees that are united in the person.",
    ],
  },
  sectors: {
    title: "Sectors & countries",
    paragraphs: [
      "Every sector shows why it was given. What cannot be told stays Unknown; it is never guessed into a table for the donor.",
      "A contradiction means that organisation or title say something else than was declared: what was declared stands until you set another sector.",
      "Who waits for you stands first: an unknown sector, a contradiction, an unknown country/area. Under “What classified them” each rule leads to those whom it classified.",
      "A sector that you set for one person can be kept for the organisation, in all webinars. That, and what you add under “Institutions and terms”, is listed there and can be removed.",
      "Where nobody said the country/area, one may be proposed from the organisation, the telephone number or the e-mail address, with the reason. It is in no figure until you accept it, one by one or all at once.",
    ],
  },
  engagement: {
    title: "Polls and surveys",
    paragraphs: [
      "Import what the platform exports of polls and of questions to the speakers, and the answers to surveys before and after the webinar: Zoom, Microsoft Forms (also the polls of Teams), Google Forms, EUSurvey, LimeSurvey, or any other table: you say which columns are questions, and who answered.",
      "Each person counts once in a question, with the latest answer; answers without a name count each; speakers and staff are left out. An answer is tied to a person where that is certain: by an equal address that the name does not contradict, or without an address by a full name that one person has.",
      "A question asked in the same words before and after is laid side by side: over all answers, and over the persons who answered both times. Where a file does not say when it was, say so beside it.",
      "What respondents typed stands on this screen and in the internal copy of the report alone. Everywhere else it is only counted.",
      "Say of a question which expected outcome of the outline it shows; the report names it there.",
    ],
  },
  breakdown: {
    title: "Breakdown",
    paragraphs: [
      "Any figure opens its definition and the people behind it. Screen, chart and report draw the same table.",
      "Registered persons are the people with at least one submission, each counted once, whatever became of it. Confirmed are those with a seat.",
      "Joined are the participants with any presence inside the window, from the actual start to the actual end where they were entered. Staff and people whom nobody can name stand beside, in no total.",
      "Presence is the time inside the window, reconnects and several devices united. Attended are those who joined and whose presence reaches the rule; the rest are short stays. No-shows were confirmed and never joined.",
      "Attended is the sum of confirmed, registered but not confirmed, walk-ins, and those whose match is open: their sector, country/area and sex stay unknown until it is decided.",
      "The attendance rate is the confirmed who attended out of all confirmed. Under a base of 20 no percentages are given.",
      "A rule that is tried out changes the figures on this screen only; nothing is stored until you keep it. Every identity of the reconciliation must hold before the report can be finalised.",
      "A chart is saved as picture (PNG, SVG) or numbers (CSV), or its numbers are copied for a spreadsheet.",
    ],
  },
  report: {
    title: "Report",
    paragraphs: [
      "The pages are the report as it will be, drawn again with every change. Your own text stands at the end of its section and is saved by itself.",
      "The internal copy holds names: the list of participants with their organisations, for the office alone. Never send it on.",
      "The donor copy holds the full counts of every table, and no row about one person: institutions stand in a list of their own, apart from roles and people. A text of yours that names a participant keeps it from being made.",
      "The annex (XLSX) holds all tables of the same copy, and the sources: each imported file with its rows and SHA-256.",
      "An error among the findings keeps the report from being finalised; a remark is for you to judge. Each leads to the step where it is mended.",
      "Finalising keeps the report in the register for ever, byte for byte, with its SHA-256. A mistake is mended by a further final report; the first stays beside it.",
    ],
  },
  people: {
    title: "People",
    paragraphs: [
      "Everybody of all webinars stands here once. Two entries are one person by themselves only where that is certain: by an equal address that the names do not contradict, by the same name and organisation, or by what you said before. Everything else is asked under “Same person?”.",
      "A person opens with all webinars, registrations, presences and decisions. “Somebody else here” says that at one webinar it was another person; “One person” unites two. Each answer can be undone, there or with Ctrl+Z.",
      "Participations count each attendance of a webinar, unique persons each person once in the period. The sector is told of those who joined; who never joined has none in the list.",
      "“Everything held of this person” saves all that is kept about somebody, for a person who asks for it. The file contains personal data.",
    ],
  },
  settings: {
    title: "Settings",
    paragraphs: [
      "What you decide on a match or on staff at one webinar is remembered. At later ones it is followed as long as nothing there speaks against it; the links lead to where it was.",
      "“Forget” ends that for all webinars that are not closed; the decision at its own webinar stays. Ctrl+Z on this screen undoes it.",
    ],
  },
};

export const help = {
  title: "Help",
  here: "This screen",
  keysTitle: "Keys",
  pages,
  keys: [
    ["Ctrl+K", "Every command, people, sections of the report, webinars"],
    ["Ctrl+Z", "Undo the last change of this webinar; under People and Settings the last answer there"],
    ["Alt+1 … Alt+9", "Go to the screen with that number on the left"],
    ["Alt+0", "Go to the people of all webinars"],
    ["Ctrl+P", "Print this screen: long lists with all their rows"],
    ["F1", "This help"],
    ["Esc", "Close what is open"],
    ["↑ ↓ or j k", "Move in a list"],
    ["Enter", "Open the row"],
    ["x", "Select the row"],
    ["Shift+↑ ↓", "Select a range"],
    ["Ctrl+A", "Select all rows"],
    ["1 … 5, n, t, p, a, f, s, u", "In the review of matches: choose a candidate, none, staff, several people, all like this, someone else, skip, undo"],
    ["1 … 6", "In the list of sectors: set the group"],
    ["a", "In the list of sectors: accept the proposed country/area"],
    ["← → then + −", "Choose a column, make it wider or narrower"],
    ["c", "Confirm the row or the selection (registrations)"],
  ] as [string, string][],
};
