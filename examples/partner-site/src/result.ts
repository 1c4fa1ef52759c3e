/** The answer to a check: triage first, then what could be behind it and why. */
import type { Schemas } from "./api.js";
import type { Entry } from "./check.js";
import { bar, h } from "./dom.js";
import { grade, gradesExplained, sources } from "./parts.js";
import { amount, count, inHundred, KIND, LEVEL } from "./wording.js";

type Answer = Schemas["AssessmentRead"];
type Candidate = Schemas["CandidateRead"];
type Evidence = Schemas["EvidenceRead"];
type Reason = Schemas["PriorReasonRead"];
type Again = (entry: Entry, instead?: string) => void;

const OPEN_AT_FIRST = 2;

export function resultView(answer: Answer, entries: readonly Entry[], again: Again): HTMLElement {
  return h(
    "div",
    {},
    triage(answer.triage),
    understood(answer, entries, again),
    answer.coverage.length > 0
      ? h("section", { class: "callout callout-note" }, h("h3", {}, "What this check can’t judge"), h("ul", {}, ...answer.coverage.map((text) => h("li", {}, text))))
      : null,
    h("section", {}, h("h2", {}, "What could be behind it"), candidates(answer)),
    questions(answer.next_questions, again),
    gradesExplained(),
    h("p", { class: "disclaimer" }, answer.disclaimer),
  );
}

function triage(told: Schemas["TriageRead"]): HTMLElement {
  const { title, mark } = LEVEL[told.level];
  return h(
    "section",
    { class: `triage triage-${told.level}`, "aria-labelledby": "triage" },
    h("span", { class: "triage-mark", "aria-hidden": "true" }, mark),
    h(
      "div",
      {},
      h("h2", { id: "triage", tabindex: "-1" }, title),
      h("p", {}, told.advice),
      told.red_flags.length > 0
        ? h(
            "ul",
            { class: "flags" },
            ...told.red_flags.map((flag) => h("li", {}, h("strong", {}, flag.name), ` (because of: ${flag.because_named.map((one) => one.name.toLowerCase()).join(", ")})`, sources(flag.sources, flag.name))),
          )
        : null,
    ),
  );
}

/** What was made of the words, so that a wrong reading is seen, and better words for what was not understood. */
function understood(answer: Answer, entries: readonly Entry[], again: Again): HTMLElement {
  const suggest = (unmatched: Schemas["UnmatchedRead"]): HTMLElement[] =>
    unmatched.kind === "symptom"
      ? unmatched.suggestions_named.map(({ id, name }) => {
          const instead = entries.find((entry) => entry.name.includes(unmatched.text))?.name;
          return h("button", { type: "button", class: "second", onclick: () => again({ id, name, present: true }, instead) }, name);
        })
      : [];
  return h(
    "section",
    { class: "understood" },
    h("h3", {}, "How your words were read"),
    answer.matched.length > 0
      ? h(
          "ul",
          {},
          ...symptomsFirst(answer.matched).map((one) => h("li", {}, one.text === one.id ? "" : `“${one.text}”: `, h("strong", {}, one.present ? one.name : `no ${one.name.toLowerCase()}`))),
        )
      : h("p", {}, "Nothing was understood. Please try other words."),
    ...answer.unmatched.map((one) =>
      h("p", { class: "unmatched" }, `Not understood: “${one.text}”, so it was left out.`, one.kind === "symptom" && one.suggestions.length > 0 ? " Did you mean: " : "", ...suggest(one)),
    ),
  );
}

function symptomsFirst(matched: Answer["matched"]): Answer["matched"] {
  return [...matched].sort((one, other) => Number(other.kind === "symptom") - Number(one.kind === "symptom"));
}

function candidates(answer: Answer): HTMLElement {
  if (answer.candidates.length === 0) return h("p", {}, "Nothing can be said from this.");
  return h("ol", { class: "candidates" }, ...answer.candidates.map((one, place) => h("li", {}, candidate(one, place < OPEN_AT_FIRST))));
}

function candidate(one: Candidate, open: boolean): HTMLElement {
  const [low = one.probability, high = one.probability] = one.interval;
  const about = one.prior.because;
  const failed = one.evidence.filter((part) => part.weight === 0);
  const of = (direction: Evidence["direction"]): Evidence[] => one.evidence.filter((part) => part.direction === direction && part.weight !== 0);
  return h(
    "article",
    { class: `candidate kind-${one.kind}` },
    h(
      "header",
      {},
      h("div", {}, h("h3", {}, one.name), h("p", { class: "kind" }, KIND[one.kind])),
      h(
        "div",
        { class: "odds" },
        h("p", {}, h("strong", { class: `likelihood likelihood-${one.likelihood}` }, one.likelihood), ` ${inHundred(one.probability)}`),
        bar(one.probability, [low, high]),
        h("p", { class: "range" }, `between ${Math.round(100 * low)} and ${Math.round(100 * high)} in 100`),
      ),
    ),
    h("p", {}, one.summary),
    h(
      "details",
      { open },
      h("summary", {}, "Why, and what helps", h("span", { class: "unseen" }, `: ${one.name}`)),
      reasons("What speaks for it", "for", of("supports").map(evidence), about.filter((part) => part.odds_ratio_used > 1).map(background)),
      reasons("What speaks against it", "against", of("against").map(evidence), about.filter((part) => part.odds_ratio_used < 1).map(background)),
      reasons("Tested, and not confirmed", "failed", failed.map(evidence), []),
      eat(one),
      one.what_helps ? h("section", {}, h("h4", {}, "What usually helps"), h("p", {}, one.what_helps, one.time_to_improve ? ` ${one.time_to_improve}` : "")) : null,
      texts("Be careful", one.cautions),
      texts("Ask your doctor", one.ask_doctor),
      one.lab_tests_named.length > 0
        ? h("section", {}, h("h4", {}, "Tests that bear on it"), h("p", {}, one.lab_tests_named.map((test) => test.name).join(", ")))
        : null,
      h("section", {}, h("h4", {}, "When to seek care"), h("p", {}, one.when_to_seek_care)),
      sources(one.sources, one.name),
    ),
  );
}

function reasons(title: string, kind: string, told: HTMLElement[], background: HTMLElement[]): HTMLElement | null {
  const all = [...told, ...background];
  return all.length > 0 ? h("section", { class: `reasons reasons-${kind}` }, h("h4", {}, title), h("ul", {}, ...all)) : null;
}

function evidence(part: Evidence): HTMLElement {
  return h("li", {}, h("p", {}, part.plain, " ", grade(part.grade)), h("p", { class: "note" }, part.mechanism), sources(part.sources, part.name));
}

function background(reason: Reason): HTMLElement {
  const used = reason.odds_ratio_used;
  const change = used < 1 ? `fall to about 1 in ${Number((1 / used).toFixed(1))} of what they were` : `rise about ${Number(used.toFixed(1))} times`;
  const text = reason.kind === "gate" ? "This hardly ever happens without a strong reason, and none is known of you." : `With "${reason.name}" the odds of this ${change}.`;
  return h("li", {}, h("p", {}, text, " ", grade(reason.grade)), h("p", { class: "note" }, reason.mechanism), sources(reason.sources, reason.name));
}

function eat(one: Candidate): HTMLElement | null {
  const intake = one.recommended_intake;
  if (!intake && one.foods.length === 0) return null;
  const figure = intake?.value == null ? null : `${amount(intake.value, intake.unit)} a day`;
  return h(
    "section",
    { class: "eat" },
    h("h4", {}, "What to eat"),
    intake && figure
      ? h(
          "p",
          {},
          "Recommended for you: ",
          h("strong", {}, figure),
          ` (${intake.measure})`,
          intake.upper_limit ? `, at most ${amount(intake.upper_limit.value, intake.upper_limit.unit)}${intake.upper_limit.note ? ` (${intake.upper_limit.note})` : ""}` : "",
          ".",
          intake.note ? ` Note: ${intake.note}.` : "",
        )
      : null,
    one.foods.length > 0
      ? h(
          "div",
          { class: "scroll", tabindex: "0", role: "region", "aria-label": `Foods: ${one.name}` },
          h(
            "table",
            {},
            h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Food"), h("th", { scope: "col" }, "Portion"), h("th", { scope: "col" }, `Share of the ${intake?.measure ?? "day’s need"}`))),
            h("tbody", {}, ...one.foods.map(food)),
          ),
        )
      : null,
  );
}

function food(one: Schemas["CandidateFoodRead"]): HTMLElement {
  const portion = one.per_portion;
  const percent = one.percent_of_rda;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, one.name),
    h("td", {}, portion ? `${portion.portion} (${Math.round(portion.gram_weight)} g): ${amount(portion.value, portion.unit)}` : "per 100 g"),
    h("td", {}, percent == null ? "not known" : [bar(percent / 100), ` ${one.percent_is_lower_bound ? "at least " : ""}${Math.round(percent)} %`]),
  );
}

function texts(title: string, list: readonly string[]): HTMLElement | null {
  return list.length > 0 ? h("section", {}, h("h4", {}, title), h("ul", {}, ...list.map((text) => h("li", {}, text)))) : null;
}

function questions(asked: Answer["next_questions"], again: Again): HTMLElement | null {
  if (asked.length === 0) return null;
  const answer = (question: Schemas["QuestionRead"], present: boolean) => () => again({ id: question.id, name: question.name, present });
  return h(
    "section",
    { class: "questions" },
    h("h2", {}, "A few more questions"),
    h("p", {}, `${count(asked.length, "answer", "answers")} would make this clearer. The important ones come first.`),
    h(
      "ul",
      {},
      ...asked.map((question, place) =>
        h(
          "li",
          {},
          h("p", { id: `question-${place}` }, question.text),
          h(
            "div",
            { class: "answers", role: "group", "aria-labelledby": `question-${place}` },
            h("button", { type: "button", class: "second", onclick: answer(question, true) }, "Yes"),
            h("button", { type: "button", class: "second", onclick: answer(question, false) }, "No"),
          ),
        ),
      ),
    ),
  );
}
