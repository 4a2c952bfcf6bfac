/** A Toast says what was done, with one thing that can follow. */
export interface Toast {
  text: string;
  /** Nothing was done, and the text says why. */
  refused?: boolean;
  action?: { label: string; run: () => void };
}

/** How long a toast stays when nobody looks at it, in milliseconds. */
const stay = 9000;

export const toasts = $state({ current: undefined as Toast | undefined });
let timer: ReturnType<typeof setTimeout> | undefined;

/** toast shows a toast in place of the one before. */
export function toast(next: Toast): void {
  toasts.current = next;
  resume();
}

/** dismiss takes it away. */
export function dismiss(): void {
  clearTimeout(timer);
  toasts.current = undefined;
}

/** hold keeps it as long as the officer is at it; resume lets it go in its time. */
export const hold = (): void => clearTimeout(timer);
export function resume(): void {
  clearTimeout(timer);
  timer = setTimeout(dismiss, stay);
}
