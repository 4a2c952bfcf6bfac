// Papers with names that try to be something else: markup, scripts, formulas, signs that turn the writing, long ones.
import { outline, type Paper } from "./desk";

/** The names; each would leave a mark on the page or ask another computer, if it were more than text. */
export const names = [
  `<script>window.harmed=1</script>`,
  `</script><script>window.harmed=2</script>`,
  `<img src=x onerror=window.harmed=3>`,
  `<img src="http://192.0.2.1/seen.png">`,
  `"><svg onload=window.harmed=4>`,
  `__f__window.harmed=5__f__`,
  `__f__function(){window.harmed=6;return 'x'}()__f__`,
  `javascript:window.harmed=7`,
  `{{constructor.constructor('window.harmed=8')()}}`,
  `\${window.harmed=9}`,
  `{b}{@x}{c|rich}`,
  `=HYPERLINK("http://192.0.2.1/","Ana")`,
  `+1+cmd|' /C calc'!A0`,
  `@SUM(1+1)`,
  `-2+3`,
  `Ana\u202Emoc.live\u202C`,
  `\u2066Jo\u200Bvan\u2069`,
  `Ayşe 👩🏽‍💻🇪🇺`,
  `Ž\u0301\u0302\u0303\u0304algo`,
  `${"Dugo".repeat(75)}`,
];

const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
const table = (name: string, rows: string[][]): Paper => ({ name, data: Buffer.from(`\uFEFF${rows.map(quoted).join("\r\n")}\r\n`) });
const address = (i: number) => `p${i}@unit${i}.example`;

/** The outline: the sample's, with hostile words in title, speakers and background. */
export const hostileOutline: Paper = {
  name: "outline <b>x</b>.txt",
  data: Buffer.from(
    outline.data
      .toString()
      .replace("Online child sexual exploitation", `</script><script>window.harmed=10</script> <img src=x onerror=window.harmed=11> =1+1`)
      .replace("Radu ALBESCU", `<b onmouseover=window.harmed=12>Radu</b> ALBESCU`)
      .replace("Since the spring", `__f__window.harmed=13__f__ <img src="http://192.0.2.1/seen.png"> Since the spring`),
  ),
};

/** Registrations as the website exports them: each name once as a person, an organisation and a position. */
export const hostileRegistrations: Paper = table("registrations <img src=x onerror=window.harmed=14>.csv", [
  ["Serial number", "Submission ID", "Completed", "First name", "Last name", "E-mail", "Organisation", "Job title", "Country", "Sex", "How did you submit this registration?"],
  ...names.map((name, i) => [String(i + 1), String(500 + i), `2020-05-12 10:${10 + i}:00`, name, `Person${i}`, address(i), name, name, i % 2 ? name : "Kosovo*", "Female", "website"]),
]);

/** Attendance as a platform exports it: the same people, and one more of each name who did not register. */
export const hostileAttendance: Paper = table("attendance __f__window.harmed=15__f__.csv", [
  ["Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)", "Guest"],
  ...names.flatMap((name, i) => [
    [`${name} Person${i}`, address(i), "05/28/2020 01:55:00 PM", "05/28/2020 04:00:00 PM", "125", "Yes"],
    [name, `stranger${i}@elsewhere.example`, "05/28/2020 02:05:00 PM", "05/28/2020 03:50:00 PM", "105", "Yes"],
  ]),
]);

/** Surveys before and after the webinar, as any program saves them: who answers, and what was typed, are the same names. */
const survey = (name: string, rated: (i: number) => number): Paper =>
  table(name, [
    ["Name", "E-mail", "How well do you know the channels of co-operation?", "What do you expect?"],
    ...names.map((text, i) => [`${text} Person${i}`, address(i), String(rated(i)), text]),
    ["", "", "", ""],
    ["Nobody Atall", "nobody@elsewhere.example", "", ""],
  ]);
export const hostileSurveys = [
  survey("before <img src=x onerror=window.harmed=16>.csv", (i) => 1 + (i % 3)),
  survey("after.csv", (i) => 2 + (i % 2)),
];
