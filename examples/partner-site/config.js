// Where the API is, and the partner's key. A publishable key only: everybody can read this file.
// Without a key the open tier answers.
globalThis.NUTRIENT_SIGNS = { baseUrl: "http://127.0.0.1:8000", key: "" };
