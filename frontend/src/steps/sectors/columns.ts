import type { Column } from "../../ui/column";
import { words } from "../../words/en";

const titles = words.sectors.columns;

/** The columns of the participants. */
export const columns: Column[] = [
  { id: "name", title: titles.name, width: 9.5, grow: true },
  { id: "sector", title: titles.sector, width: 11, grow: true },
  { id: "reason", title: titles.reason, width: 13, grow: true },
  { id: "organisation", title: titles.organisation, width: 11, grow: true },
  { id: "job", title: titles.job, width: 9, grow: true },
  { id: "country", title: titles.country, width: 10.5, grow: true },
];
