import { describe, expect, inject, it } from "vitest";
import { DESKTOP, inspect, journeys, PHONE, visit } from "./browser.ts";

const { person } = journeys();

describe("somebody who never came before", () => {
  it("sees the first page, also on a phone and without JavaScript", async () => {
    for (const options of [{}, { viewport: PHONE }]) {
      const page = await person(options);
      const response = await visit(page, "/");
      expect(response.status()).toBe(200);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    const plain = await person({ javaScriptEnabled: false });
    await plain.goto("/");
    await plain.getByRole("heading", { level: 1 }).waitFor();
  });

  it("finds where a workplace asks for help from the first page and from the profile of its area", async () => {
    const page = await person({ viewport: PHONE });
    await visit(page, "/");
    await page.getByRole("link", { name: "浜田市・江津市の会社・お店の方" }).click();
    await page.getByRole("heading", { level: 1, name: /^職場の健康相談窓口/ }).waitFor();
    await visit(page, "/areas/hamada");
    await page.getByRole("link", { name: "健康づくりを相談する" }).click();
    await page.getByRole("heading", { level: 1, name: /^職場の健康相談窓口/ }).waitFor();
    await visit(page, "/areas/sma-01-01");
    expect(await page.getByRole("link", { name: "健康づくりを相談する" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "公開中の計画" }).count()).toBe(0);
  });

  it("finds the published plan from the profile of its area, and the way back", async () => {
    const page = await person({ viewport: PHONE });
    await visit(page, "/areas/hamada");
    await page.getByRole("link", { name: "公開中の計画" }).click();
    await page.getByRole("heading", { level: 1, name: "浜田圏域の健康づくり計画" }).waitFor();
    await page.getByRole("link", { name: "健康情報を見る" }).click();
    await page.getByRole("heading", { level: 1, name: "浜田圏域の健康プロフィール" }).waitFor();
  });

  it("sees on which side a table goes on that is wider than a phone, and no such sign on one that fits", async () => {
    const page = await person({ viewport: PHONE });
    await page.goto("/areas/32/districts");
    const table = page.getByRole("region").filter({ has: page.getByRole("table") });
    const sign = () => table.evaluate((element) => getComputedStyle(element).boxShadow);
    const [left, right] = [/\) 14px 0px/, /\) -14px 0px/];
    expect(await sign()).toMatch(right);
    expect(await sign()).not.toMatch(left);
    await table.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
    await expect.poll(sign).toMatch(left);
    expect(await sign()).not.toMatch(right);
    await page.setViewportSize(DESKTOP);
    await page.reload();
    expect(await sign()).toBe("none");
  });

  it("is led from where nobody receives requests to whoever does, and told where there is none", async () => {
    const page = await person({ javaScriptEnabled: false, viewport: PHONE });
    const place = () => page.url().slice(inject("origin").length);
    await page.goto("/areas/14151/ask?need=talk&size=5-29");
    expect(place()).toBe("/areas/sagamihara/ask?town=14151&need=talk&size=5-29");
    const paper = await fetch(`${inject("origin")}/areas/14151/ask.pdf`, { redirect: "manual" });
    expect(paper.headers.get("location")).toBe("/areas/sagamihara/ask.pdf");
    // A form whose secretariat is gone since it was opened: what was typed goes on to who is there.
    const form = page.locator('form:has(input[name="size"])');
    await form.evaluate((element) => element.setAttribute("action", "/areas/14151/ask"));
    await page.getByLabel("従業員数").fill("12");
    await page.getByLabel("市町村").selectOption({ index: 1 });
    await page.getByRole("button", { name: "次へ", exact: true }).click();
    // A step further it is still there.
    await page.getByText("2 / 4").waitFor();
    expect(await page.locator('input[type="hidden"][name="size"]').inputValue()).toBe("12");

    const looking = await person({ viewport: PHONE });
    const main = looking.getByRole("main");
    expect((await visit(looking, "/areas/sma-01-01/ask?need=talk")).status()).toBe(404);
    await looking.getByRole("heading", { name: "受け持つ窓口は、まだありません" }).waitFor();
    await main.getByRole("link", { name: "浜田圏域" }).waitFor();
    await visit(looking, "/areas/32202/ask?need=talk");
    await looking.waitForURL(/\/areas\/hamada\/ask\?town=32202&need=talk$/);
  });

  it("gets a page that says what happened where there is none", async () => {
    const page = await person();
    const response = await visit(page, "/no-such-page");
    expect(response.status()).toBe(404);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("アドレス（URL）をもう一度").waitFor();
    await inspect(page);
    // In the frame, with the ways that lead on: the search, and who runs the place.
    await page.getByRole("main").getByRole("searchbox").fill("浜田");
    await page.getByRole("main").getByRole("button", { name: "検索" }).click();
    await page.waitForURL(/\/search\?q=/);
    await page.getByRole("contentinfo").getByRole("link", { name: "個人情報" }).click();
    await page.getByRole("heading", { level: 1, name: "個人情報の取扱い" }).waitFor();
  });
});

describe("somebody with a link that opens nothing", () => {
  it.each([
    ["/r/wrong", "新しく依頼する", "/areas/hamada/ask"],
    ["/r/wrong/change", "新しく依頼する", "/areas/hamada/ask"],
    ["/a/wrong", "連絡先", "/areas/hamada/ask#office"],
    ["/a/wrong/mail", "連絡先", "/areas/hamada/ask#office"],
  ])("is led on to the areas that have a secretariat: %s", async (path, title, to) => {
    const page = await person();
    expect((await visit(page, path)).status()).toBe(404);
    await page.getByRole("heading", { name: title }).waitFor();
    const link = page.getByRole("main").getByRole("link", { name: "浜田圏域" });
    expect(await link.getAttribute("href")).toBe(to);
    await link.click();
    await page.getByRole("heading", { name: "事務局の連絡先" }).waitFor();
  });
});

describe("a program with a link that opens nothing", () => {
  it.each(["/r/x/visit.ics", "/feeds/x", "/r/x/files/y", "/a/x/files/y", "/areas/nowhere/ask.pdf"])(
    "gets a sentence: %s",
    async (path) => {
      const answer = await fetch(inject("origin") + path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
      expect(await answer.text()).toContain("見つかりません");
    },
  );
});

describe("whoever runs the server", () => {
  it("sees that it lives and is ready", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const response = await fetch(inject("origin") + path);
      expect([path, response.status]).toEqual([path, 200]);
    }
  });

  it("finds every page guarded: own scripts only, in no frame, no type guessed", async () => {
    const { headers } = await fetch(inject("origin"));
    const policy = headers.get("content-security-policy");
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']{20,}'/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("uses a nonce once", async () => {
    const nonce = async () =>
      (await fetch(inject("origin"))).headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1];
    expect(await nonce()).not.toBe(await nonce());
  });

  it("takes a character that no text can hold as if it were not typed", async () => {
    const origin = inject("origin");
    const body = new URLSearchParams({ email: "a\0@b.example", password: "x" });
    const answer = await fetch(`${origin}/sign-in`, { method: "POST", headers: { origin }, body });
    expect(answer.status).toBe(422);
  });

  it("refuses what another site sends in a visitor's name", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(inject("origin"), { method: "POST", headers, body: new URLSearchParams({ a: "1" }) });
    expect((await post({ origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await post({})).status).toBe(403);
  });
});
