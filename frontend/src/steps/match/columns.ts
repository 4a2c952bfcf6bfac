import type { Column } from "../../ui/column";
import { words } from "../../words/en";

const titles = words.match.columns;

/** The columns of the people in attendance. */
export const columns: Column[] = [
  { id: "name", title: titles.name, width: 12, grow: true },
  { id: "state", title: titles.state, width: 10 },
  { id: "registered", title: titles.registered, width: 11, grow: true },
  { id: "organisation", title: titles.organisation, width: 12, grow: true },
  { id: "email", title: titles.email, width: 12, grow: true },
  { id: "presence", title: titles.presence, width: 6.5, number: true },
];
