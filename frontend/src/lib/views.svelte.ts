/** Saved views: names for addresses, kept in this browser. The address alone says all, so a view can be sent to anyone. */
export interface View {
  name: string;
  search: string;
}

const PLACE = "sayso-views";

function kept(): View[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(found) ? found.filter(isView) : [];
  } catch {
    return []; // not written by these pages
  }
}

function isView(one: unknown): one is View {
  const view = one as Partial<View> | null;
  return typeof view?.name === "string" && typeof view.search === "string";
}

class Views {
  all = $state.raw<View[]>(kept());

  /** Keeps a view; one of the same name is replaced. */
  keep(view: View): void {
    this.#set([...this.all.filter((one) => one.name !== view.name), view]);
  }

  drop(name: string): void {
    this.#set(this.all.filter((one) => one.name !== name));
  }

  #set(all: View[]): void {
    this.all = all;
    localStorage.setItem(PLACE, JSON.stringify(all));
  }
}

export const views = new Views();
