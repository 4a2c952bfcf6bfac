import { answer, DELETE, GET, POST, type Schema } from "../../api/client";
import { finished, type JobWatch } from "../../api/jobs";

/** newWebinar makes a webinar from an outline that was handed over. */
export const newWebinar = (upload: string): Promise<Schema["Webinar"]> => answer(POST("/api/webinars", { body: { upload } }));

/** newSample makes the sample webinar and gives its id. */
export const newSample = (watch: JobWatch): Promise<string> => finished(answer(POST("/api/sample")), watch);

async function version(id: string): Promise<number> {
  return (await answer(GET("/api/webinars/{id}", { params: { path: { id } } }))).webinar.version;
}

/** removeSample takes the sample webinar away. */
export async function removeSample(id: string): Promise<void> {
  const params = { path: { id }, query: { version: await version(id) } };
  await answer(DELETE("/api/webinars/{id}/sample", { params }));
}

/** returnSample takes the removal back. */
export async function returnSample(id: string): Promise<void> {
  const params = { path: { id }, query: { version: await version(id) } };
  await answer(POST("/api/webinars/{id}/undo", { params }));
}
