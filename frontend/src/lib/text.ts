import type { Span } from "./types";

/**
 * A text whose offsets are Unicode code points, as the ledger counts them. JavaScript counts UTF-16 units: the two differ
 * after the first character outside the basic plane, so every cut goes through here.
 */
export class Text {
  readonly length: number;
  /** UTF-16 index of every code point, and the end; null where both counts are the same. */
  readonly #units: Uint32Array | null;

  constructor(readonly all: string) {
    this.#units = astral(all) ? unitsOf(all) : null;
    this.length = this.#units ? this.#units.length - 1 : all.length;
  }

  slice(start: number, end: number): string {
    return this.all.slice(this.#unit(start), this.#unit(end));
  }

  words(span: Span): string {
    return this.slice(span[0], span[1]);
  }

  #unit(index: number): number {
    const at = Math.max(0, Math.min(index, this.length));
    return this.#units ? (this.#units[at] ?? this.all.length) : at;
  }
}

function astral(text: string): boolean {
  return /[\u{10000}-\u{10ffff}]/u.test(text);
}

function unitsOf(text: string): Uint32Array {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  return Uint32Array.from(units);
}
