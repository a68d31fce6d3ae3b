/** A column of a Table. */
export interface Column {
  name: string;
  label: string;
  /** A grid track: "7rem", "minmax(8rem, 2fr)". */
  width: string;
  /** What the API calls the order by this column; none where it cannot be sorted. */
  order?: string;
  end?: boolean;
  /** Shown only where the table is at least so wide (pixels). */
  from?: number;
}
