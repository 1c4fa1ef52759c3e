// The partner site as a reader uses it, against the running service. What is shown is held against what the service answers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible, ask, focused, ORIGINS, start, tabTo, visit } from "./browser.mjs";

let site;
before(async () => (site = await start()));
after(() => site?.stop());

const TIRED = {
  symptoms: [{ id: "fatigue", present: true }, { text: "craving ice", present: true }],
  profile: { age_years: 29, sex: "female", diet: "vegetarian", pregnant: false, lactating: false, medications: ["Prilosec"], conditions: [] },
  options: { limit: 8, explain: true },
};

async function typeAndChoose(page, field, words, steps = 1) {
  await tabTo(page, field);
  await page.keyboard.type(words, { delay: 15 });
  await page.waitForSelector(`${field}[aria-expanded="true"]`);
  for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowDown");
}

async function openEverything(page) {
  await page.evaluate(() => document.querySelectorAll("main details").forEach((one) => (one.open = true)));
  await page.waitForFunction(() => ![...document.querySelectorAll(".sources")].some((list) => ["", "Loading …"].includes(list.textContent)));
}

async function enterTired(page) {
  await typeAndChoose(page, "#symptom", "tiredness");
  assert.match(await page.locator("[aria-selected=true]").innerText(), /^Tiredness/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("craving ice");
  await page.keyboard.press("Enter");
  await tabTo(page, "#age");
  await page.keyboard.type("29");
  await tabTo(page, "#sex");
  await page.keyboard.press("f");
  await tabTo(page, "#diet");
  await page.keyboard.type("Vegetarian");
  await tabTo(page, "#medicines");
  await page.keyboard.type("Prilosec");
  await tabTo(page, "button[type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".triage");
}

for (const origin of ORIGINS) {
  test(`a symptom is found and read with the keyboard alone, on ${origin}`, () =>
    visit(site.browser, { origin }, async (page) => {
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "Skip to the content");
      await page.keyboard.press("Enter");
      await typeAndChoose(page, "#find", "lip keeps twitch");
      const active = await page.getAttribute("#find", "aria-activedescendant");
      assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
      assert.match(await page.locator(`#${active}`).innerText(), /^Lip twitching/);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "find", "the focus stays in the field");
      assert.match(await page.locator("#announcer").innerText(), /symptoms? found/);
      await accessible(page, "the open list");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.tagName === "H1" && location.hash.includes("lip"));
      assert.equal(await focused(page), "Lip twitching");
      assert.equal(await page.title(), "Lip twitching – Plain Health");
      const told = await ask("/v1/symptoms/lip-twitching");
      const text = await page.locator("main").innerText();
      for (const one of [told.when_to_seek_care, ...told.key_points.map((point) => point.text), told.nutrients[0].cause.name]) {
        assert.ok(text.includes(one), `the page lacks: ${one}`);
      }
    }));
}

test("the list moves with the arrows, wraps round and closes with Escape", () =>
  visit(site.browser, {}, async (page) => {
    await typeAndChoose(page, "#find", "cramp", 0);
    const options = await page.locator("[role=option]").count();
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.getAttribute("#find", "aria-activedescendant"), `find-${options - 1}`);
    await page.keyboard.press("ArrowDown");
    assert.equal(await page.getAttribute("#find", "aria-activedescendant"), null);
    await page.keyboard.press("Escape");
    assert.equal(await page.getAttribute("#find", "aria-expanded"), "false");
    assert.equal(await page.inputValue("#find"), "cramp");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#find"), "");
  }));

test("claims that failed are shown as failed and nowhere else", () =>
  visit(site.browser, { path: "#/symptom/eyelid-twitching" }, async (page) => {
    const told = await ask("/v1/symptoms/eyelid-twitching");
    const failed = [...told.nutrients, ...told.other_triggers].filter((link) => link.stance === "contradicts").map((link) => link.cause.name);
    assert.ok(failed.length > 0);
    assert.deepEqual(await page.locator(".failed h3").allInnerTexts(), failed);
    const others = await page.locator("section:not(.failed) > .claims h3").allInnerTexts();
    assert.deepEqual(others.filter((name) => failed.includes(name)), []);
    await accessible(page, "a symptom page");
    await openEverything(page);
    await accessible(page, "a symptom page with everything open");
    assert.ok((await page.locator(".failed .sources a").count()) > 0, "sources are named");
  }));

test("a check is made with the keyboard alone: triage first, then candidates with reasons, foods and questions", () =>
  visit(site.browser, { path: "#/check" }, async (page) => {
    await accessible(page, "the empty form");
    await enterTired(page);
    const told = await ask("/v1/assess", TIRED);
    assert.equal(told.triage.level, "routine");
    assert.equal(await focused(page), "See a doctor in the next days or weeks");
    assert.ok((await page.locator(".triage").innerText()).includes(told.triage.advice));
    const shown = await page.locator(".candidate h3").allInnerTexts();
    assert.deepEqual(shown, told.candidates.map((one) => one.name));
    const first = told.candidates[0];
    assert.equal(first.id, "iron-deficiency");
    const text = await page.locator(".candidate").first().innerText();
    for (const one of [first.likelihood, first.evidence[0].plain, first.evidence[0].mechanism, `Grade ${first.evidence[0].grade}`, first.foods[0].name, `${Math.round(first.foods[0].percent_of_rda)} %`, "18 mg a day"]) {
      assert.ok(text.toLowerCase().includes(one.toLowerCase()), `the first candidate lacks: ${one}`);
    }
    assert.ok((await page.locator(".understood").innerText()).includes("Omeprazole"));
    assert.equal(await page.locator(".disclaimer").innerText(), told.disclaimer);
    const inOrder = await page.evaluate(() => [".triage", ".candidates", ".questions", ".disclaimer"].map((one) => document.querySelector(one)?.getBoundingClientRect().top ?? -1));
    assert.deepEqual(inOrder, [...inOrder].sort((one, other) => one - other), "triage stands first");
    await openEverything(page);
    await accessible(page, "a result with everything open");
    // Against: what was denied counts, and the list is made anew.
    await tabTo(page, ".questions li:first-child button:last-child");
    const asked = page.waitForRequest((request) => request.url().endsWith("/v1/assess"));
    await page.keyboard.press("Enter");
    const body = (await asked).postDataJSON();
    assert.deepEqual(body.symptoms.at(-1), { id: told.next_questions[0].id, present: false });
    await page.waitForFunction(() => document.querySelectorAll("#chips li").length === 3);
  }));

test("an emergency is told as one, with the reason", () =>
  visit(site.browser, { path: "#/check" }, async (page) => {
    await tabTo(page, "#symptom");
    await page.keyboard.type("my face dropped on one side and my speech is slurred");
    await page.keyboard.press("Enter");
    await tabTo(page, "button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".triage-emergency");
    assert.equal(await focused(page), "Emergency: call emergency services now");
    assert.match(await page.locator(".flags").innerText(), /face/i);
    await accessible(page, "an emergency");
  }));

test("words that are not understood are said to be left out, and a suggestion replaces them", () =>
  visit(site.browser, { path: "#/check" }, async (page) => {
    await page.fill("#symptom", "flurble in my knee");
    await page.press("#symptom", "Enter");
    await page.click("button[type=submit]");
    await page.waitForSelector(".unmatched");
    assert.match(await page.locator(".unmatched").innerText(), /Not understood: “flurble in my knee”/);
    const better = page.locator(".unmatched button").first();
    const name = await better.innerText();
    await better.click();
    await page.waitForFunction(() => !document.querySelector(".unmatched"));
    assert.deepEqual(await page.locator("#chips li").allInnerTexts(), [`${name}\n×`]);
  }));

test("a form that lacks what is needed says so and leads there", () =>
  visit(site.browser, { path: "#/check" }, async (page) => {
    await page.click("button[type=submit]");
    assert.equal(await page.locator("#problem").innerText(), "Please add at least one symptom.");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "symptom");
    await page.fill("#symptom", "tired");
    await page.fill("#age", "340");
    await page.click("button[type=submit]");
    assert.match(await page.locator("#problem").innerText(), /0 to 120/);
    assert.equal(await page.getAttribute("#age", "aria-invalid"), "true");
    await accessible(page, "a form with a fault");
  }));

test("the pages fit a small screen, and twice the text size", async () => {
  for (const path of ["", "#/symptom/eyelid-twitching", "#/check"]) {
    for (const [width, size] of [[320, "100%"], [1280, "200%"]]) {
      await visit(site.browser, { path, width }, async (page) => {
        await page.evaluate((value) => (document.documentElement.style.fontSize = value), size);
        if (path === "#/check") {
          await page.fill("#symptom", "craving ice");
          await page.fill("#age", "29");
          await page.click("button[type=submit]");
          await page.waitForSelector(".triage");
        }
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(wide <= room, `${path || "home"} is ${wide} wide on ${room} at ${size}`);
        if (size === "100%") await accessible(page, `${path || "home"} on a small screen`);
      });
    }
  }
});

test("a page that is not there says so", () =>
  visit(site.browser, { path: "#/symptom/no-such-thing", complaints: true }, async (page) => {
    assert.match(await page.locator("[role=alert]").innerText(), /no such page/);
  }));

test("an origin that is not allowed gets nothing, and the site says so", () =>
  visit(site.browser, { origin: ORIGINS[0].replace("127.0.0.1", "localhost"), path: "#/symptom/lip-twitching", complaints: true }, async (page) => {
    assert.match(await page.locator("[role=alert]").innerText(), /can't be reached/);
  }));

// Whoever starts this makes a publishable key for the first origin (SITE_KEY), which may call for that reason alone.
const withKey = process.env.SITE_KEY;
test("there is a publishable key to test with", () => assert.match(withKey ?? "", /^nsp_/));
test("a publishable key answers on its own origin", () =>
  visit(site.browser, { withKey, path: "#/symptom/lip-twitching" }, async (page) => {
    assert.equal(await page.locator("h1").innerText(), "Lip twitching");
  }));
test("a publishable key is refused on another origin", () =>
  visit(site.browser, { withKey, origin: ORIGINS[1], path: "#/symptom/lip-twitching", complaints: true }, async (page) => {
    assert.match(await page.locator("[role=alert]").innerText(), /may not use the service/);
  }));
