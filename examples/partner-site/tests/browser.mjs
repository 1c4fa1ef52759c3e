// Serves the built site on the origins of SITE_ORIGINS and opens it in Chromium, watching what it asks and says.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.NODE_TOOLS}/`);
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

export const API = process.env.BASE_URL;
export const ORIGINS = process.env.SITE_ORIGINS.split(" ");
const FOLDER = new URL("../out/", import.meta.url);
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
// Why each: CONTRIBUTING's machine runs as root; the others keep Chromium from asking its maker's hosts.
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let key = "";

async function answer(request, response) {
  const name = new URL(request.url, "http://site").pathname.slice(1) || "index.html";
  try {
    const own = name === "config.js" ? `globalThis.NUTRIENT_SIGNS = ${JSON.stringify({ baseUrl: API, key })};` : undefined;
    const body = own ?? (await readFile(new URL(name, FOLDER)));
    response.writeHead(200, { "Content-Type": `${TYPES[name.split(".").pop()]}; charset=utf-8`, "Cache-Control": "no-store" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

export async function start() {
  const servers = ORIGINS.map((origin) => createServer(answer).listen(Number(new URL(origin).port), "127.0.0.1"));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, headless: true, args: FLAGS });
  return {
    browser,
    async stop() {
      await browser.close();
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** Open a page of the site, run `steps`, then hold that it asked nobody else and complained of nothing. */
export async function visit(browser, { path = "", origin = ORIGINS[0], withKey = "", width = 1280, height = 900, complaints = false }, steps) {
  key = withKey;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const said = [];
  const asked = new Set();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(`${origin}/${path}`, { waitUntil: "load" });
    await page.waitForSelector("main h1");
    await steps(page);
  } finally {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${said.length}-${Date.now()}.png`, fullPage: true });
    await context.close();
  }
  assert.deepEqual([...asked].filter((one) => one !== origin && one !== API), [], "asked another host");
  if (!complaints) assert.deepEqual(said, [], "the console complained");
}

/** Hold that axe finds nothing, by WCAG 2.2 AA and its best practices. */
export async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.deepEqual(violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`), [], what);
}

/** Press Tab until the element has the focus; a page that does not let one get there fails. */
export async function tabTo(page, selector) {
  for (let turn = 0; turn < 250; turn++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${selector}`);
}

export const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim());
export const ask = async (path, body) => {
  const response = await fetch(API + path, body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {});
  assert.ok(response.ok, `${path} answered ${response.status}`);
  return response.json();
};
