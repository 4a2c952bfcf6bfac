/** Something the palette finds: an act under a group. */
export interface Found {
  id: string;
  group: string;
  label: string;
  detail?: string;
  shortcut?: string;
  run: () => void;
}
