/** The first screen. */
export const home = {
  title: "Webinars",
  newFromOutline: "New webinar from an outline",
  sample: "Explore the sample webinar",
  empty: "No webinar yet. Start from the outline of one, the page that announces it, or look at the sample first: a whole webinar with invented people.",
  dropOutline: "or drop the outline here (Word, text or HTML)",
  when: "Date",
  webinar: "Webinar",
  next: "Next",
  noDate: "no date yet",
  sampleMark: "Sample: invented people",
  removeSample: "Remove the sample",
  sampleRemoved: "The sample webinar was removed.",
  sampleBack: "The sample webinar is back.",
  made: (title: string) => `New webinar: ${title}`,
  making: "Making the sample webinar",
  reading: "Reading the outline",
  folder: "Data",
  folderIs: "All data lie in this folder on this computer:",
  officer: "Changes are written in the name of",
  steps: {
    outline: "Check the outline",
    registrations: "Registrations",
    attendance: "Attendance",
    match: "Match",
    sectors: "Sectors",
    breakdown: "Breakdown",
    report: "Report",
  } as Record<string, string>,
  /** What comes next in a webinar, in one line. */
  nextLine: (step: string, matter: string, text: string): string => {
    if (matter === "cancelled") return "Cancelled: nothing to do";
    if (matter === "closed") return "Closed: the figures are final";
    if (matter === "no_registrations") return "Import the registrations";
    if (matter === "no_attendance") return "Import the attendance";
    if (matter === "not_held") return "Mark the webinar as held";
    return text ? `${home.steps[step]}: ${text}` : `${home.steps[step]}: ready`;
  },
};
