/**
 * A text field that proposes symptoms as one types: the combobox of the WAI-ARIA Authoring Practices, with a list.
 *
 * Down and Up move through the list, Enter takes the active option, Escape closes the list and then empties the
 * field. The focus stays in the field. With `own`, Enter without an active option gives the words as they are.
 */
import { api, type Schemas } from "./api.js";
import { announce, h } from "./dom.js";
import { count } from "./wording.js";

type Hit = Schemas["HitRead"];

interface Options {
  id: string;
  label: string;
  placeholder: string;
  hint?: string;
  onChoice(hit: Hit): void;
  /** What to do with words that are none of the options. */
  onWords?(words: string): void;
}

const PAUSE_MS = 120;

export function combobox(options: Options): HTMLElement {
  const listId = `${options.id}-list`;
  const hintId = `${options.id}-hint`;
  const list = h("ul", { id: listId, role: "listbox", "aria-label": "Symptoms", hidden: true });
  const input = h("input", {
    id: options.id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    maxlength: 200,
    placeholder: options.placeholder,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
    "aria-describedby": options.hint ? hintId : null,
  });
  let hits: Hit[] = [];
  let active = -1;
  let pause = 0;
  let asking: AbortController | undefined;

  function close(): void {
    asking?.abort();
    clearTimeout(pause);
    list.hidden = true;
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function activate(place: number): void {
    active = place;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(at === place));
      if (at === place) option.scrollIntoView({ block: "nearest" });
    }
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${options.id}-${place}`);
  }

  function show(found: Hit[]): void {
    hits = found;
    list.replaceChildren(...found.map(option));
    activate(-1);
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    const way = found.length > 0 ? " Use the arrow keys to choose." : "";
    announce(`${count(found.length, "symptom", "symptoms")} found.${way}`);
  }

  function option(hit: Hit, place: number): HTMLElement {
    // What people call it, where that is neither its name nor what was just typed.
    const known = [hit.name, input.value.trim()].map((text) => text.toLowerCase());
    const said = known.includes(hit.matched.toLowerCase()) ? null : h("small", {}, `“${hit.matched}”`);
    return h(
      "li",
      {
        id: `${options.id}-${place}`,
        role: "option",
        "aria-selected": "false",
        // Before the field loses the focus.
        onmousedown: (event) => {
          event.preventDefault();
          choose(hit);
        },
      },
      hit.name,
      " ",
      said,
    );
  }

  function choose(hit: Hit): void {
    close();
    input.value = "";
    options.onChoice(hit);
  }

  function takeWords(): void {
    const words = input.value.trim();
    if (!options.onWords || words === "") return;
    close();
    input.value = "";
    options.onWords(words);
  }

  async function ask(): Promise<void> {
    const q = input.value.trim();
    asking?.abort();
    if (q.length < 2) {
      close();
      return;
    }
    asking = new AbortController();
    try {
      const query = { q, kind: "symptom", limit: 8 } as const;
      const { data } = await api.GET("/v1/search", { params: { query }, signal: asking.signal });
      if (data) show(data.items);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      announce("The list of symptoms can't be reached just now.");
    }
  }

  function key(event: KeyboardEvent): void {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) {
        void ask();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place stands for the field itself.
      const places = hits.length + 1;
      activate(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const hit = open ? hits[active] : undefined;
      if (hit) choose(hit);
      else if (options.onWords) takeWords();
      else if (hits[0] && open) choose(hits[0]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (open) close();
      else input.value = "";
    }
  }

  input.addEventListener("keydown", key);
  input.addEventListener("blur", close);
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  return h(
    "div",
    { class: "combobox" },
    h("label", { for: options.id }, options.label),
    options.hint ? h("p", { id: hintId, class: "hint" }, options.hint) : null,
    h(
      "div",
      { class: "combobox-field" },
      input,
      options.onWords
        ? h("button", { type: "button", class: "second", onmousedown: (event) => event.preventDefault(), onclick: takeWords }, "Add")
        : null,
      list,
    ),
  );
}
