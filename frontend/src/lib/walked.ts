/** Walking through a list by keys: the first link of an entry takes focus, and Enter opens it as it opens any link. */
import type { Attachment } from "svelte/attachments";
import { bind } from "./keys";

export const walked: Attachment<HTMLElement> = (list) => {
  const step = (by: 1 | -1): void => {
    const entries = [...list.children];
    const at = entries.findIndex((one) => one.contains(document.activeElement));
    const to = at < 0 ? 0 : Math.max(0, Math.min(entries.length - 1, at + by));
    const link = entries[to]?.querySelector<HTMLElement>("a[href]");
    link?.focus();
    entries[to]?.scrollIntoView({ block: "nearest" });
  };
  return bind("list", { next: () => step(1), previous: () => step(-1) });
};
