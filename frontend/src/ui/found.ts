/** Something the palette finds: an act under a group. */
export interface Found {
  id: string;
  group: string;
  label: string;
  detail?: string;
  shortcut?: string;
  /** It cannot be done now: detail says why. */
  off?: boolean;
  run: () => void;
}
