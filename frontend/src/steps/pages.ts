// The screens by step. One that is not listed has no door: the rail shows the steps that stand here.
import type { Component } from "svelte";
import type { Schema } from "../api/client";
import type { General, Step } from "../router.svelte";

/** A PageProps is what every screen of a webinar is given; it changes with the webinar's version. */
export interface PageProps {
  data: Schema["Webinar"];
}

type Load = () => Promise<{ default: Component<PageProps> }>;

export const pages: Partial<Record<Step, Load>> = {
  outline: () => import("./outline/Page.svelte"),
  registrations: () => import("./registrations/Page.svelte"),
  attendance: () => import("./attendance/Page.svelte"),
  match: () => import("./match/Page.svelte"),
  sectors: () => import("./sectors/Page.svelte"),
  engagement: () => import("./engagement/Page.svelte"),
  breakdown: () => import("./breakdown/Page.svelte"),
  report: () => import("./report/Page.svelte"),
};

/** The screens of no one webinar. */
export const generalPages: Record<General, () => Promise<{ default: Component }>> = {
  people: () => import("./people/Page.svelte"),
  settings: () => import("./settings/Page.svelte"),
};
