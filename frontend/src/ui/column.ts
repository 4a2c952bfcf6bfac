/** A column of a grid; width in rem, grow for those that share what is left. */
export interface Column {
  id: string;
  title: string;
  width: number;
  grow?: boolean;
  number?: boolean;
}
