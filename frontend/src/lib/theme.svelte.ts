/** Light, dark, or as the system has it; kept in this browser. */
const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

function kept(): Theme {
  const found = localStorage.getItem("sayso-theme");
  return THEMES.find((one) => one === found) ?? "auto";
}

class ThemeState {
  value = $state<Theme>(kept());

  next(): void {
    this.value = THEMES[(THEMES.indexOf(this.value) + 1) % THEMES.length] as Theme;
    localStorage.setItem("sayso-theme", this.value);
    this.show();
  }

  show(): void {
    document.documentElement.dataset["theme"] = this.value;
  }
}

export const theme = new ThemeState();
