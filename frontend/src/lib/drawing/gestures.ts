/** Moving and zooming a drawing with pointer, wheel and touch. Keys are the drawing's own, see `panKey`. */
import type { Attachment } from "svelte/attachments";

export interface Moves {
  /** By pixels, to the right and downward. */
  pan: (dx: number, dy: number) => void;
  /** `factor` times closer around the pixel (x, y) of the element. */
  zoom: (factor: number, x: number, y: number) => void;
  /** Nothing has moved for a moment. */
  still?: () => void;
}

/** A pointer that moves less than this is a click. */
const CLICK = 4;
const REST = 160;

/** wheel: zooms always, or only with Ctrl or ⌘ held, where the page itself must scroll. */
export function gestures(moves: Moves, wheel: "always" | "held" = "always"): Attachment<HTMLElement | SVGElement> {
  return (element) => {
    const down = new Map<number, { x: number; y: number }>();
    let dragging = false;
    let resting: ReturnType<typeof setTimeout> | undefined;

    const rest = (): void => {
      clearTimeout(resting);
      if (moves.still) resting = setTimeout(moves.still, REST);
    };
    const place = (event: MouseEvent): { x: number; y: number } => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };

    const start = (event: PointerEvent): void => {
      if (event.button !== 0) return;
      down.set(event.pointerId, place(event));
      if (down.size === 1) dragging = false;
    };
    const move = (event: PointerEvent): void => {
      const before = down.get(event.pointerId);
      if (!before) return;
      const now = place(event);
      if (!dragging && Math.hypot(now.x - before.x, now.y - before.y) < CLICK) return;
      if (!dragging) element.setPointerCapture(event.pointerId);
      dragging = true;
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const apart = (one: { x: number; y: number }): number => Math.hypot(one.x - other.x, one.y - other.y) || 1;
        moves.zoom(apart(now) / apart(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
      } else {
        moves.pan(now.x - before.x, now.y - before.y);
      }
      down.set(event.pointerId, now);
      rest();
    };
    const end = (event: PointerEvent): void => {
      down.delete(event.pointerId);
    };
    // the click that ends a drag opens nothing
    const click = (event: MouseEvent): void => {
      if (!dragging) return;
      dragging = false;
      event.stopPropagation();
      event.preventDefault();
    };
    const turn = (event: WheelEvent): void => {
      if (wheel === "held" && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { x, y } = place(event);
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      moves.zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * 0.002), x, y);
      rest();
    };

    const listeners: [string, (event: never) => void, AddEventListenerOptions?][] = [
      ["pointerdown", start],
      ["pointermove", move],
      ["pointerup", end],
      ["pointercancel", end],
      ["click", click, { capture: true }],
      ["wheel", turn, { passive: false }],
    ];
    for (const [name, run, options] of listeners) element.addEventListener(name, run as EventListener, options);
    return () => {
      clearTimeout(resting);
      for (const [name, run, options] of listeners) element.removeEventListener(name, run as EventListener, options);
    };
  };
}

/** What a key does to a drawing: a step to a side, a zoom, or back to all of it; null for any other key. */
export function panKey(key: string): { dx: number; dy: number; factor: number; all: boolean } | null {
  const still = { dx: 0, dy: 0, factor: 1, all: false };
  switch (key) {
    case "ArrowLeft":
      return { ...still, dx: 1 };
    case "ArrowRight":
      return { ...still, dx: -1 };
    case "ArrowUp":
      return { ...still, dy: 1 };
    case "ArrowDown":
      return { ...still, dy: -1 };
    case "+":
    case "=":
      return { ...still, factor: 1.5 };
    case "-":
    case "_":
      return { ...still, factor: 1 / 1.5 };
    case "0":
      return { ...still, all: true };
    default:
      return null;
  }
}
