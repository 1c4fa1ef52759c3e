/** The page of a symptom. */
import { api, read, type Schemas } from "./api.js";
import { addToCheck } from "./check.js";
import { h } from "./dom.js";
import { callout, grade, gradesExplained, sources } from "./parts.js";
import { FREQUENCY } from "./wording.js";

type Link = Schemas["LinkRead"];

const SHOWN_AT_FIRST = 6;

export async function symptomPage(id: string): Promise<HTMLElement> {
  const symptom = await read(api.GET("/v1/symptoms/{symptom}", { params: { path: { symptom: id } } }));
  const links = [...symptom.nutrients, ...symptom.other_triggers];
  const held = (link: Link): boolean => link.stance !== "contradicts";
  const failed = links.filter((link) => !held(link));
  const others = symptom.other_triggers.filter(held);
  return h(
    "article",
    { class: "wide page" },
    h(
      "nav",
      { "aria-label": "Breadcrumb", class: "crumbs" },
      h(
        "ol",
        {},
        h("li", {}, h("a", { href: "#/" }, "Symptoms")),
        ...[...symptom.wider].reverse().map((one) => h("li", {}, h("a", { href: `#/symptom/${one.id}` }, one.name))),
        h("li", { "aria-current": "page" }, symptom.name),
      ),
    ),
    h("h1", { tabindex: "-1" }, symptom.name),
    h("p", { class: "lead" }, symptom.description),
    symptom.lay_names.length > 0
      ? h("p", { class: "also" }, "People also say: ", symptom.lay_names.slice(0, 5).map((name) => `“${name}”`).join(", "))
      : null,
    callout("care", "When to seek care", h("p", {}, symptom.when_to_seek_care)),
    h(
      "section",
      {},
      h("h2", {}, "Key points"),
      h("ul", { class: "points" }, ...symptom.key_points.map((point) => h("li", {}, point.text))),
    ),
    group("Nutrients that may play a part", "nutrients", symptom.nutrients.filter(held)),
    failed.length > 0
      ? h(
          "section",
          { class: "failed" },
          h("h2", {}, "Tested, and not confirmed"),
          h("p", {}, "These are often claimed. Studies looked, and did not find them."),
          h("ul", { class: "claims" }, ...failed.map(claim)),
        )
      : null,
    group("Everyday triggers and medicines", "triggers", others.filter((link) => link.cause_kind === "trigger" || link.cause_kind === "benign")),
    group("Illnesses that a doctor may want to rule out", "illnesses", others.filter((link) => link.cause_kind === "rule-out")),
    gradesExplained(),
    h(
      "section",
      { class: "promo" },
      h("h2", {}, "Is this you?"),
      h("p", {}, "Add your age, diet, medicines and other symptoms, and see what fits."),
      h(
        "a",
        { class: "button", href: "#/check", onclick: () => addToCheck({ id: symptom.id, name: symptom.name, present: true }) },
        `Check ${symptom.name.toLowerCase()}`,
      ),
    ),
    symptom.faq.length > 0
      ? h(
          "section",
          {},
          h("h2", {}, "Questions that readers ask"),
          ...symptom.faq.map((one) => h("details", { class: "faq" }, h("summary", {}, one.question), h("p", {}, one.answer))),
        )
      : null,
    h(
      "footer",
      { class: "reviewed" },
      h("p", {}, `Last reviewed on ${day(symptom.last_reviewed)}.`),
      sources([...symptom.sources, ...symptom.key_points.flatMap((one) => one.sources), ...symptom.faq.flatMap((one) => one.sources)], "this page"),
    ),
  );
}

function group(title: string, what: string, links: Link[]): HTMLElement | null {
  if (links.length === 0) return null;
  const rest = links.slice(SHOWN_AT_FIRST);
  return h(
    "section",
    {},
    h("h2", {}, title),
    h("ul", { class: "claims" }, ...links.slice(0, SHOWN_AT_FIRST).map(claim)),
    rest.length > 0
      ? h("details", { class: "more" }, h("summary", {}, `Show ${rest.length} more ${what}`), h("ul", { class: "claims" }, ...rest.map(claim)))
      : null,
  );
}

function claim(link: Link): HTMLElement {
  const failed = link.stance === "contradicts";
  const often = link.frequency && !failed ? `seen ${FREQUENCY[link.frequency]}` : null;
  return h(
    "li",
    {},
    h(
      "div",
      { class: "claim-head" },
      h("h3", {}, link.cause.name),
      failed ? h("span", { class: "tag tag-failed" }, "Not confirmed") : null,
      link.stance === "partly" ? h("span", { class: "tag" }, "Partly supported") : null,
      often ? h("span", { class: "often" }, often) : null,
      grade(link.grade),
    ),
    failed ? null : h("p", {}, link.mechanism, link.via ? ` Works through: ${link.via.name.toLowerCase()}.` : ""),
    link.note ? h("p", { class: "note" }, link.note) : null,
    sources(link.sources, link.cause.name),
  );
}

function day(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
