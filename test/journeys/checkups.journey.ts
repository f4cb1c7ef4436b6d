import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const AREA = "/areas/hamada/checkups";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const keyOf = (who: string) => createHash("sha256").update(who).digest("hex");

const HEADER =
  "個人キー,受診日,生年月日,性別,市区町村,身長,血圧(収縮期),血圧(拡張期),HDL・CO,HbA1c,尿糖,質問8　たばこ";
const row = (who: string, more: Readonly<Record<number, string>> = {}) =>
  [keyOf(who), "R7.6.1", "S45.4.2", "1", "32202", "170.1", "151", "92", "55", "5.4", "-", "1"]
    .map((cell, at) => more[at] ?? cell)
    .join(",");
/** People with high blood pressure; one row is odd, one can't be read. */
const FILE = [
  HEADER,
  ...Array.from({ length: 398 }, (_, i) => row(`j${i}`)),
  row("odd", { 6: "225", 7: "110" }),
  row("bad", { 1: "15/05/20" }),
].join("\r\n");

async function agreement(page: Page): Promise<void> {
  await visit(page, `${AREA}/agreements`);
  await inspect(page);
  await page.getByLabel("提供元の名称").fill("旅の国保");
  await page.getByLabel("提供元の種類").selectOption({ label: "市町村国保・国保組合" });
  await page.getByLabel("提供の根拠").selectOption({ label: "法令" });
  await page.getByLabel("根拠の条文・契約・通知").fill("高齢者の医療の確保に関する法律 第27条");
  for (const item of ["身体計測", "血圧", "血液検査", "尿検査", "質問票", "居住する市町村"])
    await page.getByRole("checkbox", { name: item, exact: true }).check();
  await page.getByLabel("表示できる最小の人数").fill("10");
  await page.getByRole("checkbox", { name: "市町村", exact: true }).check();
  await page.getByLabel("開始日").fill("2026-04-01");
  await page.getByLabel("終了日").fill("2030-03-31");
  await page.getByLabel("保存期間").fill("5");
  await press(page, "登録する");
  await page.getByRole("link", { name: "旅の国保" }).waitFor();
}

const publish = async (page: Page) => {
  await visit(page, `${AREA}/editions`);
  await page.getByLabel("年度").selectOption({ index: 0 });
  await press(page, "版を作成して公表する");
  await page
    .getByText(/指標の版を確認しました/)
    .first()
    .waitFor();
};
/** The share with high blood pressure on the regional side, as anybody reads it. */
async function regionalPressure(page: Page): Promise<string> {
  await visit(page, `${AREA}/picture`);
  const table = page.getByRole("table", { name: "地域と職域の割合" });
  const group = table.locator("tbody", { hasText: "血圧（130/85mmHg以上）" });
  return (
    await group
      .getByRole("row", { name: /地域（国保・後期）/ })
      .getByRole("cell")
      .allTextContents()
  ).join(" ");
}

it("brings in a file by an agreement, confirms what is odd, sees the picture change, and takes it back", async () => {
  const page = await person();
  page.setDefaultTimeout(30_000);
  await signInAs(page, "analyst", AREA, "hamada");
  await inspect(page);
  const before = await regionalPressure(page);
  await inspect(page);
  await agreement(page);

  await visit(page, "/checkup-imports/new");
  await inspect(page);
  const choose = async () => {
    const option = page.getByRole("option", { name: /^旅の国保/ });
    await page.getByLabel("提供元の取り決め").selectOption(await option.getAttribute("value"));
  };
  await choose();
  const named = `${HEADER.replace("個人キー", "個人キー,カナ氏名")}\r\n${[1, 2]
    .map((n) => row(`n${n}`).replace(",", ",ミホン　イチロウ,"))
    .join("\r\n")}`;
  const send = async (name: string, text: string) => {
    const buffer = iconv.encode(text, "cp932");
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
    await press(page, "ファイルを送信する");
  };
  await send("named.csv", named);
  await page
    .getByText(/個人を特定できる列（カナ氏名）があるため/)
    .first()
    .waitFor();
  await choose();
  await send("kenshin.csv", FILE);
  await page.waitForURL(/\/checkup-imports\/[0-9a-f-]+$/);
  await page
    .getByText(/400行を読みました/)
    .first()
    .waitFor();
  await inspect(page);
  const here = page.url();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "修正が必要な行をダウンロードする" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain("15/05/20");

  await page.getByRole("radio", { name: "確認した。このまま取り込む" }).check();
  await press(page, "答えて確認し直す");
  await press(page, "問題のない行だけを取り込む");
  await page
    .getByText(/取り込みました。追加399件/)
    .first()
    .waitFor();
  await inspect(page);

  await publish(page);
  await inspect(page);
  const after = await regionalPressure(await person());
  expect(after).not.toBe(before);
  await visit(page, `${AREA}/questions?indicator=smoking&group=municipality&second=stage`);
  await inspect(page);
  await visit(page, "/checkup-hash");
  await inspect(page);

  await visit(page, here);
  await page.locator("summary", { hasText: "この取り込みを取り消す" }).click();
  await page.getByText("取り消した後に元に戻すことはできません。").waitFor();
  await press(page, "取り消す");
  await page.getByText("取り消しました").first().waitFor();
  await publish(page);
  expect(await regionalPressure(page)).toBe(before);
});
