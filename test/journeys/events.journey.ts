import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const EVENTS = "/areas/hamada/events";
const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();

/** Today, as the journey's clock has it: an event whose door can be opened at once. */
const today = (page: Page) =>
  page.evaluate(() => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10));

async function announce(clerk: Page, fill: (page: Page) => Promise<void>): Promise<string> {
  await clerk.goto(`${EVENTS}/new/edit`);
  await fill(clerk);
  await press(clerk, "保存する");
  await clerk.getByText("催しを登録しました").waitFor();
  await press(clerk, "公開する");
  await clerk.getByText("公開中").first().waitFor();
  return new URL(clerk.url()).pathname;
}

const fillSession = async (page: Page, day: string) => {
  await page.getByLabel("日付").first().fill(day);
  await page.getByLabel("開始").first().fill("00:00");
  await page.getByLabel("終了").first().fill("23:59");
};

describe("events of an area", () => {
  it("are found in the calendar and signed up for without an account or script", async () => {
    const visitor = await person({ viewport: PHONE, javaScriptEnabled: false });
    await visitor.goto(EVENTS);
    await follow(visitor, "催しカレンダー");
    await visitor.getByRole("heading", { name: /催しカレンダー/ }).waitFor();
    await visitor.goto(EVENTS);
    await follow(visitor, "事業主・衛生管理者研修会（表彰式）");
    await follow(visitor, "申し込む");
    await visitor.getByLabel("参加人数").fill("5");
    await visitor.getByLabel("事業所・団体の名前").fill("見本の窯業所");
    await visitor.getByLabel("お名前（代表の方）").fill("健康管理の担当");
    await press(visitor, "申し込む");
    await visitor.getByText("電話番号またはメールアドレスを入力してください").first().waitFor();
    await visitor.getByLabel("電話番号").fill("0855-00-9999");
    await press(visitor, "申し込む");
    await visitor.getByText("お席を確保しました").waitFor();
    await visitor.getByLabel("参加される方のお名前").first().fill("見本 一郎");
    await press(visitor, "変更を保存する");
    expect(await visitor.getByLabel("参加される方のお名前").first().inputValue()).toBe("見本 一郎");
    const feed = await visitor.request.get(`${EVENTS}.ics`);
    expect(await feed.text()).toContain("BEGIN:VEVENT");
    const looks = await person();
    await visit(looks, `${EVENTS}/calendar`);
    await visit(looks, `${EVENTS}?lang=en`);
  }, 180_000);

  it("let in who signed up and who walks in, certify, and count in the plan", async () => {
    const clerk = await person();
    clerk.setDefaultTimeout(30_000);
    await signInAs(clerk, "coordinator", `${EVENTS}/new/edit`, "hamada");
    const title = "受付を試す研修会";
    const day = await today(clerk);
    await inspect(clerk);
    const event = await announce(clerk, async (page) => {
      await page.getByLabel("名称", { exact: true }).fill(title);
      await fillSession(page, day);
      await page.getByLabel("機関名").first().fill("浜田保健所");
      await page.getByLabel("申込み", { exact: true }).selectOption("none");
      await page.getByLabel("修了証", { exact: true }).selectOption("sessions");
      await page.getByLabel("修了の基準").fill("1");
    });
    await clerk.goto(`${event}/door`);
    await clerk.getByText("申込みのない方を受付する", { exact: true }).click();
    await clerk.getByRole("textbox", { name: /^お名前(?!か)/ }).fill("当日 花子");
    await press(clerk, "当日参加として受付する");
    await clerk.getByText(/当日 花子 さんを受付しました/).waitFor();
    await inspect(clerk);
    await clerk.goto(event);
    await press(clerk, /実施済みにする/);
    await clerk.getByText("実施済み", { exact: true }).first().waitFor();
    await clerk.goto(`${event}/certificates`);
    await press(clerk, "基準に達した方に発行する");
    const number = (await clerk.locator("tbody td").first().textContent())!.trim();
    expect(number).toMatch(/^\d{4}-\d{4}-/);
    await inspect(clerk);
    const pdf = await clerk.request.get(`${event}/certificates.pdf`);
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    await clerk.goto(`${event}/report`);
    await clerk.getByLabel("地域産業保健センターを紹介した").check();
    await inspect(clerk);
    await press(clerk, "保存する");
    await clerk.getByText("催しの実施報告を登録しました").waitFor();
    await clerk.goto("/areas/hamada/plan/activities");
    await clerk.getByText(title).first().waitFor();

    const visitor = await person({ viewport: PHONE });
    await visit(visitor, `/areas/hamada/event-certificates?number=${number}`);
    await visitor.getByText("この番号の修了証は有効です。").waitFor();
    expect(await visitor.content()).not.toContain("花子");
  }, 240_000);

  it("count visits and consultations on two phones that nobody signed in on", async () => {
    const clerk = await person();
    clerk.setDefaultTimeout(30_000);
    await signInAs(clerk, "coordinator", `${EVENTS}/new/edit`, "hamada");
    const day = await today(clerk);
    const event = await announce(clerk, async (page) => {
      await page.getByLabel("種類").selectOption("panel");
      await page.getByLabel("名称", { exact: true }).fill("集計を試すパネル展");
      await fillSession(page, day);
      await page.getByLabel("申込み", { exact: true }).selectOption("none");
    });
    await clerk.goto(`${event}/door`);
    await press(clerk, "受付用のページを開く");
    await clerk.getByText("ほかの端末で開く").waitFor();
    const link = new URL(clerk.url()).pathname;
    expect(inject("origin")).toBeTruthy();
    for (const [button, times] of [
      ["来場 来場 ＋", 2],
      ["相談（メンタルヘルス） 相談（メンタルヘルス） ＋", 1],
    ] as const) {
      const phone = await person({ viewport: PHONE, javaScriptEnabled: false });
      await phone.goto(link);
      for (let n = 0; n < times; n += 1)
        await phone.getByRole("form", { name: button }).getByRole("button").click();
    }
    await clerk.goto(`${event}/door`);
    await clerk.getByText("来場・延べ人数 2、相談 1、うちメンタルヘルス 1").waitFor();
    await inspect(clerk);
  }, 240_000);

  it("take a nickname for a salon", async () => {
    const visitor = await person({ viewport: PHONE });
    await visit(visitor, EVENTS);
    await follow(visitor, "こころのサロン");
    await follow(visitor, "申し込む");
    await visitor.getByLabel("ニックネーム").fill("ゆき");
    await visitor.getByLabel("電話番号").fill("0855-00-8888");
    await press(visitor, "申し込む");
    await visitor.getByText("お席を確保しました").waitFor();
    await visitor.getByText(/このページのアドレス（URL）を保存/).waitFor();
    expect(await visitor.getByLabel("参加される方のニックネーム").count()).toBe(1);
    expect(await visitor.getByLabel(/お名前/).count()).toBe(0);
    await inspect(visitor);
    await visit(visitor, `${new URL(visitor.url()).pathname}?lang=en`);
    await visitor.getByText(/Please keep the address of this page/).waitFor();
    expect((await visitor.goto(`/es/${"t".repeat(43)}`))!.status()).toBe(404);
    await visitor.getByRole("heading", { name: "お申し込みのページを表示できません" }).waitFor();
  }, 120_000);
});
