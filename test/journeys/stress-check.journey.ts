import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const CLINIC = "島根県環境保健公社浜田支部";
const CENTRE = "浜田地域産業保健センター";
const SIZES = { 甲商店: 6, 乙工務店: 7, 丙製作所: 12 };
/** Items in which the first answer is that of the most stress. */
const REVERSED = new Set([1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 15, 18, 19, 20]);
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const answerTo = (item: number, high: boolean) => (REVERSED.has(item) === high ? "1" : "4");

const staff = async (role: "implementer" | "organiser" | "interview_doctor" | "workplace", next: string) => {
  const page = await person();
  page.setDefaultTimeout(30_000);
  await signInAs(page, role, next);
  return page;
};

/** Fills in the page of the form that is shown, and leaves it. */
async function fillPage(page: Page, high: boolean): Promise<void> {
  for (const group of await page.locator("main form fieldset").all()) {
    const radio = group.locator('input[type="radio"]').first();
    const item = Number((await radio.getAttribute("name"))!.slice(1));
    await group
      .locator(`input[value="${answerTo(item, high)}"]`)
      .first()
      .check();
  }
  await press(page, "次へ");
}

/** A whole sheet, sent as the last page of the form sends it. */
async function send(page: Page, code: string, high: boolean): Promise<void> {
  const items = Array.from({ length: 57 }, (_, at) => [`q${at + 1}`, answerTo(at + 1, high)]);
  const form = { do: "stress-answer.submit", sex: "female", ...Object.fromEntries(items) };
  const answer = await page.request.post(`/stress/${code}`, {
    ...{ form, headers: { origin: inject("origin") }, maxRedirects: 0 },
  });
  expect(answer.headers().location, await answer.text()).toBe(`/stress/${code}/result`);
}

const pdfOf = async (page: Page, click: () => Promise<void>) => {
  const downloaded = page.waitForEvent("download");
  await click();
  return (await readFile(await (await downloaded).path())).subarray(0, 5).toString();
};

it("is run together by three small workplaces, from a chamber's list to a measure", async () => {
  // A chamber brings them together; a clinic carries it out.
  const chamber = await staff("organiser", "/stress-checks");
  await inspect(chamber);
  await chamber.getByRole("link", { name: "浜田商工会議所" }).click();
  await chamber.getByLabel("実施名").fill("商工会議所の合同ストレスチェック");
  await chamber.getByLabel("実施方法").selectOption("association");
  await chamber.getByLabel("年度", { exact: true }).fill("2026");
  await chamber.getByLabel("判定の方法").selectOption("totals");
  await chamber.getByLabel("実施者の機関").selectOption({ label: CLINIC });
  await chamber.getByLabel("面接指導を行う機関").selectOption({ label: CENTRE });
  await chamber.getByLabel("問い合わせ先").fill("見本の窓口　電話 0855-00-0000");
  await inspect(chamber);
  await press(chamber, "登録する");
  await chamber.getByRole("heading", { level: 1, name: "商工会議所の合同ストレスチェック" }).waitFor();
  const lines = Object.entries(SIZES).map(([name, workers]) => `${name},${workers}`);
  await chamber.getByRole("textbox", { name: /^事業所/ }).fill(lines.join("\n"));
  await press(chamber, "登録する");
  await chamber.getByText("丙製作所").waitFor();
  await inspect(chamber);

  const clinic = await staff("implementer", "/stress-checks");
  await clinic.getByRole("link", { name: CLINIC }).click();
  await clinic.getByRole("link", { name: /商工会議所の合同ストレスチェック/ }).click();
  await clinic.getByRole("heading", { level: 1, name: "商工会議所の合同ストレスチェック" }).waitFor();
  await inspect(clinic);
  const run = new URL(clinic.url()).pathname;

  // Each firm agrees by its link, hears its workers and names them; the clinic gives the codes.
  const employers: Page[] = [];
  const codes: string[][] = [];
  const places: string[] = [];
  for (const [name, size] of Object.entries(SIZES)) {
    await clinic.goto(run);
    await clinic.getByRole("link", { name, exact: true }).click();
    await clinic.getByRole("heading", { level: 1, name }).waitFor();
    places.push(new URL(clinic.url()).pathname);
    await press(clinic, "リンクを発行する");
    const link = (await clinic.getByText(/\/stress\/workplace\//).textContent())!;
    const employer = await person({ viewport: PHONE });
    employer.setDefaultTimeout(30_000);
    await visit(employer, new URL(link).pathname);
    await employer.getByLabel("意見を聞いた日").fill("2026-11-01");
    await employer.getByLabel("意見の聞き方と主な意見").fill("朝礼で説明し、意見はなかった");
    await employer.getByLabel("実務担当者").fill("総務担当");
    await employer.getByLabel("人事権のある方は結果を扱わない").check();
    await employer.getByLabel("同意する", { exact: true }).check();
    await press(employer, "参加する");
    const names = Array.from({ length: size }, (_, at) => `${name}の従業員${at + 1}`);
    await employer.getByLabel("受検者の氏名").fill(names.join("\n"));
    await press(employer, "登録する");
    await employer.getByText(names.at(-1)!).first().waitFor();
    await inspect(employer);
    employers.push(employer);
    await clinic.goto(places.at(-1)!);
    await press(clinic, "番号を発行する");
    await clinic.getByText("この画面を閉じると").waitFor();
    const cells = await clinic.locator("table").first().locator("tbody tr td:last-child").allTextContents();
    expect(cells).toHaveLength(size);
    codes.push(cells);
    await inspect(clinic);
  }
  // Nothing is given twice in silence: what there is to do is offered, and a refusal leads back to the page.
  await clinic.goto(places[0]!);
  await clinic.getByText("番号を再発行する").waitFor();
  expect(await clinic.getByRole("button", { name: "番号を発行する" }).count()).toBe(0);
  const refused = await clinic.request.post(`${places[0]}/slips.pdf`, {
    ...{ form: { which: "missing" }, headers: { origin: inject("origin") } },
  });
  expect(await refused.text()).toContain("配布票を作成できませんでした");
  const notice = employers[0]!.getByRole("link", { name: "お知らせ（やさしい日本語）" });
  expect(await pdfOf(employers[0]!, () => notice.click())).toBe("%PDF-");
  await clinic.goto(run);
  await press(clinic, "実施を始める");
  await clinic.getByText("実施中").first().waitFor();
  await inspect(clinic);

  // On a phone without script, left in the middle, gone on with on another one.
  const [first, second, ...others] = codes.flat();
  const phone = await person({ viewport: PHONE, javaScriptEnabled: false });
  phone.setDefaultTimeout(30_000);
  await phone.goto("/");
  await phone.getByRole("link", { name: "ストレスチェックに回答する" }).click();
  await phone.getByLabel("回答用の番号").fill("ABCD-EFGH-2345");
  await press(phone, "次へ");
  await phone.getByText("この番号は登録されていません").waitFor();
  expect(await phone.getByLabel("回答用の番号").inputValue()).toBe("ABCD-EFGH-2345");
  await phone.getByLabel("回答用の番号").fill(first!);
  await press(phone, "次へ");
  await phone.getByLabel("女性").check();
  await press(phone, "次へ");
  await fillPage(phone, true);
  const other = await person({ viewport: PHONE });
  other.setDefaultTimeout(30_000);
  await visit(other, `/stress/${first}`);
  expect(await other.getByLabel("女性").isChecked()).toBe(true);
  while ((await phone.getByRole("heading", { name: "入力内容の確認" }).count()) === 0)
    await fillPage(phone, true);
  await press(phone, "送信する");
  await phone.getByRole("heading", { level: 1, name: "ストレスチェックの結果" }).waitFor();
  await phone.getByText("高ストレス（ストレスの状態が高い）").waitFor();
  await phone.getByText("睡眠と休養の時間を").waitFor();
  await visit(other, `/stress/${first}`);
  await other.getByText("高ストレス（ストレスの状態が高い）").waitFor();

  // The others by the same form; one on paper, keyed twice, and one of these with a blank.
  await send(other, second!, true);
  for (const code of others.slice(0, -2)) await send(other, code, false);
  const keyIn = async (entry: string, number: string, figures: string) => {
    await clinic.goto(run);
    await clinic.getByLabel("用紙の番号").fill(number);
    await clinic.getByLabel(entry, { exact: true }).check();
    await clinic.getByLabel("回答しない").check();
    await clinic.getByLabel("回答（57桁）").fill(figures);
    // Going on before the answer would take the form back.
    const answered = clinic.waitForResponse((response) => response.request().method() === "POST");
    await press(clinic, "保存する");
    await answered;
  };
  const whole = "2".repeat(57);
  const wrong = `${"2".repeat(22)}3${"2".repeat(34)}`;
  await keyIn("1回目", "3011", whole);
  await keyIn("2回目", "3011", wrong);
  await clinic.getByText(/問23/).first().waitFor();
  await inspect(clinic);
  await keyIn("2回目", "3011", whole);
  await clinic.getByText("11 / 12人").waitFor();
  const blank = `${"2".repeat(56)}0`;
  await keyIn("1回目", "3012", blank);
  await keyIn("2回目", "3012", blank);
  await clinic.getByText("12 / 12人").waitFor();

  // One of the two asks for an interview, told beforehand that the employer learns so.
  await press(phone, "面接指導を申し出る");
  await phone.getByText("ご確認のうえ、チェックを入れてください。").first().waitFor();
  await phone.getByLabel("申し出たことが会社に伝わることを確認しました").check();
  await press(phone, "面接指導を申し出る");
  await phone.getByText("日程調整中").waitFor();
  const [owner] = employers as [Page, ...Page[]];
  await owner.reload();
  await owner.getByText("面接指導の申出").first().waitFor();
  expect(await owner.getByText("高ストレス").count()).toBe(0);

  // An employer with an account gets at every address of results what an unknown one gets.
  const manager = await staff("workplace", "/");
  const unknown = "00000000-0000-4000-8000-000000000000";
  for (const address of [run, ...places, ...places.map((one) => `${one}/results.pdf`)]) {
    const [own, none] = [address, address.replace(/(?<=stress-checks\/)[0-9a-f-]+/, unknown)];
    const answers = await Promise.all([own, none].map((one) => manager.request.get(one)));
    expect(answers[0]!.status(), own).toBe(answers[1]!.status());
    expect([403, 404]).toContain(answers[0]!.status());
  }

  const doctor = await staff("interview_doctor", "/stress-checks");
  await doctor.getByRole("link", { name: CENTRE }).click();
  await inspect(doctor);
  await doctor.getByRole("link", { name: "甲商店の従業員1" }).click();
  await doctor.getByText("高ストレス（ストレスの状態が高い）").waitFor();
  const today = (await doctor.getByText(/^申出/).first().textContent())!.replace(/^申出\s*/, "");
  await doctor.getByLabel("面接日").fill(today.replace(/（.*/, ""));
  await doctor.getByLabel("面接の記録（事業者には伝わりません）").fill("眠れない日が続く");
  await doctor.getByLabel("就業区分").selectOption("restricted");
  await doctor.getByLabel("就業上の措置に関する意見").fill("残業を制限する");
  await press(doctor, "保存する");
  const told = async () => {
    await owner.reload();
    return owner.getByText("残業を制限する").count();
  };
  await expect.poll(told, { timeout: 60_000 }).toBeGreaterThan(0);
  await inspect(doctor);
  expect(await owner.getByText("眠れない").count()).toBe(0);
  await owner.getByLabel("就業上の措置", { exact: true }).fill("3か月間、残業をなしにする");
  await owner.getByLabel("本人に説明した日").fill(today.replace(/（.*/, ""));
  await press(owner, "措置を登録する");
  await owner.getByRole("button", { name: "見直しを登録する" }).waitFor();
  await inspect(owner);
  await doctor.reload();
  await doctor.getByText("意見は変更できません").first().waitFor();
  expect(await doctor.getByRole("button", { name: "保存する" }).count()).toBe(0);
  await inspect(doctor);

  // Paper of the same size for everyone, and one sheet over all three: none for the two small ones alone.
  await clinic.goto(places[0]!);
  const results = clinic.getByRole("link", { name: "結果のお知らせ（PDF）" });
  expect(await pdfOf(clinic, () => results.click())).toBe("%PDF-");
  await press(clinic, "配付したことを記録する");
  await clinic.waitForLoadState("networkidle");
  await inspect(clinic);
  await clinic.goto(run);
  await press(clinic, "実施を終了する");
  await press(clinic, "集計を作成する");
  await clinic.getByRole("heading", { name: "合同の集計（参加した事業所の全体）" }).waitFor();
  await inspect(clinic);
  for (const [nth, employer] of employers.entries()) {
    await employer.reload();
    await employer.getByRole("heading", { name: "合同の集計（参加した事業所の全体）" }).waitFor();
    expect(await employer.getByRole("heading", { name: "事業所の集計" }).count()).toBe(nth === 2 ? 1 : 0);
    await inspect(employer);
  }
}, 900_000);
