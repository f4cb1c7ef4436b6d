import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { FIGURES_2009 } from "../figures.ts";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";
import { planMeeting, press } from "./planning.ts";

const { person } = journeys();
const HOME = "/areas/sagamihara";
const TODAY = plainDateIn(new Date(), "Asia/Tokyo");
const MEMBERS = [
  { organisation: "相模原商工会議所", email: "kaigisho@example.jp" },
  { organisation: "相模原年金事務所", email: "nenkin@example.jp" },
] as const;

const signIn = (page: Page) => signInAs(page, "coordinator", "/", "sagamihara");

describe("a council's year", () => {
  it("goes from a date poll to the printed report", async () => {
    const clerk = await person();
    await signIn(clerk);

    // Who is asked by mail.
    await visit(clerk, `${HOME}/council`);
    await clerk.getByRole("link", { name: "働く人の健康づくり 地域・職域連携推進連絡会" }).click();
    await clerk.waitForURL(/bodies/);
    for (const { organisation, email } of MEMBERS) {
      await clerk.getByRole("row", { name: organisation }).getByRole("link", { name: "編集する" }).click();
      await clerk.getByRole("heading", { name: `${organisation}を編集する` }).waitFor();
      await clerk.getByLabel("メールアドレス").fill(email);
      await press(clerk, "保存する");
      await clerk.getByText("保存しました。").waitFor();
    }
    await inspect(clerk);

    // A date poll with two dates, answered from the mail without an account.
    await planMeeting(clerk, HOME, "今年度の連絡会", [TODAY, addDays(TODAY, 7)], TODAY);
    await clerk.waitForURL(/meetings\/[0-9a-f-]{36}$/);
    const meeting = new URL(clerk.url()).pathname;
    await clerk.getByText("その他の操作").click();
    await clerk.getByText("場所を変更する").click();
    await clerk.getByLabel("場所").fill("市役所とオンライン");
    await press(clerk, "場所を保存する");
    await clerk.getByText("場所を保存しました").waitFor();
    await press(clerk, "日程調整を依頼する");
    await clerk.getByText("まだ実行していません").waitFor();
    await inspect(clerk);
    await press(clerk, "依頼のメールを送信する");
    await clerk.getByText("2件のメールを送信待ちに登録しました").waitFor();
    await inspect(clerk);
    for (const { email } of MEMBERS) {
      const [asked] = await mailsTo(email, 1);
      const member = await person({ viewport: PHONE });
      await visit(member, new URL(/http:\S+/.exec(asked!.text)![0]).pathname);
      await member.getByText("市役所とオンライン").waitFor();
      await member.getByRole("radio", { name: "○ 出席できます" }).first().check();
      await member.getByRole("radio", { name: "× 出席できません" }).last().check();
      await press(member, "回答を送信する");
      await member.getByText("ご回答を受け付けました").waitFor();
      await inspect(member);
    }

    // Invite, meet, minute, decide.
    await visit(clerk, meeting);
    await clerk.getByText("出席可能な団体が最も多い日").waitFor();
    await clerk.getByRole("button", { name: "この日に決める" }).first().click();
    await clerk.getByText("日程を決めました").waitFor();
    await clerk.getByText("議題を追加する").first().click();
    await clerk.getByRole("textbox", { name: "議題" }).fill("来年度の計画");
    await press(clerk, "議題を追加する");
    await clerk.getByRole("listitem").filter({ hasText: "来年度の計画" }).waitFor();
    await visit(clerk, `${meeting}/excerpts`);
    await press(clerk, "資料に入れる");
    await clerk.getByRole("link", { name: /定期健康診断の有所見率/ }).click();
    await clerk.getByRole("cell", { name: "51.65" }).waitFor();
    await inspect(clerk);
    await visit(clerk, meeting);
    const chamber = clerk.getByRole("group", { name: "相模原商工会議所" });
    await chamber.getByRole("radio", { name: "出席", exact: true }).check();
    await press(clerk, "出席を保存する");
    await clerk.getByText(/17団体中1団体が出席/).waitFor();
    await clerk.getByRole("link", { name: "議事録を作成する" }).click();
    expect(await clerk.getByLabel("議事録").inputValue()).toContain("1 来年度の計画");
    await clerk.getByLabel("議事録").fill("有所見率について話し合った。");
    await press(clerk, "下書きを保存する");
    await clerk.getByText("保存しました").waitFor();
    await inspect(clerk);
    await press(clerk, "第1版を承認する");
    await clerk.getByText("に承認").waitFor();
    await visit(clerk, meeting);
    await clerk.getByLabel("決定事項").fill("実態を次回までにまとめる");
    await clerk.getByRole("radio", { name: "対応事項", exact: true }).check();
    await clerk.getByLabel("対応事項の担当").fill("市保健所");
    await press(clerk, "決定事項を登録する");
    await clerk.getByRole("button", { name: "完了にする" }).waitFor();
    await inspect(clerk);

    // What was taken away by mistake comes back, and the page leads to it.
    await clerk
      .getByRole("listitem")
      .filter({ hasText: "実態を" })
      .locator("summary", { hasText: /^削除する$/ })
      .click();
    await press(clerk, "この決定を削除する");
    await clerk.getByText("決定事項を削除しました").waitFor();
    await visit(clerk, `${HOME}/council/deleted`);
    await press(clerk, "戻す");
    await clerk.getByText("決定を戻しました。").waitFor();
    await inspect(clerk);
    await clerk.getByRole("link", { name: "実態を次回までにまとめる" }).click();
    await clerk.waitForURL(/meetings\/[0-9a-f-]{36}#decision-/);

    // From the profile's list to an issue, a goal, a target, an initiative of four.
    await visit(clerk, `${HOME}/plan/issues/new`);
    await clerk.getByRole("checkbox", { name: /定期健康診断の有所見率/ }).check();
    await press(clerk, "健康課題を追加する");
    await clerk.waitForURL(/issues\/[0-9a-f-]{36}$/);
    await clerk.getByRole("listitem").filter({ hasText: "51.65%" }).waitFor();
    await inspect(clerk);
    await clerk.getByRole("link", { name: "目標を設定する" }).click();
    await clerk.getByLabel("目標").fill("健診の結果を生かせる");
    await press(clerk, "目標を設定する");
    await clerk.waitForURL(/targets\/new/);
    await clerk.getByLabel("項目").fill("事後措置を行う事業所");
    await clerk.getByLabel("基準値", { exact: true }).fill("40");
    await clerk.getByLabel("基準年度").fill("2025");
    await clerk.getByLabel("目標値", { exact: true }).fill("60");
    await clerk.getByLabel("目標の年度").fill("2024");
    await press(clerk, "目標値を設定する");
    await clerk.getByText("目標の年度は、基準年度よりあとにしてください").first().waitFor();
    expect(await clerk.getByLabel("項目").inputValue()).toBe("事後措置を行う事業所");
    await inspect(clerk);
    await clerk.getByLabel("目標の年度").fill("2030");
    await press(clerk, "目標値を設定する");
    await clerk.waitForURL(/\/plan\?saved&new=[0-9a-f-]{36}#part-/);
    await clerk
      .locator("div", { has: clerk.getByRole("heading", { name: "健診の結果を生かせる" }) })
      .last()
      .locator("..")
      .getByRole("link", { name: "事業を計画する" })
      .click();
    await clerk.getByLabel("事業名").fill("健診後の出前相談");
    await clerk.getByLabel("種類").selectOption({ label: "出前講座" });
    await clerk.getByLabel("主管機関").fill("相模原市保健所");
    await clerk
      .getByLabel("連携機関")
      .fill("相模原地域産業保健センター\n相模原商工会議所\n全国健康保険協会神奈川支部");
    await inspect(clerk);
    await press(clerk, "事業を計画に追加する");
    await clerk.waitForURL(/initiatives\/[0-9a-f-]{36}$/);
    const initiative = new URL(clerk.url()).pathname;
    await inspect(clerk);

    // Two activities from a phone.
    const phone = await person({ viewport: PHONE, storageState: await clerk.context().storageState() });
    for (const people of ["12", "15"]) {
      await visit(phone, `${HOME}/plan/activities/new?initiative=${initiative.split("/").at(-1)}`);
      await phone.getByLabel("実施内容").fill(`出前相談 ${people}人の回`);
      await phone.getByLabel("参加者数（人）").fill(people);
      await press(phone, "保存する");
      await phone.getByText("保存しました").waitFor();
      await inspect(phone);
    }
    await phone.getByLabel("写真・チラシ・資料").setInputFiles({
      name: "会場.png",
      mimeType: "image/png",
      buffer: Buffer.from("89504e470d0a1a0a", "hex"),
    });
    await press(phone, "付ける");
    await phone.getByRole("link", { name: "会場.png" }).waitFor();

    // What it came to, evaluate and publish.
    await visit(clerk, initiative);
    await clerk.getByText("2回／27人").waitFor();
    await clerk.getByRole("link", { name: "指標を追加する" }).click();
    await clerk.getByLabel("指標名").fill("相談につながった事業所");
    await clerk.getByLabel("単位").fill("か所");
    await press(clerk, "指標を追加する");
    await clerk.getByLabel("値（か所）").fill("８");
    await press(clerk, "値を保存する");
    await clerk.getByRole("cell", { name: "8か所", exact: true }).waitFor();
    await inspect(clerk);
    await visit(clerk, initiative);
    await clerk.getByText("評価を登録する").click();
    await clerk.getByLabel("評価結果").fill("少人数の事業所に届いた");
    await clerk.getByRole("checkbox", { name: "次の計画に引き継ぐ" }).check();
    await press(clerk, "評価を保存する");
    await clerk.getByText("次の計画に引き継ぐ").first().waitFor();
    await visit(clerk, `${HOME}/plan/goals`);
    await inspect(clerk);
    await clerk.getByRole("link", { name: "健診の結果を生かせる", exact: true }).click();
    await clerk.getByLabel("意見").fill("夕方の回もほしい");
    await press(clerk, "意見を投稿する");
    await clerk.getByText("夕方の回もほしい").waitFor();
    await inspect(clerk);
    await visit(clerk, `${HOME}/plan`);
    await press(clerk, "現在の計画を公開する");
    await clerk.getByText(/計画を公開しました（第/).waitFor();
    const anyone = await person();
    await visit(anyone, `${HOME}/plan/published`);
    await anyone.getByText("健診後の出前相談").first().waitFor();
    await visit(anyone, `${HOME}/plan/published?lang=en`);
    const api = await anyone.request.get(`/api/v1${HOME}/plan`);
    expect(JSON.stringify(await api.json())).toContain("健診後の出前相談");

    // This year's report, and the one of fiscal 2009 with the figures of the source.
    await visit(clerk, `${HOME}/council/report`);
    await clerk.getByText("少人数の事業所に届いた").waitFor();
    await clerk.getByRole("cell", { name: "8か所" }).waitFor();
    await visit(clerk, `${HOME}/council/report?year=2009`);
    await press(clerk, "この年報を第1版として確定する");
    await clerk.getByText("第1版として確定しました").waitFor();
    const [download] = await Promise.all([
      clerk.waitForEvent("download"),
      clerk.getByRole("link", { name: "PDF" }).click(),
    ]);
    const pdf = readFileSync(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    const text = ((await clerk.locator("main").textContent()) ?? "").replaceAll(/\s/g, "");
    for (const figure of FIGURES_2009) expect(text).toContain(figure);
    await clerk.getByRole("link", { name: "14回／1,875人" }).click();
    await clerk.waitForURL(/activities\?year=2009&kind=awareness/);
    await clerk.getByRole("cell", { name: "1,875", exact: true }).waitFor();
    await inspect(clerk);
    await visit(clerk, "/councils");
  });

  it("sends the invitation with its calendar entry through the mail server", async () => {
    const clerk = await person();
    await signIn(clerk);
    await planMeeting(clerk, HOME, "次の連絡会", [addDays(TODAY, 14)]);
    // What the last meeting left to be done is led back to it.
    await clerk.locator('a[href*="#task-"]', { hasText: "今年度の連絡会" }).waitFor();
    await press(clerk, "案内を送信する");
    await press(clerk, "案内のメールを送信する");
    await clerk.getByText("2件の案内を送信待ちに登録しました").waitFor();
    expect((await mailsTo(MEMBERS[0].email, 2)).at(-1)!.raw).toContain("text/calendar");
    await clerk.getByText("その他の操作").click();
    await clerk.getByText("会議を中止する").click();
    await press(clerk, "中止の内容を確認する");
    await press(clerk, "会議を中止する");
    const mails = await mailsTo(MEMBERS[0].email, 3);
    expect(mails.at(-1)!.raw).toContain("method=CANCEL");
    await inspect(clerk);
  });
});
