/** What a decision on items of the review queue asks of the server, and by which ids it is undone. */
import { api } from "../api";
import type { NewJudgement, NewLabel, Proposal, ReviewItem } from "../types";
import type { Decision } from "./queue";

/** The way back from what was recorded: to take it back by its id, or, where it took something back itself, to judge that anew. */
export type Back = { undo: string } | { anew: NewJudgement };

/** The ways back, by the id of the item. */
export type Made = Map<string, Back[]>;

/** Sends a decision on one or many items; labels go in one request, all of them or none. */
export async function send(items: ReviewItem[], decision: Decision): Promise<Made> {
  const made: Made = new Map();
  if (decision === "skip") return made;
  const labelled = items.flatMap((item) => {
    const label = labelOf(item, decision);
    return label ? [{ item, label }] : [];
  });
  if (labelled.length > 0) {
    const records = await api.label(labelled.map((one) => one.label));
    for (const [index, { item }] of labelled.entries()) {
      const record = records[index];
      if (record) made.set(item.id, [{ undo: record.id }]);
    }
  }
  for (const item of items) {
    if (item.merge) made.set(item.id, [await judged(item.merge, decision)]);
  }
  return made;
}

/** Takes back what was recorded. */
export async function takeBack(made: Back[]): Promise<void> {
  for (const one of made) await ("undo" in one ? api.undo(one.undo) : api.judge(one.anew));
}

export function labelOf(item: ReviewItem, decision: "accept" | "reject"): NewLabel | null {
  if (!item.claim || item.kind === "merge") return null;
  if (item.kind === "low") return { claim: item.claim.id, field: "claim", verdict: decision };
  return item.dispute ? { claim: item.claim.id, field: "dispute", verdict: decision, value: item.dispute.id } : null;
}

/**
 * A merge that was carried out is agreed to with a note, and rejected by taking its judgement back; one that was only
 * proposed is carried out, or noted to be of different happenings.
 */
async function judged(merge: Proposal, decision: "accept" | "reject"): Promise<Back> {
  const sides = merge.merged ? await sidesOf(merge) : { incident: merge.a.id, other: merge.b.id };
  if (merge.merged && decision === "reject") {
    await api.undo(merge.judgement);
    return { anew: { action: "merge", ...sides, verdict: "same" } };
  }
  const action = !merge.merged && decision === "accept" ? "merge" : "note";
  const { id } = await api.judge({ action, ...sides, verdict: decision === "accept" ? "same" : "different" });
  return { undo: id };
}

async function sidesOf(merge: Proposal): Promise<{ incident: string; other: string }> {
  const { items } = await api.judgements(merge.a.id);
  const judgement = items.find((one) => one.id === merge.judgement)?.judgement;
  return { incident: judgement?.incident ?? merge.a.id, other: judgement?.other ?? merge.b.id };
}
