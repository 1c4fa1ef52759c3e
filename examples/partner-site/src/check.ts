/** The check: what one enters. It stays in this tab, and is gone when the tab is. */
import { api, inPlainWords, read, type Schemas } from "./api.js";
import { combobox } from "./combobox.js";
import { announce, byId, h } from "./dom.js";
import { resultView } from "./result.js";
import { DIET } from "./wording.js";

/** A symptom of the list, or words that the service is to make sense of. */
export interface Entry {
  id?: string;
  name: string;
  present: boolean;
}

const entries: Entry[] = [];
const MOST_CANDIDATES = 8;

export function addToCheck(entry: Entry): void {
  const known = entries.find((one) => (entry.id ? one.id === entry.id : one.name === entry.name));
  if (known) known.present = entry.present;
  else entries.push(entry);
}

export function checkPage(): HTMLElement {
  const chips = h("ul", { class: "chips", "aria-label": "Your symptoms", id: "chips" });
  const result = h("div", { id: "result", class: "result" });
  const problem = h("p", { id: "problem", class: "problem", role: "alert" });
  const form = h(
    "form",
    { novalidate: true, class: "check-form", "aria-label": "Check your symptoms", onsubmit: submitted },
    h(
      "fieldset",
      {},
      h("legend", {}, "What bothers you?"),
      combobox({
        id: "symptom",
        label: "Add a symptom",
        placeholder: "such as: always tired",
        hint: "Choose from the list, or press Enter to add your own words.",
        onChoice: (hit) => add({ id: hit.id, name: hit.name, present: true }),
        onWords: (words) => add({ name: words, present: true }),
      }),
      chips,
    ),
    h("fieldset", {}, h("legend", {}, "About you"), h("p", { class: "hint" }, "All of it may be left out. The more is known, the better it fits."), ...person()),
    h("button", { type: "submit", class: "button" }, "Show what fits"),
    problem,
  );

  function add(entry: Entry): void {
    addToCheck(entry);
    problem.textContent = "";
    draw();
    announce(`${entry.name} added.`);
  }

  function draw(): void {
    chips.replaceChildren(...entries.map(chip));
  }

  function chip(entry: Entry, place: number): HTMLElement {
    const name = entry.present ? entry.name : `no ${entry.name.toLowerCase()}`;
    const remove = (): void => {
      entries.splice(place, 1);
      draw();
      announce(`${name} removed.`);
      // The button that had the focus is gone: the next one gets it, or the field.
      const buttons = chips.querySelectorAll("button");
      (buttons[Math.min(place, buttons.length - 1)] ?? byId("symptom")).focus();
    };
    return h(
      "li",
      {},
      entry.id ? name : `“${name}”`,
      h("button", { type: "button", "aria-label": `Remove ${name}`, onclick: remove }, h("span", { "aria-hidden": "true" }, "×")),
    );
  }

  function submitted(event: Event): void {
    event.preventDefault();
    void assess();
  }

  async function assess(): Promise<void> {
    problem.textContent = "";
    const field = byId("symptom") as HTMLInputElement;
    if (field.value.trim()) {
      // Words that were typed and not yet added count too.
      addToCheck({ name: field.value.trim(), present: true });
      field.value = "";
      draw();
    }
    if (entries.length === 0) {
      problem.textContent = "Please add at least one symptom.";
      field.focus();
      return;
    }
    const age = byId("age") as HTMLInputElement;
    if (!age.validity.valid) {
      age.setAttribute("aria-invalid", "true");
      problem.textContent = "The age must be a number from 0 to 120.";
      age.focus();
      return;
    }
    age.removeAttribute("aria-invalid");
    result.setAttribute("aria-busy", "true");
    announce("Looking at what fits …");
    try {
      const answer = await read(api.POST("/v1/assess", { body: request(form) }));
      result.replaceChildren(resultView(answer, entries, again));
      result.querySelector<HTMLElement>("h2")?.focus();
    } catch (error) {
      result.replaceChildren();
      problem.textContent = inPlainWords(error);
    } finally {
      result.removeAttribute("aria-busy");
    }
  }

  /** Take an answer to a question, or a better word, and look again. */
  function again(entry: Entry, instead?: string): void {
    const old = entries.findIndex((one) => one.name === instead);
    if (old >= 0) entries.splice(old, 1);
    addToCheck(entry);
    draw();
    void assess();
  }

  draw();
  return h(
    "div",
    { class: "wide page" },
    h("h1", { tabindex: "-1" }, "Check your symptoms"),
    h("p", { class: "lead" }, "See first whether to seek care, then what could be behind it. This is no diagnosis."),
    h(
      "p",
      { class: "callout callout-care" },
      h("strong", {}, "Don’t wait"),
      " with chest pain, trouble breathing, a drooping face, sudden weakness, heavy bleeding, or thoughts of harming yourself. Call emergency services.",
    ),
    h("div", { class: "check" }, form, result),
  );
}

function person(): HTMLElement[] {
  const pregnancy = h(
    "div",
    { class: "field boxes", hidden: true },
    h("label", {}, h("input", { type: "checkbox", id: "pregnant" }), " I am pregnant"),
    h("label", {}, h("input", { type: "checkbox", id: "lactating" }), " I am breast-feeding"),
  );
  const sex = h(
    "select",
    { id: "sex", onchange: () => (pregnancy.hidden = sex.value !== "female") },
    option("", "Not said"),
    option("female", "Female"),
    option("male", "Male"),
  );
  return [
    h(
      "div",
      { class: "row" },
      field("age", "Age in years", h("input", { id: "age", type: "number", min: 0, max: 120, step: "any", inputmode: "decimal" })),
      field("sex", "Sex", sex),
    ),
    pregnancy,
    field("diet", "Diet", h("select", { id: "diet" }, option("", "Not said"), ...Object.entries(DIET).map(([value, text]) => option(value, text)))),
    field("medicines", "Medicines and supplements", h("input", { id: "medicines", type: "text", maxlength: 600, autocomplete: "off", "aria-describedby": "medicines-hint" }), "Put commas between them. Brand names are fine."),
    field("conditions", "Illnesses and operations", h("input", { id: "conditions", type: "text", maxlength: 600, autocomplete: "off", "aria-describedby": "conditions-hint" }), "Put commas between them."),
  ];
}

function field(id: string, label: string, control: HTMLElement, hint?: string): HTMLElement {
  return h("div", { class: "field" }, h("label", { for: id }, label), hint ? h("p", { class: "hint", id: `${id}-hint` }, hint) : null, control);
}

function option(value: string, text: string): HTMLElement {
  return h("option", { value }, text);
}

function request(form: HTMLFormElement): Schemas["AssessmentRequest"] {
  const said = (id: string): string => form.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value.trim() ?? "";
  const ticked = (id: string): boolean => form.querySelector<HTMLInputElement>(`#${id}`)?.checked ?? false;
  const list = (id: string): string[] => said(id).split(",").map((one) => one.trim()).filter(Boolean);
  const sex = said("sex") as Schemas["Sex"] | "";
  const diet = said("diet") as Schemas["Diet"] | "";
  return {
    symptoms: entries.map(({ id, name, present }) => (id ? { id, present } : { text: name, present })),
    profile: {
      ...(said("age") ? { age_years: Number(said("age")) } : {}),
      ...(sex ? { sex } : {}),
      ...(diet ? { diet } : {}),
      ...(sex === "female" ? { pregnant: ticked("pregnant"), lactating: ticked("lactating") } : {}),
      medications: list("medicines"),
      conditions: list("conditions"),
    },
    options: { limit: MOST_CANDIDATES, explain: true },
  };
}
