import { answer, GET } from "../api/client";
import { address, router } from "../router.svelte";
import { session } from "../session.svelte";
import { pages } from "../steps/pages";
import type { Found } from "../ui/found";
import { words } from "../words/en";
import { day } from "../words/format";

/** How many people of each kind the search lists. */
const few = 6;

/** webinars gives every webinar as something to go to. */
export async function webinars(): Promise<Found[]> {
  if (!session.home.value) await session.list();
  return (session.home.value?.webinars ?? []).map((w) => ({
    id: `webinar-${w.id}`,
    group: words.shell.groupWebinars,
    label: w.title,
    detail: day(w.start, w.zone),
    run: () => router.go(address(w.id, "outline")),
  }));
}

/** people finds registered people and people in attendance of a webinar. What cannot be asked finds nobody. */
export async function people(webinar: string, text: string): Promise<Found[]> {
  const params = { path: { id: webinar }, query: { q: text, limit: few } };
  const [registered, attended] = await Promise.all([
    answer(GET("/api/webinars/{id}/registrations", { params })).catch(() => undefined),
    answer(GET("/api/webinars/{id}/members", { params })).catch(() => undefined),
  ]);
  const found: Found[] = (registered?.rows ?? []).map((r) => ({
    id: `registration-${r.id}`,
    group: words.shell.groupRegistered,
    label: `${r.first_name} ${r.last_name}`.trim(),
    detail: r.organisation || r.email,
    run: () => router.go(address(webinar, "registrations", { registration: r.id })),
  }));
  if (!pages.match) return found;
  for (const { participant, organisation } of attended?.rows ?? []) {
    found.push({
      id: `person-${participant.id}`,
      group: words.shell.groupAttended,
      label: participant.name,
      detail: organisation || participant.email,
      run: () => router.go(address(webinar, "match", { person: participant.id })),
    });
  }
  return found;
}
