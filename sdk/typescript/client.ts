/**
 * A client of the Nutrient Signs API: `connect`, then `GET` and `POST` with the paths of the contract.
 *
 * Paths, parameters, bodies and answers are typed from the OpenAPI document. `read` gives the answer or
 * throws a `ProblemError` that bears the problem document. Runs in Node 20 and in browsers.
 */
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type Schemas = components["schemas"];
export type Problem = Schemas["Problem"];
export type Api = Client<paths>;

export interface Settings {
  /** Where the service is, without `/v1`. */
  baseUrl: string;
  /** Partner key. Without one the open tier answers. In a browser use a publishable key only. */
  key?: string | undefined;
  /**
   * How many answers to keep and to ask for again with their ETag; 0, the default, keeps none.
   * For servers: a browser's own cache does this already, and does it better.
   */
  keep?: number | undefined;
}

/** What was answered in place of what was asked for: see `problem`, which may be shown to developers. */
export class ProblemError extends Error {
  readonly problem: Problem | undefined;
  readonly status: number;
  /** Seconds to wait before another try, where the service says so (429, 503). */
  readonly retryAfter: number | undefined;

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : undefined;
    super(problem ? `${problem.title}: ${problem.detail}` : `HTTP status ${response.status}`);
    this.name = "ProblemError";
    this.problem = problem;
    this.status = response.status;
    const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
    this.retryAfter = Number.isNaN(seconds) ? undefined : seconds;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "title" in body && "detail" in body && "type" in body;
}

/** Make a client. */
export function connect({ baseUrl, key, keep = 0 }: Settings): Api {
  const api = createClient<paths>({ baseUrl, ...(key ? { headers: { Authorization: `Bearer ${key}` } } : {}) });
  if (keep > 0) api.use(remembering(keep));
  return api;
}

type Answer<T> = { data: T; error?: never; response: Response } | { data?: never; error: unknown; response: Response };

/** Give what was asked for, or throw a `ProblemError`: `const page = await read(api.GET("/v1/nutrients"))`. */
export async function read<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(response, error);
  return data as T;
}

/** Ask again only for what has changed: the last answers by address, oldest thrown away first. */
function remembering(most: number): Middleware {
  const kept = new Map<string, { etag: string; body: string; headers: Headers }>();
  return {
    onRequest({ request }) {
      const known = request.method === "GET" ? kept.get(request.url) : undefined;
      if (known) request.headers.set("If-None-Match", known.etag);
      return request;
    },
    async onResponse({ request, response }) {
      if (request.method !== "GET") return undefined;
      const known = kept.get(request.url);
      if (response.status === 304 && known) {
        return new Response(known.body, { status: 200, headers: known.headers });
      }
      const etag = response.headers.get("ETag");
      if (!response.ok || !etag) return undefined;
      kept.delete(request.url);
      kept.set(request.url, { etag, body: await response.clone().text(), headers: response.headers });
      const oldest = kept.keys().next().value;
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return undefined;
    },
  };
}
