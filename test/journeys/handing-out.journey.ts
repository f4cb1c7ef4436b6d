import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const CLINIC = "見本こころの医院";
const CAME = { name: "封蝋　渡緒子", phone: "0855-77-4799", told: "朝になると起き上がれない" };
const pictures = process.env.YUI_PICTURES;

/** As it is seen on a desk and in a hand. */
async function look(page: Page, name: string): Promise<void> {
  await inspect(page);
  const size = page.viewportSize()!;
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  await page.setViewportSize(PHONE);
  await inspect(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-phone.png`), fullPage: true });
  await page.setViewportSize(size);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const tick = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();

it("a clinic without an account gets a sealed file, answers by a link without a name; the person gets the record", async () => {
  const page = await person();
  await signInAs(page, "caseworker", "/consultation?source=lecture", "hamada-sanpo");
  await page.waitForURL(/\/cases\/new\?source=lecture$/);
  const office = new URL(page.url()).pathname.replace("/cases/new", "");
  expect(await page.locator('select[name="source"]').inputValue()).toBe("lecture");
  await page.locator('select[name="asker"]').selectOption({ label: "働いている本人" });
  await tick(page, "topics", "mood");
  await page.locator('[name="told"]').fill(CAME.told);
  await page.getByText("相談者の氏名・連絡先（うかがった場合）").click();
  await page.locator('[name="name"]').fill(CAME.name);
  await page.locator('[name="phone"]').fill(CAME.phone);
  await press(page, "受け付ける");
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  const base = new URL(page.url()).pathname;

  await visit(page, `${base}/consent`);
  await page.locator('[name="receiver"]').fill(CLINIC);
  for (const kind of ["name", "contact", "consultation"]) await tick(page, "classes", kind);
  await tick(page, "way", "paper");
  await press(page, "登録する");
  await page.waitForURL(/\?saved/);
  await visit(page, `${base}/refer`);
  await page.locator('[name="receiver"]').fill(CLINIC);
  await page.locator('select[name="reason"]').selectOption({ label: "心の健康の支援" });
  await tick(page, "mode", "one-way");
  for (const kind of ["name", "contact", "consultation"]) await tick(page, "classes", kind);
  await page.locator('[name="consultation"]').fill(CAME.told);
  await press(page, "下書きを保存する");
  await page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/);
  await press(page, "送付する");
  await page.getByText("送付済み").first().waitFor();

  await page.getByText("書類の作成・返信の登録").click();
  await page.getByText("渡す書類の作成").waitFor();
  await tick(page, "way", "file");
  await press(page, "作成する");
  await page.getByText("パスワード付きのファイルを作成しました。").waitFor();
  await look(page, "hand-out");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByText(/紹介_[0-9A-F]{8}\.pdf を保存する/).click(),
  ]);
  const sealed = readFileSync(await file.path(), "latin1");
  expect(sealed).toContain("/CFM /AESV3");
  const link = new URL(
    (await page.getByText(/\/returns\//).textContent())!.replace("返信のページ ", "").trim(),
  );

  const clinic = await person();
  await visit(clinic, link.pathname);
  await clinic.getByText(CLINIC).waitFor();
  expect(await clinic.content()).not.toMatch(/封蝋|渡緒子|起き上がれない|4799/);
  await look(clinic, "return");
  await tick(clinic, "answer", "contacted");
  await press(clinic, "返信する");
  await clinic.getByText("引受済み").waitFor();
  await visit(page, `${base}`);
  await page.getByText("引受済み").first().waitFor();

  await visit(page, `${base}/services`);
  await tick(page, "service", "consult_mh");
  await look(page, "services");
  await tick(page, "agreed", "true");
  await press(page, "申込画面に進む");
  await page.waitForURL(/\/ask\?/);
  expect(page.url() + (await page.content())).not.toMatch(/渡緒子|起き上がれない/);
  await visit(page, `${office}/counts`);
  await look(page, "counts");

  const supervisor = await person();
  await signInAs(supervisor, "supervisor", `${base}/export`, "hamada-sanpo");
  await supervisor.locator('[name="reason"]').fill("ご本人からの開示請求（来所、身分証で確認）");
  await tick(supervisor, "format", "json");
  await press(supervisor, "出力する");
  await supervisor.getByText("出力しました。").waitFor();
  await look(supervisor, "case-export");
  const [record] = await Promise.all([
    supervisor.waitForEvent("download"),
    supervisor.getByText(/\.json を保存する/).click(),
  ]);
  expect(JSON.parse(readFileSync(await record.path(), "utf8"))).toMatchObject({
    person: { name: CAME.name },
    referrals: [{ receiver: CLINIC, state: "引受済み" }],
  });
  await visit(supervisor, `${office}/erasure`);
  await look(supervisor, "erasure");
});
