import { describe, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { renderMethod } from "./rules.ts";
import { methodPage } from "./usecases.server.ts";

describe("renderMethod", () => {
  it("takes the title out and leads links to the neighbours' pages", () => {
    const page = renderMethod(
      "# Title\n\nSee [other](other-method.md).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
    );
    expect(page.title).toBe("Title");
    expect(page.html).toContain('<a href="/methods/other-method">other</a>');
    expect(page.html).toContain("<td>1</td>");
    expect(page.html).not.toContain("<h1>");
  });

  it.each([
    ["<script>alert(1)</script>", "<script"],
    ["<img src=x onerror=alert(1)>", "<img"],
    ["[x](javascript:alert(1))", "javascript:"],
  ])("lets %s be text", (text, forbidden) => {
    expect(renderMethod(text).html).not.toContain(forbidden);
  });
});

describe("methodPage", () => {
  // Every method that a figure of the profile names.
  it.each([
    "age-band-ratio",
    "comparison",
    "mann-kendall",
    "proportion-wilson",
    "rate-byars",
    "recent-trend",
    "standardised-mortality-ratio",
    "target-progress",
  ])("has a page for %s", async (name) => {
    const page = expectOk(await methodPage(name));
    expect(page.title).not.toBe("");
    expect(page.html.length).toBeGreaterThan(200);
  });

  it.each(["../decisions/0001", "nothing", "README", "a/b", ""])("has none for %j", async (name) => {
    expect(await methodPage(name)).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });

  it("lists them all", async () => {
    expect(expectOk(await methodPage(undefined)).html).toContain('href="/methods/recent-trend"');
  });
});
