/** Shows the page that the address names, and gives it the focus. */
import { inPlainWords } from "./api.js";
import { checkPage } from "./check.js";
import { byId, h } from "./dom.js";
import { home } from "./home.js";
import { symptomPage } from "./symptom.js";

const NAME = "Plain Health";
const SYMPTOM = /^#\/symptom\/([a-z0-9-]+)$/;
let turn = 0;

function wanted(): { view: string; page: HTMLElement | Promise<HTMLElement> } {
  const symptom = SYMPTOM.exec(location.hash)?.[1];
  if (symptom) return { view: "symptom", page: symptomPage(symptom) };
  if (location.hash === "#/check") return { view: "check", page: checkPage() };
  return { view: "home", page: home() };
}

async function show(moveFocus: boolean): Promise<void> {
  const mine = ++turn;
  const main = byId("main");
  main.setAttribute("aria-busy", "true");
  const { view, page } = wanted();
  let shown: HTMLElement;
  try {
    shown = await page;
  } catch (error) {
    shown = h(
      "div",
      { class: "wide page" },
      h("h1", { tabindex: "-1" }, "This page can’t be shown"),
      h("p", { role: "alert" }, inPlainWords(error)),
      h("p", {}, h("a", { href: "#/" }, "Back to the first page")),
    );
  }
  // Another page was asked for meanwhile.
  if (mine !== turn) return;
  main.replaceChildren(shown);
  main.removeAttribute("aria-busy");
  for (const link of document.querySelectorAll<HTMLElement>("[data-view]")) {
    if (link.dataset["view"] === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const title = shown.querySelector("h1");
  document.title = view === "home" ? NAME : `${title?.textContent ?? ""} – ${NAME}`;
  if (moveFocus) {
    window.scrollTo(0, 0);
    title?.focus();
  }
}

// Without this the link would replace the address of the page.
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
window.addEventListener("hashchange", () => void show(true));
void show(false);
