import type { Snippet } from "svelte";

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

export interface TableProps<Row> {
  label: string;
  columns: readonly Column[];
  rows: readonly Row[];
  id: (row: Row) => string;
  href: (row: Row) => string;
  /** What a row is called by a screen reader's list of links. */
  name: (row: Row) => string;
  cell: Snippet<[Row, string]>;
  /** The whole row where there is no room for columns. */
  narrow: Snippet<[Row]>;
  /** How many rows there are in all, where that is known. */
  total?: number | undefined;
  more?: (() => void) | undefined;
  busy?: boolean;
  order?: string;
  descending?: boolean;
  onorder?: (order: string, descending: boolean) => void;
  /** Pixels. */
  rowHeight?: number;
  narrowHeight?: number;
}
