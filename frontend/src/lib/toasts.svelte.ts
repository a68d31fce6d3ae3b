/** Short messages at the foot of the window, with at most one thing to do about each. */
export interface Toast {
  id: number;
  text: string;
  bad: boolean;
  action?: { label: string; run: () => void };
}

let last = 0;
export const toasts = $state<Toast[]>([]);

export function toast(text: string, { bad = false, action }: { bad?: boolean; action?: Toast["action"] } = {}): void {
  last += 1;
  const id = last;
  toasts.push({ id, text, bad, ...(action ? { action } : {}) });
  if (toasts.length > 3) toasts.shift();
  // something to do about it, or an error, needs time to be read (WCAG 2.2.1); the rest leaves by itself
  if (!bad) setTimeout(() => dismiss(id), action ? 12_000 : 5_000);
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((one) => one.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** Does something that may fail, and tells when it did. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error), { bad: true });
    return null;
  }
}
