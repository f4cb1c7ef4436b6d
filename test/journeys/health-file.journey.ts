import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, PHONE, visit } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";

const { person } = journeys();
const MAIL = "honnin@kenko.example";
const PASSWORD = "kotatsu no mikan ga nanatsu";
const WORD = "あさがおの咲く朝47";
const HERE = "/health-file";

const YEARS = [
  { day: "2016-06-01", set: "dock-2016", sbp: "124", letter: "A", range: "≦129" },
  { day: "令和6年6月3日", set: "words-2013", sbp: "131", letter: "要経過観察", range: "≦129" },
  { day: "2025/6/2", set: "dock-present", sbp: "142", letter: "C", range: "≦139" },
] as const;

const NATIONAL = `<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3">
<documentationOf><serviceEvent><code code="010"/><effectiveTime value="20260512"/></serviceEvent></documentationOf>
<component><structuredBody><component><section><entry><observation><code code="9A755000000000001"/>
<value value="128" unit="mm[Hg]"/></observation></entry></section></component></structuredBody></component></ClinicalDocument>`;

async function signUp(page: Page): Promise<void> {
  await visit(page, "/sign-up");
  await page.locator("main input[name=email]").fill(MAIL);
  await page.getByRole("button", { name: "リンクを送る" }).click();
  await page.getByText("メールを送りました").waitFor();
  const [mail] = await mailsTo(MAIL, 1);
  const [path] = /\/sign-up\/[\w-]{43}/.exec(mail!.text)!;
  await visit(page, path);
  await page.locator("input[name=name]").fill("本人");
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.getByRole("button", { name: "登録する" }).click();
  await page.waitForURL(`**${HERE}`);
}

async function begin(page: Page): Promise<string> {
  await page.locator("main input[name=word]").fill(WORD);
  await page.getByRole("button", { name: "健康ファイルを作成する" }).click();
  const code = await page.getByText(/^[A-Z2-9]{5}(-[A-Z2-9]{5}){4}$/).textContent();
  await inspect(page);
  await page.getByLabel("控えました").check();
  await page.getByRole("button", { name: "健康ファイルを開く" }).click();
  await page.getByRole("link", { name: "健診結果を入力する" }).waitFor();
  return code!;
}

async function enter(page: Page, { day, set, sbp, letter, range }: (typeof YEARS)[number]): Promise<void> {
  await page.getByRole("link", { name: "健診結果を入力する" }).click();
  await page.locator("input[name=day]").fill(day);
  await page.locator("select[name=kind]").selectOption("employer");
  await page.locator("select[name=set]").selectOption(set);
  await page.locator("input[name=v_sbp]").fill(sbp);
  await page.getByText("収縮期血圧の判定・基準値").click();
  await page.locator("input[name=j_sbp]").fill(letter);
  await page.locator("input[name=r_sbp]").fill(range);
  await page.getByRole("button", { name: "保存する" }).click();
  await page.waitForURL(`**${HERE}`);
}

async function take(page: Page, format: string): Promise<Buffer> {
  await page.goto(`${HERE}/keep`);
  await page.locator(`input[name=format][value=${format}]`).check({ force: true });
  await page.getByRole("button", { name: "書き出す" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /を保存する$/ }).click(),
  ]);
  return readFile(await download.path());
}

async function readIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${HERE}/keep`);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "読み込む" }).click();
  await page.getByText(/件の健診結果を読み込みました/).waitFor();
}

const table = async (page: Page): Promise<string> =>
  (await page.getByRole("table", { name: /年ごとの健診結果/ }).textContent()) ?? "";

it("begins on paper, keeps years under an own key, shows them to a nurse until the owner ends it, and leaves", async () => {
  const page = await person();
  for (const language of ["", "?lang=easy", "?lang=en"]) await visit(page, `/health-booklet${language}`);
  for (const paper of ["a4?lang=easy", "a5"]) {
    const answer = await page.request.get(`/health-booklet/${paper}`);
    expect((await answer.body()).subarray(0, 4).toString()).toBe("%PDF");
  }

  await signUp(page);
  await visit(page, HERE);
  const code = await begin(page);
  for (const one of YEARS) await enter(page, one);
  await readIn(page, "健診.xml", Buffer.from(NATIONAL));
  await visit(page, HERE);
  const years = await table(page);
  expect(years.match(/128|142|131|124/g)).toEqual(["128", "142", "131", "124"]);
  await page.getByRole("link", { name: "収縮期血圧" }).click();
  await page.getByText("判定の区分が年によって違います。").waitFor();
  await inspect(page);

  await visit(page, `${HERE}/diary`);
  for (const [day, weight] of [
    ["2026-05-10", "63.2"],
    ["2026-05-11", "62.8"],
  ] as const) {
    await page.locator("input[name=day]").fill(day);
    await page.locator("input[name=weight]").fill(weight);
    await page.getByRole("button", { name: "保存する" }).click();
    await page.getByRole("cell", { name: weight }).waitFor();
  }
  await inspect(page);

  await visit(page, `${HERE}/shares`);
  await page.locator("input[name=whom]").fill("保健センターの保健師");
  await page.locator("input[name=parts][value=checkup]").check({ force: true });
  await page.locator("input[name=days][value='7']").check({ force: true });
  await page.getByRole("button", { name: "リンクを作成する" }).click();
  const link = await page.getByText(/\/shared-files\//).textContent();
  const nurse = await person({ viewport: PHONE });
  await visit(nurse, new URL(link!).pathname);
  expect(await table(nurse)).toContain("142");
  await page.goto(`${HERE}/shares`);
  await page.getByText(/閲覧：/).waitFor();
  await page.getByRole("button", { name: /共有を止める/ }).click();
  await page.getByText(/終了/).first().waitFor();
  expect((await nurse.reload())!.status()).toBe(404);
  await nurse.getByText("この共有は終了しました").waitFor();

  await visit(page, `${HERE}/keep`);
  expect((await take(page, "a4")).subarray(0, 4).toString()).toBe("%PDF");
  const taken = await take(page, "json");
  await page.goto(HERE);
  await page.getByRole("button", { name: "健康ファイルを閉じる" }).click();
  await page.locator("main input[name=word]").fill(code);
  await page.getByRole("button", { name: "開く", exact: true }).click();
  await page.getByRole("link", { name: "健診結果を入力する" }).waitFor();

  const remove = async () => {
    await page.goto(`${HERE}/keep`);
    await page.getByText("健康ファイルを削除する").click();
    await page.getByRole("button", { name: "削除する", exact: true }).click();
    await page.getByRole("button", { name: "健康ファイルを作成する" }).waitFor();
  };
  await remove();
  await begin(page);
  await readIn(page, "健康ファイル.json", taken);
  await page.goto(HERE);
  expect(await table(page)).toBe(years);
  await remove();
});
