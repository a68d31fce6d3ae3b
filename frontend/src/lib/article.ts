/** What an article page makes of a reading: layers for the text, colours for holders, fields for the cards. Pure. */
import { count, edtf, eventType, holder as holderOf, names } from "./format";
import { paragraphs, segments, type Layer, type Segment } from "./layers";
import { strings } from "./strings";
import type { Text } from "./text";
import type { AttributionRecord, ClaimRecord, LabelField, LabelRecord, ReadingAnswer, Span } from "./types";

export const SHOWN = ["content", "source", "cue", "trigger"] as const;
export type Shown = (typeof SHOWN)[number];
export type Kind = Shown | "part" | "out" | "dateline";

/** Someone who says something in the article. colour: 1 to 8; 0 is the article's own voice. */
export interface Holder {
  key: string;
  name: string;
  colour: number;
  claims: number;
}

const COLOURS = 8;
const UNNAMED = "unnamed";

/** Who says something, in the order of the text; the article's own voice last, where it tells a claim. */
export function holders(attributions: readonly AttributionRecord[], claims: readonly ClaimRecord[]): Holder[] {
  const found = new Map<string, Holder>();
  for (const one of attributions) {
    const key = holderKey(one);
    if (!found.has(key)) {
      const name = one.speaker?.name ?? strings.unnamedHolder;
      found.set(key, { key, name, colour: (found.size % COLOURS) + 1, claims: 0 });
    }
  }
  for (const claim of claims) {
    const key = holderKey(claim.holder);
    const known = found.get(key);
    if (known) known.claims += 1;
    else found.set(key, { key, name: holderOf(claim), colour: 0, claims: 1 });
  }
  return [...found.values()];
}

/** Who holds: the speaker where one is known; every attribution without one is somebody of its own; "" is the article. */
export function holderKey(one: AttributionRecord | null): string {
  if (!one) return "";
  return one.speaker ? `actor ${one.speaker.id}` : `${UNNAMED} ${one.id}`;
}

/** All who are not named are one voice in the list of voices, though each has their own colour in the text. */
export function voiceOf(key: string): string {
  return key.startsWith(UNNAMED) ? UNNAMED : key;
}

/** The voices that tell a claim, those who tell most first. */
export function voicesOf(all: readonly Holder[]): Holder[] {
  const found = new Map<string, Holder>();
  for (const one of all) {
    const key = voiceOf(one.key);
    const known = found.get(key);
    if (known) known.claims += one.claims;
    else found.set(key, { ...one, key });
  }
  return [...found.values()].filter((one) => one.claims > 0).sort((a, b) => b.claims - a.claims);
}

/** The spans from which a field of a claim was read. */
export function spansOf(claim: ClaimRecord, field: LabelField): Span[] {
  const { event, place, places, time } = claim.claim;
  const told = (span: Span | null | undefined): Span[] => (span ? [span] : []);
  switch (field) {
    case "agent":
      return event.agent;
    case "patient":
      return event.patient;
    case "holder":
      return claim.holder ? [...claim.holder.attribution.source, ...claim.holder.attribution.cue] : [];
    case "place":
      return [...told(place?.span), ...places.flatMap((one) => told(one.span))];
    case "time":
      return told(time?.span);
    case "killed":
    case "injured":
    case "detained":
    case "displaced":
      return event.toll.evidence;
    default:
      return [event.trigger];
  }
}

/** Every layer of the text. A claim's layers are `of` the claim, an attribution's `of` the attribution. */
export function layersOf(reading: ReadingAnswer): Layer<Kind>[] {
  const found: Layer<Kind>[] = [];
  const put = (kind: Kind, of: string, spans: readonly Span[]): void => {
    for (const [start, end] of spans) found.push({ start, end, kind, of });
  };
  for (const one of reading.left_out) found.push({ start: one.start, end: one.end, kind: "out", of: one.why });
  if (reading.dateline) put("dateline", "", [reading.dateline.span]);
  for (const one of reading.attributions) {
    put("content", one.id, one.attribution.content);
    put("source", one.id, one.attribution.source);
    put("cue", one.id, one.attribution.cue);
  }
  for (const claim of reading.claims) {
    put("trigger", claim.id, [claim.claim.event.trigger]);
    put("part", claim.id, [
      ...(["agent", "patient", "place", "time", "killed"] as const).flatMap((field) => spansOf(claim, field)),
      ...claim.claim.event.instrument,
    ]);
  }
  return found;
}

/** A stretch of the text as it is drawn. */
export interface Piece {
  start: number;
  words: string;
  end: number;
  kinds: ReadonlySet<Kind>;
  /** Colour of the innermost holder who says or stands here; null where nobody is. */
  colour: number | null;
  /** Claims whose trigger is here; claims that read something here; attributions that lie here, the innermost first. */
  triggers: string[];
  parts: string[];
  attributions: string[];
  /** Why it was left out. */
  out: string;
}

/** The paragraphs of the text, each cut into pieces. colours: of attributions, by their ids. */
export function pieces(text: Text, layers: readonly Layer<Kind>[], colours: ReadonlyMap<string, number>): Piece[][] {
  const sorted = [...layers].sort((a, b) => a.start - b.start);
  return paragraphs(text).map(([from, to]) => {
    const near = sorted.filter((one) => one.start < to && one.end > from);
    return segments(near, from, to).map((segment) => piece(text, segment, colours));
  });
}

function piece(text: Text, segment: Segment<Kind>, colours: ReadonlyMap<string, number>): Piece {
  const of = (...kinds: Kind[]): string[] =>
    [...segment.layers]
      .filter((one) => kinds.includes(one.kind))
      .sort((a, b) => a.end - a.start - (b.end - b.start))
      .map((one) => one.of);
  const attributions = [...new Set([...of("source", "cue"), ...of("content")])];
  return {
    start: segment.start,
    end: segment.end,
    words: text.slice(segment.start, segment.end),
    kinds: new Set(segment.layers.map((one) => one.kind)),
    colour: attributions[0] === undefined ? null : (colours.get(attributions[0]) ?? null),
    triggers: of("trigger"),
    parts: [...new Set(of("part"))],
    attributions,
    out: of("out")[0] ?? "",
  };
}

/** The claims that a piece stands for, from the closest: those it triggers, those that read it, those of who says it. */
export function claimsAt(piece: Piece, byHolder: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (piece.triggers.length > 0) return piece.triggers;
  if (piece.parts.length > 0) return piece.parts;
  for (const one of piece.attributions) {
    const held = byHolder.get(one);
    if (held?.length) return held;
  }
  return [];
}

/** A field of a claim as its card shows it. value: null where the text tells nothing. */
export interface Field {
  name: LabelField;
  value: string | null;
  inferred: boolean;
}

/** The fields of a claim: what is always asked, and of the rest what is told. */
export function fieldsOf(claim: ClaimRecord): Field[] {
  const { event, time, inferred } = claim.claim;
  const field = (name: LabelField, value: string | null | undefined): Field => ({
    name,
    value: value || null,
    inferred: value ? inferred.includes(name) : false,
  });
  const places = [claim.place, ...claim.places].flatMap((one) => (one ? [one.place.name] : []));
  const tolls = (["killed", "injured", "detained", "displaced"] as const)
    .map((name) => field(name, count(event.toll[name])))
    .filter((one) => one.value !== null || (one.name === "killed" && event.type === "ASSAULT"));
  return [
    field("type", eventType(event.type)),
    ...(event.mode ? [field("mode", event.mode.replaceAll("_", " "))] : []),
    field("factuality", strings.factuality[event.factuality]),
    field("holder", holderOf(claim)),
    field("agent", names(claim.agents)),
    field("patient", names(claim.patients)),
    field("place", places.join(", ")),
    field("time", edtf(time?.edtf)),
    ...tolls,
    ...(event.context.length > 0 ? [field("context", event.context.join(", "))] : []),
  ];
}

/** The labels that count on one claim: of each field and author the latest, by field. */
export function standing(labels: readonly LabelRecord[], claim: string): Map<LabelField, LabelRecord[]> {
  const last = new Map<string, LabelRecord>();
  for (const one of [...labels].sort((a, b) => a.at.localeCompare(b.at))) {
    if (one.claim !== claim || one.undone || !one.stands) continue;
    last.set(`${one.field} ${one.by}`, one);
  }
  const found = new Map<LabelField, LabelRecord[]>();
  for (const one of last.values()) found.set(one.field, [...(found.get(one.field) ?? []), one]);
  return found;
}
