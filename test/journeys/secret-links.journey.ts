import { expect, inject, it } from "vitest";
import { askIn } from "./asking.ts";
import { journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const TOKEN = "t".repeat(43);

it.each([
  "/r/:token",
  "/r/:token/change",
  "/r/:token/visit.ics",
  "/a/:token",
  "/a/:token/mail",
  "/meeting/:token",
  "/s/:token",
  "/s/:token/thanks",
  "/w/:token",
  "/stress/:token",
  "/stress/:token/result",
  "/stress/workplace/:token",
  "/meeting/:token/papers.pdf",
  "/feeds/:token",
  "/invitation/:token",
  "/sign-in/reset/:token",
])("%s hides its address from every other page, and stays nowhere", async (pattern) => {
  const { headers } = await fetch(`${inject("origin")}${pattern.replace(":token", TOKEN)}`);
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("x-robots-tag")).toMatch(/^noindex/);
});

it("still takes the forms of such a page, whose browser then names no origin, with script and without", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await person({ viewport: PHONE });
    const receipt = await askIn(page, "有限会社 見本封緘", `seal-${javaScriptEnabled}@example.jp`);
    const plain = await person({ viewport: PHONE, javaScriptEnabled });
    await plain.goto(`${receipt}/change`);
    await plain.getByLabel("参加する人数").fill("9");
    const posted = plain.waitForRequest((request) => request.method() === "POST");
    await plain.getByRole("button", { name: "変更内容を送信する" }).click();
    // With script it is sent by fetch, which names its origin in any case.
    if (!javaScriptEnabled) expect(await (await posted).headerValue("origin")).toBe("null");
    await plain.waitForURL(/changed=1/);
  }
});

it("signing out tells the browser to forget what it has kept", async () => {
  const page = await person();
  await signInAs(page, "coordinator", "/account");
  await visit(page, "/account");
  const answered = page.waitForResponse((response) =>
    new URL(response.url()).pathname.startsWith("/sign-out"),
  );
  await page.evaluate(
    () => void fetch("/sign-out", { method: "POST", body: new URLSearchParams(), redirect: "manual" }),
  );
  const answer = await answered;
  expect(await answer.headerValue("clear-site-data")).toBe('"cache", "storage"');
});
