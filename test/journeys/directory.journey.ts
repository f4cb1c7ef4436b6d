import iconv from "iconv-lite";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, PHONE, visit } from "./browser.ts";

const { person } = journeys();
const BASE = "/areas/hamada/directory";

async function coordinator(): Promise<Page> {
  const page = await person();
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill("jimukyoku@hamada-hokenjo.example");
  await page.locator("input[type=password][name=password]").fill("Temiyage-Kotatsu-47");
  await page.locator("input[type=password][name=password]").press("Enter");
  await page.waitForURL(/today/);
  return page;
}

const HEAD =
  "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,医療機関の種類,住所,緯度,経度,電話番号,診療曜日,診療開始時間,診療終了時間,診療科目";
const row = (no: number, name: string, place: string) =>
  `322024,${no},島根県,浜田市,${name},タビノイイン,診療所,見本町${no},${place},0855-71-000${no},月火土,9:00,12:30,禁煙外来`;

describe("the directory", () => {
  it("takes in a list in CP932, has a row mended, and shows what was taken", async () => {
    const page = await coordinator();
    await page.goto(`${BASE}/import`);
    const text = [HEAD, row(1, "旅の医院", "34.9,132.1"), row(2, "逆の医院", "132.1,34.9")].join("\r\n");
    const file = { name: "iryo.csv", mimeType: "text/csv", buffer: iconv.encode(text, "cp932") };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "確認する" }).click();
    await page.getByText("2行を読みました。1行は取り込めます。").waitFor();
    await page.getByText("緯度と経度が逆です", { exact: false }).first().waitFor();
    await inspect(page);
    await page.getByRole("button", { name: "問題のない行だけを取り込む" }).click();
    await page.getByText("取り込みました。追加1件").waitFor();
    await page.goto(`${BASE}/manage?q=旅の医院`);
    await page.getByRole("link", { name: "旅の医院" }).click();
    await page.locator("input[name=phone]").fill("0855-71-0009");
    await page.getByRole("button", { name: "変更を保存する" }).click();
    await page.waitForLoadState();
    await page.goto(`${BASE}/manage`);
    await inspect(page);
    await page.goto(`${BASE}/duplicates`);
    await inspect(page);
  });

  it("is searched from a phone without script, and asked for with one click", async () => {
    const page = await person({ viewport: PHONE, javaScriptEnabled: false });
    await page.goto(BASE);
    await page.getByLabel("知りたいこと・場所").fill("禁煙外来 土曜");
    await page.getByRole("button", { name: "検索する" }).click();
    await page.getByRole("link", { name: "石見はまべクリニック 禁煙外来（見本）" }).first().click();
    await page.getByText("受付の状況").first().waitFor();
    await page.getByRole("link", { name: "申し込む・相談する" }).click();
    await page.waitForURL(/\/ask\?wish=/);
  });

  it("is searched from where the reader is, known to about a kilometre", async () => {
    const page = await person({
      ...{ viewport: PHONE, permissions: ["geolocation"] },
      geolocation: { latitude: 34.899123, longitude: 132.080456 },
    });
    await visit(page, BASE);
    await page.getByRole("button", { name: "現在地から探す" }).click();
    await page.waitForURL(/from=34\.90%2C132\.08(&|$)/);
    await page.getByText(/約\d/).first().waitFor();
  });

  it("is accessible as list, map, entry, form of what is printed, and embedded page without a cookie", async () => {
    const page = await person();
    await visit(page, BASE);
    expect(await page.locator("svg a").count()).toBeGreaterThan(1);
    await inspect(page);
    await visit(page, `${BASE}?q=smoking&lang=en`);
    await inspect(page);
    await page
      .getByRole("link", { name: /禁煙外来/ })
      .first()
      .click();
    await inspect(page);
    await visit(page, `${BASE}/print`);
    await inspect(page);
    const embedded = await person();
    const answer = await embedded.goto("/embed/areas/hamada/directory");
    const headers = await answer!.allHeaders();
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(await embedded.context().cookies()).toEqual([]);
    await inspect(embedded);
  });

  it("answers what was printed, and what is no more", async () => {
    const page = await coordinator();
    for (const form of ["a4", "leaflet"]) {
      const answer = await page.request.get(`${BASE}/booklet.pdf?form=${form}`);
      expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    }
    await page.goto(`${BASE}/manage?q=こころの相談日`);
    await page.getByRole("link", { name: "こころの相談日（浜田保健所）" }).click();
    await page.waitForURL(/\/edit/);
    const address = page.url().replace(/\/edit.*/, "");
    await page.locator("summary", { hasText: "掲載を終了する" }).click();
    await page.locator("form:has(input[value='resource.withdraw']) input[name=reason]").fill("事業の終了");
    await page.getByRole("button", { name: "掲載を終了する" }).click();
    await page.getByText("掲載終了").first().waitFor();
    const visitor = await person();
    expect((await visitor.goto(address))?.status()).toBe(410);
  });
});
