/** The API as this site uses it. */
import { connect, ProblemError, read, type Schemas } from "nutrient-signs";

declare global {
  var NUTRIENT_SIGNS: { baseUrl: string; key?: string };
}

export type { Schemas };
export const api = connect(globalThis.NUTRIENT_SIGNS);
export { read };

/** Tell a reader what went wrong, without the words of a developer. */
export function inPlainWords(error: unknown): string {
  if (!(error instanceof ProblemError)) return "The service can't be reached just now. Please try again in a moment.";
  if (error.status === 429) return `Too many questions at once. Please try again in ${error.retryAfter ?? 60} seconds.`;
  if (error.status === 401 || error.status === 403) return "This site may not use the service. Its publisher has to look at the key.";
  if (error.status === 404) return "There is no such page.";
  if (error.status === 422) return "Something that was entered can't be used. Please check your entries.";
  return "The service has a problem just now. Please try again in a moment.";
}
