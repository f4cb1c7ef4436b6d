import { readFile } from "node:fs/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, PHONE, visit } from "./browser.ts";

const { person } = journeys();

async function coordinator(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await person(options);
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill("jimukyoku@hamada-hokenjo.example");
  await page.locator("input[type=password][name=password]").fill("Temiyage-Kotatsu-47");
  await page.locator("input[type=password][name=password]").press("Enter");
  await page.waitForURL(/today/);
  return page;
}

describe("whoever looks for an area", () => {
  it("finds it by reading, by code and by prefecture, and is told of a wrong check digit", async () => {
    const page = await person();
    await visit(page, "/areas");
    await page.getByLabel("名前・よみ・コード").fill("はまだ");
    await page.getByRole("button", { name: "探す", exact: true }).click();
    await page.getByRole("link", { name: "島根県浜田圏域" }).waitFor();
    await inspect(page);
    await visit(page, "/areas?q=322025");
    expect(await page.getByRole("alert").textContent()).toContain("322024");
    const phone = await person({ viewport: PHONE });
    await visit(phone, "/areas?prefecture=shimane");
    await phone.getByRole("link", { name: "浜田市", exact: true }).waitFor();
  });
});

describe("a visitor", () => {
  it("sees the organisations that are public, and no others", async () => {
    const page = await person();
    await visit(page, "/organisations?area=hamada");
    await page.getByRole("link", { name: "浜田保健所" }).waitFor();
    expect(await page.getByText("石見窯業所").count()).toBe(0);
    await visit(page, "/organisations?lang=en");
    expect((await page.goto("/organisations/new"))?.status()).toBe(403);
  });
});

for (const javaScriptEnabled of [true, false]) {
  const mark = javaScriptEnabled ? "甲" : "乙";
  const look = (page: Page) => (javaScriptEnabled ? inspect(page) : Promise.resolve());

  describe(`a coordinator ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    it("imports a list with a broken row, gets that row back, and takes the good ones", async () => {
      const page = await coordinator({ javaScriptEnabled });
      await page.goto("/organisations/import");
      const csv = `名称,分野,所在地域,電話\n結の会${mark},NPO・ボランティア,浜田圏域,０８５５－００－００００\n迷う会${mark},なにか,浜田,でんわ\n`;
      const file = { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: "確認する" }).click();
      await page.getByText("2行を読みました。1行は取り込めます。").waitFor();
      await look(page);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "修正が必要な行をダウンロードする" }).click(),
      ]);
      const rejected = await readFile(await download.path(), "utf8");
      expect(rejected).toContain(`迷う会${mark}`);
      expect(rejected).not.toContain(`結の会${mark}`);
      await page.getByRole("button", { name: "問題のない行だけを取り込む" }).click();
      await page.getByText("取り込みました。追加1件").waitFor();
    });

    it("registers an organisation, mends what was wrong, and is told of somebody else's change", async () => {
      const page = await coordinator({ javaScriptEnabled });
      await page.goto("/organisations/new");
      await page.locator("input[name=name]").fill(`試しの会${mark}`);
      await page.locator("select[name=sector]").selectOption("npo");
      await page.locator("input[name=phone]").fill("でんわ");
      await page.getByRole("button", { name: "保存する" }).click();
      await page.getByText("保存していません").waitFor();
      expect(await page.locator("input[name=name]").inputValue()).toBe(`試しの会${mark}`);
      await look(page);
      await page.locator("input[name=phone]").fill("0855-00-1111");
      await page.getByRole("button", { name: "保存する" }).dblclick();
      await page.getByText("保存しました").waitFor();
      const address = new URL(page.url()).pathname;

      const other = await page.context().newPage();
      await other.goto(`${address}/edit`);
      await page.goto(`${address}/edit`);
      await other.locator("input[name=phone]").fill("0855-00-2222");
      await other.getByRole("button", { name: "保存する" }).click();
      await other.getByText("保存しました").waitFor();
      await page.locator("input[name=phone]").fill("0855-00-3333");
      await page.getByRole("button", { name: "保存する" }).click();
      await page.getByText("ほかの人が保存しました").waitFor();
      expect(await page.getByRole("alert").textContent()).toContain("0855-00-2222");
      expect(await page.locator("input[name=phone]").inputValue()).toBe("0855-00-3333");
      await look(page);
      await page.getByRole("button", { name: "保存する" }).click();
      await page.getByText("保存しました").waitFor();
    });
  });
}
