/** Small helpers for building pages. Text goes in as text nodes only, so that nothing is read as markup. */

type Child = Node | string | null | undefined | false | readonly Child[];
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** Make an element: attributes, `onclick`-like handlers, then children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.replace(/^on/, ""), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child instanceof Node) parent.appendChild(child);
    else if (typeof child === "string") parent.appendChild(document.createTextNode(child));
  }
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

/** Say something to people who use a screen reader; the same text twice is said twice. */
export function announce(text: string): void {
  const announcer = byId("announcer");
  announcer.textContent = "";
  setTimeout(() => (announcer.textContent = text), 60);
}

/** A bar for a share from 0 to 1. The figure stands beside it as text, so that it is decoration. */
export function bar(share: number, interval?: readonly [number, number]): HTMLElement {
  const filled = h("span", { class: "bar-filled" });
  filled.style.width = `${100 * Math.min(1, Math.max(0, share))}%`;
  const box = h("span", { class: "bar", "aria-hidden": "true" }, filled);
  if (interval) {
    const range = h("span", { class: "bar-range" });
    range.style.left = `${100 * interval[0]}%`;
    range.style.width = `${100 * (interval[1] - interval[0])}%`;
    box.append(range);
  }
  return box;
}
