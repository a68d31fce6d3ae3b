/** The matrix of an incident, a row for each account and a column for each field: which cells stand where, what their marks say, and how the keys walk through them. */

import { edtf } from "../format";
import { strings } from "../strings";
import type { CellReading, Factuality, MatrixAccount, MatrixCell, MatrixOrigin } from "../types";

/** A reading's mark, which stands beside its word and never alone. pull: does it pull against others? */
export interface ReadingMark {
  mark: string;
  word: string;
  means: string;
  pull: boolean;
}

const MARKS: Record<CellReading, string> = {
  agrees: "=",
  only: "·",
  "less precise": "≈",
  updates: "↻",
  differs: "≠",
  contradicts: "⇄",
  denies: "⊘",
  silent: "–",
};
const PULLING = new Set<CellReading>(["differs", "contradicts", "denies"]);
export const READINGS = Object.keys(MARKS) as CellReading[];

export function readingMark(reading: CellReading): ReadingMark {
  return { mark: MARKS[reading], pull: PULLING.has(reading), ...strings.incident.readings[reading] };
}

/** Who gives an account: the article's own voice where nobody else does. */
export function holderOf(account: MatrixAccount): string {
  return account.holder ?? strings.articleVoice;
}

/** A row: one account, and the origin whose first row it may be. */
export interface Row {
  account: MatrixAccount;
  origin: MatrixOrigin;
  first: boolean;
}

/** Accounts in the order of their origins; origins without an account are left out. */
export function rowsOf(origins: MatrixOrigin[]): Row[] {
  return origins.flatMap((origin) =>
    origin.accounts.map((account, index) => ({ account, origin, first: index === 0 })),
  );
}

/** The fields that any account tells; the others are named below the table, not given empty rows. */
export function toldFields(fields: string[], rows: Row[]): { told: string[]; untold: string[] } {
  const tells = (field: string): boolean => rows.some(({ account }) => isTold(account.cells[field]));
  return { told: fields.filter(tells), untold: fields.filter((field) => !tells(field)) };
}

export function isTold(cell: MatrixCell | undefined): cell is MatrixCell & { value: string } {
  return cell !== undefined && cell.reading !== "silent" && cell.value !== null;
}

/** How a cell stands to others; where there is none, the account is silent. */
export const readingOf = (cell: MatrixCell | undefined): CellReading => (isTold(cell) ? cell.reading : "silent");

/** Widths of columns, none of them under the narrowest; the wide ones give what the others take, as far as they have it. */
export function steadied(widths: readonly number[], narrowest: number): number[] {
  const wide = widths.map((one) => Math.max(0, one - narrowest));
  const room = wide.reduce((sum, one) => sum + one, 0);
  const lacking = widths.reduce((sum, one) => sum + Math.max(0, narrowest - one), 0);
  const kept = room > 0 ? Math.max(0, 1 - lacking / room) : 0;
  return wide.map((one) => narrowest + one * kept);
}

/** A value as it is shown: a date in words, a type without underscores. */
export function shownValue(field: string, value: string): string {
  if (field === "time") return edtf(value);
  if (field === "occurrence") return strings.factuality[value as Factuality] ?? value;
  return value.replaceAll("_", " ");
}

/** What stands under an origin's name: in how many texts, and who printed them. */
export function under(origin: MatrixOrigin): string {
  const printed = origin.publishers.join(", ");
  return [strings.incident.texts(origin.documents), printed && strings.incident.copies(printed)]
    .filter(Boolean)
    .join(" ");
}

/** What a screen reader says of a cell that is focused. */
export function cellLabel(field: string, row: Row, cell: MatrixCell | undefined): string {
  const holder = holderOf(row.account);
  if (!isTold(cell)) return strings.incident.silentLabel(field, holder);
  return strings.incident.cellLabel(field, holder, cell.value, readingMark(cell.reading).word);
}

/** Row and column of the cell that a key leads to from another; null for a key that leads nowhere. */
export function walk(key: string, row: number, column: number, rows: number, columns: number): [number, number] | null {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most - 1, value));
  switch (key) {
    case "ArrowRight":
      return [row, clamp(column + 1, columns)];
    case "ArrowLeft":
      return [row, clamp(column - 1, columns)];
    case "ArrowDown":
      return [clamp(row + 1, rows), column];
    case "ArrowUp":
      return [clamp(row - 1, rows), column];
    case "Home":
      return [row, 0];
    case "End":
      return [row, columns - 1];
    default:
      return null;
  }
}
