import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";
import { keptTexts } from "./kept-files.ts";
import { mailsTo } from "./mail-server.ts";

const { person } = journeys();
const WORK_HEALTH = "浜田地域産業保健センター";
const HEALTH = "浜田保健所";
const NURSE_MAIL = "hokenshi@hamada-hokenjo.example";
const COUNSELLOR_MAIL = "soudan@hamada-sanpo.example";
/** What nobody may find again outside the sealed columns. */
const CAME = {
  ...{
    name: "封蝋　試緒子",
    kana: "ふうろう　しおこゆ",
    phone: "0855-77-4711",
    told: "満月の夜だけ眠れない",
  },
  town: "月夜野浦字封蝋",
  ...{ handed: "職場の冷蔵庫の音が頭から離れない", note: "猫の世話を隣人に頼んだ", word: "ゆきうさぎ58" },
};
const LECTURE = {
  ...{ name: "封蝋　継緒彦", kana: "ふうろう　つぎおひこ", phone: "0855-77-4712" },
  ...{ told: "講座のあと廊下で足が震えていた", handed: "血圧の薬を三日おきに飲んでいる" },
};
const secrets = [...Object.values(CAME), ...Object.values(LECTURE)].flatMap((one) => one.split("　"));

const type = (page: Page, fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).reduce(
    (before, [name, text]) => before.then(() => page.locator(`[name="${name}"]`).first().fill(text)),
    Promise.resolve(),
  );
const choose = (page: Page, name: string, label: string) =>
  page.locator(`select[name="${name}"]`).selectOption({ label });
const tick = async (page: Page, name: string, ...values: string[]) => {
  for (const value of values) await page.locator(`input[name="${name}"][value="${value}"]`).check();
};
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Somebody of that office, on its working list. */
async function worksFor(place: string): Promise<{ page: Page; office: string }> {
  const page = await person();
  await signInAs(page, "caseworker", "/consultation", place);
  await page.waitForURL(/\/offices\/[^/]+\/cases$/);
  await inspect(page);
  return { page, office: new URL(page.url()).pathname.replace(/\/cases$/, "") };
}

async function takesCall(
  page: Page,
  office: string,
  asked: Readonly<{ told: string; name: string; kana: string; phone: string }>,
  source: string,
): Promise<string> {
  await visit(page, `${office}/cases/new`);
  await choose(page, "asker", "働いている本人");
  await choose(page, "source", source);
  await tick(page, "topics", "sleep");
  await type(page, { told: asked.told });
  await page.getByText("相談者の氏名・連絡先（うかがった場合）").click();
  await type(page, { name: asked.name, kana: asked.kana, phone: asked.phone });
  await press(page, "受け付ける");
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  await inspect(page);
  expect(await page.title()).not.toContain(asked.name);
  return new URL(page.url()).pathname;
}

async function handsOn(
  page: Page,
  base: string,
  to: string,
  mode: "shared" | "one-way",
  { classes, ...texts }: Readonly<{ classes: string[] } & Record<string, string | string[]>>,
): Promise<string> {
  await visit(page, `${base}/consent`);
  await choose(page, "partner", to);
  expect(await page.locator('input[name="classes"]:checked').count()).toBe(0);
  await tick(page, "classes", ...classes);
  await tick(page, "way", "paper");
  await press(page, "登録する");
  await page.waitForURL(/\?saved/);
  await visit(page, `${base}/refer`);
  await choose(page, "partner", to);
  await choose(page, "reason", mode === "shared" ? "心の健康の支援" : "面接指導");
  await tick(page, "mode", mode);
  await tick(page, "classes", ...classes);
  await type(page, texts as Record<string, string>);
  await press(page, "下書きを保存する");
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/);
  await inspect(page);
  await press(page, "送付する");
  await page.getByText("送付済み").first().waitFor();
  return page.url().split("/").at(-1)!.replace(/\?.*/, "");
}

async function takesOn(page: Page, office: string, referral: string, sender: string): Promise<void> {
  await visit(page, `${office}/referrals`);
  await page.locator(`a[href$="/referrals/${referral}"]`).click();
  await page.getByText(`${sender} → `).waitFor();
  await page.getByText("引き受けると、同意された項目が表示されます。").waitFor();
  await inspect(page);
  await press(page, "受領する");
  await page.getByText("受領済み").first().waitFor();
  await press(page, "引き受ける");
  await page.getByText("引受済み").first().waitFor();
  await inspect(page);
}

/** Small, and on paper. */
async function looksWell(page: Page): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize(PHONE);
  await inspect(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.emulateMedia({ media: "print" });
  await inspect(page);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(size);
}

/** A paper of a case comes back under the number of the case alone. */
async function keepsPaper(page: Page, base: string, name: string): Promise<void> {
  await visit(page, `${base}/files`);
  await inspect(page);
  const buffer = Buffer.concat([Buffer.from("ffd8ffe000104a46", "hex"), Buffer.from(CAME.told)]);
  await page
    .locator('input[name="file"]')
    .setInputFiles({ name: `${name}.jpg`, mimeType: "image/jpeg", buffer });
  await press(page, "登録する");
  await page.waitForURL(/\/files\?saved/);
  const saved = page.waitForEvent("download");
  await page.getByRole("link", { name: `${name}.jpg` }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^相談2026-\d{4}_資料\.jpg$/);
  expect(readFileSync(await file.path())).toEqual(buffer);
  await looksWell(page);
}

it("somebody of the occupational health centre is supported by both nurses, until they take their word back", async () => {
  const { page: counsellor, office } = await worksFor("hamada-sanpo");
  const base = await takesCall(counsellor, office, CAME, "本人から");
  await visit(counsellor, `${base}/own-page`);
  await type(counsellor, { passphrase: CAME.word });
  await press(counsellor, "発行する");
  const link = new URL((await counsellor.getByText(/\/own\//).textContent())!.trim());
  await keepsPaper(counsellor, base, `${CAME.name}の同意書`);
  const told = (await mailsTo(NURSE_MAIL, 0)).length;
  const referral = await handsOn(counsellor, base, HEALTH, "shared", {
    classes: ["name", "contact", "consultation"],
    consultation: CAME.handed,
  });

  const mails = await mailsTo(NURSE_MAIL, told + 1);
  expect(mails.at(-1)!.text).toContain("紹介が1件届いています");
  const { page: nurse, office: hers } = await worksFor("hamada-hokenjo");
  await takesOn(nurse, hers, referral, WORK_HEALTH);
  await nurse.getByText(CAME.handed).waitFor();
  await looksWell(nurse);
  await nurse.getByRole("link", { name: "相談の記録" }).click();
  await nurse.getByRole("heading", { name: /^相談 / }).waitFor();
  await looksWell(nurse);
  await nurse.getByText("相談を記録する", { exact: true }).click();
  await choose(nurse, "channel", "訪問");
  await choose(nurse, "withWhom", "本人");
  await type(nurse, { content: CAME.note });

  // Meanwhile the person, at home, on their own telephone.
  const own = await person({ viewport: PHONE });
  await visit(own, link.pathname);
  await type(own, { passphrase: "ちがうことば" });
  await press(own, "開く");
  await own.getByText("合言葉が違います。あと4回入力できます。").waitFor();
  await type(own, { passphrase: CAME.word });
  await press(own, "開く");
  await own.getByText("あなたの情報を見た機関").waitFor();
  await own.getByText(`${HEALTH} 相談担当（紹介の内容`).first().waitFor();
  await looksWell(own);
  await own.getByText("この同意を取り消す").click();
  await press(own, "取り消す");
  await own.getByText(`${HEALTH}（撤回）`).waitFor();
  await inspect(own);

  await press(nurse, "記録する");
  await nurse
    .getByText(/ご本人の同意は.*に撤回されました。何も保存していません。/)
    .first()
    .waitFor();
  await inspect(nurse);
  await nurse.goto(`${hers}/referrals/${referral}`);
  await nurse.getByText("表示できる項目はありません。").waitFor();
  expect(await nurse.content()).not.toContain(CAME.handed);
  await counsellor.goto(`${office}/referrals/${referral}`);
  await counsellor.getByText("同意撤回により終了").first().waitFor();
});

it("somebody met after a lecture is led to the occupational health centre, and the loop is closed", async () => {
  const { page: nurse, office } = await worksFor("hamada-hokenjo");
  const base = await takesCall(nurse, office, LECTURE, "出前講座のあと");
  const told = (await mailsTo(COUNSELLOR_MAIL, 0)).length;
  const answered = (await mailsTo(NURSE_MAIL, 0)).length;
  const referral = await handsOn(nurse, base, WORK_HEALTH, "one-way", {
    classes: ["name", "contact", "checkup"],
    checkup: LECTURE.handed,
  });
  await mailsTo(COUNSELLOR_MAIL, told + 1);
  const { page: counsellor, office: theirs } = await worksFor("hamada-sanpo");
  await takesOn(counsellor, theirs, referral, HEALTH);
  const mails = await mailsTo(NURSE_MAIL, answered + 1);
  expect(mails.at(-1)!.text).toContain("回答がありました");
  await counsellor.getByText("終了にする").first().click();
  await choose(counsellor, "outcome", "面接・訪問を行った");
  await press(counsellor, "終了にする");
  await counsellor.getByText("面接・訪問を行った").first().waitFor();
  await nurse.goto(`${office}/referrals/${referral}`);
  await nurse.getByText("面接・訪問を行った").first().waitFor();
  expect(await counsellor.content()).not.toContain(LECTURE.handed);
});

it("leaves no name and no word of it in the database, the logs and the mails", async () => {
  const found = keptTexts([HEALTH, ...secrets]);
  // What is no secret is found: the search looks where it should.
  expect(found).toContain(`${HEALTH} in the database`);
  expect(found.filter((one) => !one.startsWith(HEALTH))).toEqual([]);
  const mails = await Promise.all([NURSE_MAIL, COUNSELLOR_MAIL].map((to) => mailsTo(to, 1)));
  for (const { text } of mails.flat()) for (const secret of secrets) expect(text).not.toContain(secret);
});
