import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";
import { press, section } from "./surveying.ts";

const { person } = journeys();
const SOUMU = "soumu@chousa-mihon.example";
const staff = async (place: string) => {
  const page = await person();
  page.setDefaultTimeout(60_000);
  await signInAs(page, "coordinator", "/", place);
  return page;
};

/** Goes on to the next page of a form, and waits for it. */
async function next(page: Page): Promise<void> {
  const head = page.locator("main form h2").first();
  const before = await head.textContent();
  await press(page, "次へ");
  await expect.poll(() => head.textContent(), { timeout: 20_000 }).not.toBe(before);
}

it("is designed from the bank, drawn, sent, answered on a phone and on paper, and ended", async () => {
  const clerk = await staff("hamada");
  await visit(clerk, "/surveys");
  await clerk.getByLabel("調査名").fill("浜田の事業所調査");
  await clerk.getByLabel("調査の種類").selectOption("workplace");
  await clerk.getByLabel("年度", { exact: true }).fill("2026");
  await clerk.getByLabel("もとにする調査票").selectOption("workplace");
  await press(clerk, "作成する");
  await clerk.getByRole("heading", { level: 1, name: "浜田の事業所調査" }).waitFor();
  const here = new URL(clerk.url()).pathname;
  await inspect(clerk);

  // A question of the bank more, and one of its own.
  await section(clerk, "質問を追加する").getByLabel("質問", { exact: true }).selectOption("finding-rate");
  await press(clerk, "追加する");
  await section(clerk, "質問 14").waitFor();
  await clerk.getByRole("link", { name: "新しい質問を作成する" }).click();
  await clerk.getByLabel("形式").selectOption("multiple");
  await clerk.getByLabel("質問文").fill("ほしい支援は何ですか。");
  await clerk.locator('input[name="choices.0.ja"]').fill("講話");
  await press(clerk, "保存する");
  // Whoever lets several be chosen offers none of them too.
  await clerk
    .getByText(/選択肢を2つ以上|あてはまるものはない/)
    .first()
    .waitFor();
  await inspect(clerk);
  await visit(clerk, `${here}/preview`);
  await visit(clerk, here);

  await visit(clerk, `${here}/frame`);
  const lines = Array.from({ length: 6 }, (_, at) => `見本の工場${at + 1},${at * 9 + 3},製造業,浜田市,`);
  const table = [
    "事業所名,従業者数,業種,市区町村,メールアドレス",
    `見本の総務,12,製造業,浜田市,${SOUMU}`,
    ...lines,
  ];
  await clerk
    .getByLabel("名簿のファイル")
    .setInputFiles({ name: "meibo.csv", mimeType: "text/csv", buffer: Buffer.from(table.join("\r\n")) });
  await press(clerk, "取り込む");
  await clerk.getByText("名簿 7件").waitFor();
  await inspect(clerk);
  await press(clerk, "抽出する");
  await clerk
    .getByText(/7件に発送し、回答は約1件/)
    .first()
    .waitFor();
  await clerk.locator('input[name="sure"]').check();
  await press(clerk, "抽出する");
  await clerk.getByText("抽出 7件").waitFor();
  await visit(clerk, here);
  await press(clerk, "調査を始める");
  await clerk.getByText("実施中").first().waitFor();

  await visit(clerk, `${here}/frame`);
  await press(clerk, "メールで依頼する");
  await clerk.getByText(SOUMU).first().waitFor();
  await inspect(clerk);
  await press(clerk, "メールで依頼する");
  const [mail] = await mailsTo(SOUMU, 1);
  const downloaded = clerk.waitForEvent("download");
  await press(clerk, "PDFを作成する");
  const letters = await downloaded;
  expect(letters.suggestedFilename()).toBe("依頼状_2-7.pdf");
  expect((await readFile(await letters.path())).subarray(0, 5).toString()).toBe("%PDF-");

  // On a phone without script, left in the middle, gone on with on another device.
  const link = /https?:\/\/\S+?(\/s\/[\w-]{43})/.exec(mail!.text)![1]!;
  const phone = await person({ viewport: PHONE, javaScriptEnabled: false });
  phone.setDefaultTimeout(60_000);
  await phone.goto(link);
  expect(await phone.getByText("途中まで保存しました").count()).toBe(0);
  await phone.getByRole("link", { name: "すべての質問を1ページに表示する" }).click();
  await phone.getByLabel("10～29人").check();
  await press(phone, "途中まで保存する");
  await phone.getByText("途中まで保存しました").waitFor();
  expect(await phone.getByLabel("10～29人").isChecked()).toBe(true);
  await phone.getByRole("link", { name: "1ページずつ表示する" }).click();
  await press(phone, "次へ");
  await phone.getByText("この質問は、必ずお答えください。").first().waitFor();
  await phone.getByLabel("製造業").check();
  await press(phone, "次へ");
  await phone.getByRole("group", { name: /経営の方針/ }).waitFor();
  const other = await person({ viewport: PHONE });
  other.setDefaultTimeout(60_000);
  // A number that was mistyped leads back to where it is typed.
  await visit(other, "/w");
  await other.getByLabel("回答用の番号").fill("AAAA-BBBB-CCCC");
  await press(other, "回答を始める");
  await other.getByText("番号が違います").waitFor();
  await inspect(other);
  await other.getByRole("link", { name: /番号を入力し直す/ }).click();
  await other.getByLabel("回答用の番号").waitFor();
  await visit(other, `${link}?whole=1`);
  expect(await other.getByLabel("製造業").isChecked()).toBe(true);
  await visit(other, link);
  expect(await other.getByLabel("10～29人").isChecked()).toBe(true);
  await other
    .getByRole("group", { name: /担当する方/ })
    .getByLabel("いない")
    .check();
  await next(other);
  const ofAction = other.getByRole("group", { name: /健康診断のほかに/ });
  await ofAction.getByLabel("取り組んでいない").check();
  await other
    .getByRole("group", { name: /組織的に健康づくり/ })
    .getByLabel("そう思う", { exact: true })
    .check();
  await next(other);
  await other
    .getByRole("group", { name: /相談できる機関/ })
    .getByLabel("知らない")
    .check();
  await next(other);
  await other
    .getByRole("group", { name: /こころの健康づくりに取り組んで/ })
    .getByLabel("必要だと思わない")
    .check();
  await next(other);
  await next(other);
  await next(other);
  await other.getByRole("heading", { name: "入力内容の確認" }).waitFor();
  await inspect(other);
  await press(other, "回答を送信する");
  await other.getByText("ご回答ありがとうございました").first().waitFor();
  await inspect(other);
  await other.getByRole("link", { name: "ご回答の内容と、地域の結果" }).click();
  await other.getByText("公表後にこのページで").waitFor();
  await inspect(other);
  // The other device is told that it was answered.
  await phone.reload();
  await phone.goto(link);
  await phone.getByText("すでにご回答いただいています").waitFor();

  // On paper, by the ten keys alone; the second entry has a mistake.
  await visit(clerk, `${here}/paper`);
  const keyIn = async (entry: string, need: string) => {
    await clerk.getByLabel(entry, { exact: true }).check();
    await clerk.getByLabel("表のページ番号").fill("2-1");
    const typed = ["2-2", "3", "3", "1", "2", "16", "2", need, "2"];
    await clerk.getByLabel("表のページ番号").press("Enter");
    for (const [at, one] of typed.entries()) {
      await clerk.keyboard.type(one);
      if (at < typed.length - 1) await clerk.keyboard.press("Enter");
    }
    await press(clerk, "保存する");
  };
  await keyIn("1回目", "1");
  await clerk.getByText("1回目まで").waitFor();
  await press(clerk, "この用紙の入力を取り消す");
  await section(clerk, "入力中の用紙 0").waitFor();
  await keyIn("1回目", "1");
  await clerk.getByText("1回目まで").waitFor();
  await inspect(clerk);
  await keyIn("2回目", "2");
  await clerk.getByText("違い 1か所").waitFor();
  await clerk.getByLabel("1回目　そう思う").check();
  await inspect(clerk);
  await press(clerk, "確定する");
  await section(clerk, "入力中の用紙 0").waitFor();

  await visit(clerk, here);
  await clerk.getByText("RR1（完全回答のみ）").waitFor();
  // Two answers are no table: who said what would be seen.
  await clerk.locator("summary", { hasText: "調査を終了する" }).click();
  await press(clerk, "終了する");
  await clerk.getByText("終了", { exact: false }).first().waitFor();
  await visit(clerk, `${here}/results`);
  await press(clerk, "集計する");
  await clerk.getByText("回答が10件以上になると集計できます").first().waitFor();
}, 600_000);
