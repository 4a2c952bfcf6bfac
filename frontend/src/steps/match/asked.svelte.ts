import type { Schema } from "../../api/client";
import { session } from "../../session.svelte";
import { person as askPerson } from "../evidence/data";
import { review as askReview, type Candidate, type Member, type Review } from "./data";

interface Known {
  version: number;
  person?: Schema["PersonView"];
  review?: Review;
}

/**
 * Asked holds what is known of the people who are asked about: the next one's is fetched while the officer looks at the
 * one before, so that it stands there at once.
 */
export class Asked {
  #known = $state.raw(new Map<string, Known>());
  #webinar: string;

  constructor(webinar: string) {
    this.#webinar = webinar;
  }

  /** about fetches what is known of a person at a version of the webinar, once. What cannot be fetched is left out. */
  about({ participant: { id } }: Member, version: number): void {
    if (this.#known.get(id)?.version === version) return;
    this.#set(id, { ...this.#known.get(id), version });
    const keep = (more: Partial<Known>) => this.#known.get(id)?.version === version && this.#set(id, { ...this.#known.get(id), ...more, version });
    void session.watch(askPerson(this.#webinar, id, "")).then((person) => keep({ person }), () => undefined);
    void session.watch(askReview(this.#webinar, id)).then((review) => keep({ review }), () => undefined);
  }

  #set(id: string, known: Known): void {
    this.#known = new Map(this.#known).set(id, known);
  }

  person = ({ participant }: Member): Schema["PersonView"] | undefined => this.#known.get(participant.id)?.person;

  /** review is what else is known of the question: who seems to share the connection, how many are like this one. */
  review = ({ participant }: Member): Review | undefined => this.#known.get(participant.id)?.review;

  /** candidates are whom the person may be, as far as they are known: at first by their names. */
  candidates({ participant }: Member): Candidate[] {
    return this.#known.get(participant.id)?.review?.candidates ?? participant.candidates.map(outline);
  }
}

const blank = { email: "", organisation: "", job_title: "", country: "", beneficiary: "", elsewhere: "", written: "", sex: "", sector: "", phone: "", source: "", submitted: "", state: "", duplicate_of: "" };

// outline is a candidate of whom only the list's words are known.
const outline = (c: Schema["MatchCandidate"]): Candidate => ({
  score: c.score,
  reasons: c.reasons,
  strength: "",
  taken: "",
  differences: [],
  registration: { ...blank, id: c.registration, first_name: c.name, last_name: "", reason: "", questions: [], acts: [], file: "", sha256: "", line: 0 },
});
