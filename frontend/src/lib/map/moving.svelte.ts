/** Where a map looks while somebody moves it: at most one step a frame, and rested a moment after the last. */
import { type View, WORLD } from "./view";

const REST = 140;

export class Moving {
  view = $state.raw<View>(WORLD);
  /** The view for which things are laid out; while the map moves they move with it, and are laid out anew when it rests. */
  rested = $state.raw<View>(WORLD);
  /** Has somebody moved it? Until then it follows what is shown. */
  touched = false;
  #pending: View | null = null;
  #frame = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** Where the map is going, which may be a frame ahead of where it is. */
  get target(): View {
    return this.#pending ?? this.view;
  }

  /** Looks somewhere at once. */
  look(next: View): void {
    this.view = next;
    this.rested = next;
  }

  /** Moves on, at most once a frame however fast the pointer is. */
  go(next: View): void {
    this.touched = true;
    this.#pending = next;
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        if (this.#pending) this.view = this.#pending;
        this.#pending = null;
      });
    }
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.look(this.target), REST);
  }

  /** Lets go: what is shown is followed again, and a step that was still to come is not taken. */
  free(): void {
    this.stop();
    this.touched = false;
  }

  stop(): void {
    clearTimeout(this.#resting);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#pending = null;
  }
}
