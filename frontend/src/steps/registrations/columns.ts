import type { Column } from "../../ui/column";
import { words } from "../../words/en";

const titles = words.registrations.columns;

/** The columns of the list. */
export const columns: Column[] = [
  { id: "state", title: titles.state, width: 7 },
  { id: "name", title: titles.name, width: 9.5, grow: true },
  { id: "organisation", title: titles.organisation, width: 10.5, grow: true },
  { id: "job", title: titles.job, width: 8.5, grow: true },
  { id: "country", title: titles.country, width: 9.25, grow: true },
  { id: "submitted", title: titles.submitted, width: 9.5 },
  { id: "source", title: titles.source, width: 5.5 },
  { id: "email", title: titles.email, width: 13, grow: true },
];
