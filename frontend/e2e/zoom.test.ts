// The screens at 200 % and in a window of 320 pixels: nothing is lost, nothing lies over anything else.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { full, tour } from "./look";

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ deviceScaleFactor: 2, reducedMotion: "reduce" });
  await desk.sampled();
});
afterEach(({ task }) => desk.after(task));
afterAll(() => desk.close());

/** lost names what of the page cannot be come to: the sideways scroll of the whole, controls out of sight or covered. */
const lost = () =>
  desk.page.evaluate(() => {
    const out: string[] = [];
    const page = document.scrollingElement!;
    if (page.scrollWidth > page.clientWidth) out.push(`the page is ${page.scrollWidth - page.clientWidth} pixels too wide`);
    const within = document.querySelector("dialog[open]") ?? document.querySelector("[role=menu]") ?? document.querySelector(".drawer") ?? document;
    for (const control of within.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [role=menuitem], [role=option], [tabindex='0']")) {
      // A control that only readers of the screen see is used through its label.
      const small = control.getBoundingClientRect().width <= 1;
      const seen = small ? (control.closest("label") ?? undefined) : control;
      if (!seen?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      seen.scrollIntoView({ block: "center", inline: "center" });
      const box = seen.getBoundingClientRect();
      const name = `${control.tagName.toLowerCase()} "${(control.getAttribute("aria-label") ?? control.textContent ?? "").trim().slice(0, 40)}"`;
      if (box.left < -1 || box.right > innerWidth + 1) {
        out.push(`${name} reaches out of the window: ${Math.round(box.left)} to ${Math.round(box.right)}`);
        continue;
      }
      // What scrolls is met anywhere in its visible part.
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const hit = document.elementFromPoint((box.left + box.right) / 2, (top + bottom) / 2);
      if (!hit || !seen.contains(hit)) out.push(`${name} lies under ${hit?.tagName} "${hit?.textContent?.trim().slice(0, 40)}"`);
      // With the focus, something of it shows: no bar hides it.
      control.focus();
      const now = seen.getBoundingClientRect();
      const free = [0.1, 0.5, 0.9].some((part) => {
        const at = document.elementFromPoint(now.left + now.width / 2, Math.max(0, now.top) + (Math.min(now.bottom, innerHeight) - Math.max(0, now.top)) * part);
        return at && seen.contains(at);
      });
      if (!free) out.push(`${name} is hidden while it has the focus`);
    }
    return out;
  });

for (const { name, width, height } of [
  { name: "200 %", width: 640, height: 450 },
  { name: "320 pixels", width: 320, height: 640 },
]) {
  test(`nothing is lost at ${name}`, async () => {
    await desk.page.setViewportSize({ width, height });
    const found: string[] = [];
    await tour(desk, full, async (stop) => {
      found.push(...(await lost()).map((finding) => `${stop}: ${finding}`));
      await desk.picture(`${name} ${stop}`.replaceAll(" ", "-"));
    });
    expect(found).toEqual([]);
  });
}
