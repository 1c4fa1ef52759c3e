/** Parts that several pages share. */
import { api, read, type Schemas } from "./api.js";
import { h } from "./dom.js";
import { GRADE } from "./wording.js";

/** The grade of a claim: a letter, with its meaning for those who can't see the tooltip. */
export function grade(letter: Schemas["Grade"]): HTMLElement {
  return h(
    "span",
    { class: `grade grade-${letter}`, title: GRADE[letter] },
    `Grade ${letter}`,
    h("span", { class: "unseen" }, `, ${GRADE[letter]}`),
  );
}

export function gradesExplained(): HTMLElement {
  return h(
    "details",
    { class: "quiet" },
    h("summary", {}, "What the grades mean"),
    h("dl", { class: "grades" }, ...(["A", "B", "C", "D"] as const).flatMap((one) => [h("dt", {}, one), h("dd", {}, GRADE[one])])),
  );
}

/** Who says so: asked for when it is opened, since few readers do. */
export function sources(ids: readonly string[], about: string): HTMLElement | null {
  const unique = [...new Set(ids)];
  if (unique.length === 0) return null;
  const list = h("ul", { class: "sources" });
  let asked = false;
  const open = async (): Promise<void> => {
    if (asked) return;
    asked = true;
    list.replaceChildren(h("li", {}, "Loading …"));
    list.replaceChildren(...(await Promise.all(unique.map(source))));
  };
  return h(
    "details",
    { class: "quiet", ontoggle: () => void open() },
    h("summary", {}, `Sources (${unique.length})`, h("span", { class: "unseen" }, ` for ${about}`)),
    list,
  );
}

async function source(id: string): Promise<HTMLElement> {
  try {
    const one = await read(api.GET("/v1/sources/{source}", { params: { path: { source: id } } }));
    const facts = [one.publisher, one.year?.toString()].filter(Boolean).join(", ");
    const title = one.url ? h("a", { href: one.url, rel: "noopener noreferrer" }, one.title) : one.title;
    return h("li", {}, title, facts ? ` ${facts}.` : "");
  } catch {
    return h("li", {}, `${id} (could not be loaded)`);
  }
}

export function callout(kind: string, title: string, ...children: (Node | string)[]): HTMLElement {
  return h("section", { class: `callout callout-${kind}` }, h("h2", {}, title), ...children);
}
