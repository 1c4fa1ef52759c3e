/** The first page: look a symptom up. */
import { combobox } from "./combobox.js";
import { h } from "./dom.js";

// Pages that editors of this site chose to show first.
const TOPICS = [
  ["eyelid-twitching", "Eyelid twitching", "What it means when a lid won’t keep still"],
  ["muscle-cramps", "Muscle cramps", "Night cramps, and whether magnesium helps"],
  ["fatigue", "Tiredness", "When sleep doesn’t mend it"],
  ["brittle-nails", "Brittle nails", "Splitting, peeling, breaking"],
  ["tingling", "Tingling", "Pins and needles that come back"],
  ["hair-loss", "Hair loss", "More in the brush than usual"],
] as const;

/** A plate with leaves and seeds: decoration. */
function plate(): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 200 200");
  svg.setAttribute("aria-hidden", "true");
  const shape = (name: string, attributes: Record<string, string | number>): void => {
    const one = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, String(value));
    svg.append(one);
  };
  shape("circle", { cx: 100, cy: 100, r: 96, fill: "#fff" });
  shape("circle", { cx: 100, cy: 100, r: 72, fill: "#f6f3ea", stroke: "#e4dfd0", "stroke-width": 1.5 });
  for (const [turn, colour] of [[-38, "#0a5a4f"], [0, "#2b7d6c"], [38, "#5f9f8f"]] as const) {
    const place = `rotate(${turn} 100 140)`;
    shape("path", { d: "M100 142C74 118 76 78 100 50c24 28 26 68 0 92Z", fill: colour, transform: place });
    shape("path", { d: "M100 136V72", stroke: "#fff", "stroke-width": 1.5, opacity: 0.6, transform: place });
  }
  for (const [cx, cy, r] of [[62, 134, 8], [80, 150, 6], [126, 150, 7], [142, 132, 9], [104, 156, 5]] as const) {
    shape("circle", { cx, cy, r, fill: r > 6 ? "#d98a3d" : "#a9452f" });
  }
  return svg;
}

export function home(): HTMLElement {
  return h(
    "div",
    {},
    h(
      "div",
      { class: "hero" },
      h(
        "div",
        { class: "wide" },
        h(
          "div",
          {},
          h("h1", { tabindex: "-1" }, "What is your body telling you?"),
          h("p", { class: "lead" }, "Look up a symptom: which nutrients may be short, what else explains it, and when not to wait."),
          combobox({
            id: "find",
            label: "Symptom",
            placeholder: "such as: lip keeps twitching",
            hint: "Type in your own words, then choose from the list.",
            onChoice: (hit) => (location.hash = `#/symptom/${hit.id}`),
          }),
        ),
        plate(),
      ),
    ),
    h(
      "div",
      { class: "wide" },
      h("h2", {}, "Often read"),
      h(
        "ul",
        { class: "topics" },
        ...TOPICS.map(([id, title, text]) => h("li", {}, h("a", { href: `#/symptom/${id}` }, title), h("p", {}, text))),
      ),
      h(
        "section",
        { class: "promo" },
        h("h2", {}, "More than one symptom?"),
        h("p", {}, "Put them together. You see first whether to seek care, then what could be behind it and why."),
        h("a", { class: "button", href: "#/check" }, "Check your symptoms"),
      ),
    ),
  );
}
