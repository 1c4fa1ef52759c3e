/** Words for readers in place of the API's controlled words. */
import type { Schemas } from "./api.js";

export const LEVEL: Record<Schemas["TriageLevel"], { title: string; mark: string }> = {
  emergency: { title: "Emergency: call emergency services now", mark: "!" },
  urgent: { title: "Urgent: get medical help today", mark: "!" },
  routine: { title: "See a doctor in the next days or weeks", mark: "i" },
  "self-care": { title: "You can watch this at home for now", mark: "✓" },
};
export const KIND: Record<Schemas["CauseKind"], string> = {
  deficiency: "Too little of a nutrient",
  excess: "Too much of a nutrient",
  trigger: "Everyday trigger or medicine",
  "rule-out": "Illness to rule out",
  benign: "Harmless pattern",
};
export const FREQUENCY: Record<Schemas["FrequencyClass"], string> = {
  obligate: "always",
  "very-frequent": "very often",
  frequent: "often",
  occasional: "sometimes",
  "very-rare": "very rarely",
};
export const GRADE: Record<Schemas["Grade"], string> = {
  A: "strong evidence: guideline, meta-analysis or large controlled study",
  B: "good evidence: cohort, case-control study or survey",
  C: "weak evidence: case series or small study",
  D: "expert judgment: reference work, estimate or mechanism only",
};
export const DIET: Record<Schemas["Diet"], string> = {
  omnivore: "I eat everything",
  pescatarian: "Pescatarian",
  vegetarian: "Vegetarian",
  vegan: "Vegan",
  "gluten-free": "Gluten-free",
  "dairy-free": "Dairy-free",
  ketogenic: "Ketogenic",
  "low-salt": "Low salt",
  restrictive: "Very little or very few foods",
};

/** 0.0312 -> "about 3 in 100". */
export function inHundred(share: number): string {
  if (share < 0.01) return "less than 1 in 100";
  return share > 0.99 ? "more than 99 in 100" : `about ${Math.round(100 * share)} in 100`;
}

export function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const shown = { ug: "µg", "[IU]": "IU" }[unit] ?? unit;
  return `${Number(value.toFixed(digits))} ${shown}`;
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
