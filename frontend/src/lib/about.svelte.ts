import { api, ApiError } from "./api";
import type { About } from "./types";

/** What the server tells about itself, asked once and again after every change. */
class AboutState {
  value = $state.raw<About | null>(null);
  error = $state.raw<ApiError | null>(null);

  /** May this user judge? May they add? */
  readonly reviewer: boolean = $derived(this.value !== null && this.value.user.role !== "reader");
  readonly admin: boolean = $derived(this.value?.user.role === "admin");

  async ask(): Promise<void> {
    try {
      this.value = await api.about();
      this.error = null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.error = error;
    }
  }
}

export const about = new AboutState();
