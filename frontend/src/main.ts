import { mount } from "svelte";
import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shared.css";
import "./styles/marks.css";
import { theme } from "./lib/theme.svelte";

theme.show();
const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");
mount(App, { target });
