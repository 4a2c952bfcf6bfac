import { answer, POST } from "../api/client";
import { focusTitle } from "../router.svelte";
import { session } from "../session.svelte";
import { words } from "../words/en";

/** takeUp opens a closed webinar again, or plans a cancelled one again, where the program says that it can be. */
export async function takeUp(): Promise<void> {
  const back = session.open.value?.hold?.back;
  if (!back) return;
  await session.write(
    ({ id, version }) => {
      const params = { path: { id }, query: { version } };
      return back === "held"
        ? answer(POST("/api/webinars/{id}/reopen", { params }))
        : answer(POST("/api/webinars/{id}/state", { params, body: { state: back } }));
    },
    // A reopening is no change of its own: there is nothing that undo could take back.
    { done: words.hold.done[back], undo: back !== "held" },
  );
  await focusTitle();
}
