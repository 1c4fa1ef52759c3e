// What the wrapper adds to openapi-fetch, against the running service; run by sdk/test.
import assert from "node:assert/strict";
import { connect, ProblemError, read, type Schemas } from "nutrient-signs";

const baseUrl = process.env["BASE_URL"] ?? "";
const statuses: number[] = [];
const headers: (string | null)[] = [];
const plainFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const response = await plainFetch(request);
  headers.push(request.headers.get("Authorization"));
  statuses.push(response.status);
  return response;
};

async function asksAgainWithTheEtag(): Promise<void> {
  const api = connect({ baseUrl, keep: 1 });
  const asked = () => read(api.GET("/v1/nutrients/{nutrient}", { params: { path: { nutrient: "iron" } } }));
  const first = await asked();
  assert.deepEqual(await asked(), first);
  assert.deepEqual(statuses.splice(0), [200, 304]);
  await read(api.GET("/v1/nutrients/{nutrient}", { params: { path: { nutrient: "zinc" } } }));
  await asked();
  assert.deepEqual(statuses.splice(0), [200, 200], "only the last one is kept");
}

async function keepsNothingUnlessAsked(): Promise<void> {
  const api = connect({ baseUrl });
  for (let turn = 0; turn < 2; turn++) await read(api.GET("/v1/triggers", { params: { query: { limit: 1 } } }));
  assert.deepEqual(statuses.splice(0), [200, 200]);
}

async function sendsTheKeyAndOnlyWhereThereIsOne(): Promise<void> {
  headers.length = 0;
  await connect({ baseUrl }).GET("/healthz");
  await connect({ baseUrl, key: "made-up" }).GET("/healthz");
  assert.deepEqual(headers, [null, "Bearer made-up"]);
  statuses.length = 0;
}

async function throwsTheProblem(): Promise<void> {
  const api = connect({ baseUrl });
  const body = { symptoms: [{ id: "no-such-symptom" }] };
  await assert.rejects(read(api.POST("/v1/assess", { body })), (error: unknown) => {
    assert.ok(error instanceof ProblemError);
    assert.equal(error.status, 422);
    assert.equal(error.problem?.type, "/problems/unknown-symptom");
    assert.equal(error.problem?.errors[0]?.pointer, "/symptoms/0/id");
    assert.equal(error.retryAfter, undefined);
    return true;
  });
}

await asksAgainWithTheEtag();
await keepsNothingUnlessAsked();
await sendsTheKeyAndOnlyWhereThereIsOne();
await throwsTheProblem();

// @ts-expect-error a value that the contract does not know must not compile
const wrong: Schemas["Sex"] = "purple";
void wrong;
// @ts-expect-error a path that the contract does not know must not compile
void (() => connect({ baseUrl }).GET("/v1/nothing"));
console.log("TypeScript client: asks again with the ETag, sends the key, throws the problem");
