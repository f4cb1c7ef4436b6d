import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { fillRequest, fillWish, workdayIn } from "./asking.ts";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";

const { person } = journeys();
const HOME = "/areas/hamada";
const TODAY = plainDateIn(new Date(), "Asia/Tokyo");
const SOUMU = "soumu@iwami-yogyosho.example";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

/** What a mail of the support team leads to; other modules write to the same offices. */
const LINK = /https?:\/\/\S+(\/[ar]\/[\w-]{43})/;

/** The page that the newest mail to an office leads to. */
async function openMail(page: Page, address: string, atLeast: number): Promise<string> {
  const mails = await mailsTo(address, atLeast, LINK);
  const link = LINK.exec(mails.at(-1)!.text)![1]!;
  await visit(page, link);
  return mails.at(-1)!.text;
}

describe("a workplace asks once", () => {
  it("without script and on a phone, with what was typed kept when something is wrong", async () => {
    const page = await person({ javaScriptEnabled: false, viewport: PHONE });
    await page.goto(`${HOME}/ask`);
    await page.getByLabel("健康の話を聞きたい").check();
    await fillWish(page, { days: [addDays(TODAY, -1)] });
    // Still the second page: the day has gone by. What fits is shown there, and what does not.
    await page.getByText("過去の日付です。").first().waitFor();
    await page.getByText("出前講座「心の健康と血圧」").first().waitFor();
    expect(await page.getByLabel("参加する人数").inputValue()).toBe("12");
    await page.locator('input[name="day1"]').fill(workdayIn(5));
    await press(page, "次へ");
    await page.getByLabel("事業所の名前").fill("<石見>窯業所");
    await press(page, "次へ");
    await page.getByText("訪問先の住所を入力してください。").first().waitFor();
    expect(await page.getByLabel("事業所の名前").inputValue()).toBe("<石見>窯業所");
    await press(page, "前に戻る");
    expect(await page.getByLabel("血圧", { exact: true }).isChecked()).toBe(true);
  });

  it("in both languages", async () => {
    const page = await person({ viewport: PHONE });
    await visit(page, `${HOME}/ask`);
    await visit(page, `${HOME}/ask?lang=en&need=talk`);
    await page.getByLabel("City or town").selectOption("32202");
    await page.getByLabel("Number of employees").fill("12");
    await press(page, "Next");
    await page.getByText("What your workplace may use").waitFor();
    await inspect(page);
    await visit(page, `${HOME}/ask/find`);
    await visit(page, `${HOME}/consultations`);
  });

  it("in letters that the secretariat words as its area speaks", async () => {
    const clerk = await person({ viewport: PHONE });
    await signInAs(clerk, "coordinator", `${HOME}/requests/letters`);
    const letter = clerk.locator("#feedback-en");
    await clerk.getByText("感想のお願い").click();
    await letter.getByText("文面を編集する").click();
    await letter.getByLabel("本文").fill("Tell us: {lnk}");
    await letter.getByRole("button", { name: "この文を保存する" }).click();
    await letter.getByText("{lnk} は使えません").first().waitFor();
    const colleague = await clerk.context().newPage();
    const same = colleague.locator("#feedback-en");
    await colleague.goto(`${HOME}/requests/letters`);
    await letter.getByLabel("本文").fill("Tell us: {link}");
    await letter.getByRole("button", { name: "この文を保存する" }).click();
    await clerk.getByText("保存しました").waitFor();
    await inspect(clerk);
    // Whoever opened the same letter before is told, sees both texts, and then saves knowingly.
    await colleague.getByText("感想のお願い").click();
    await same.getByText("文面を編集する").click();
    await same.getByLabel("本文").fill("How was it? {link}");
    await same.getByRole("button", { name: "この文を保存する" }).click();
    await colleague.getByText("ほかの人が保存しました").waitFor();
    await same.getByText("Tell us: {link}", { exact: true }).waitFor();
    expect(await same.getByLabel("本文").inputValue()).toBe("How was it? {link}");
    await inspect(colleague);
    await same.getByRole("button", { name: "この文を保存する" }).click();
    await colleague.getByText("保存しました。次に送信する").waitFor();
    await clerk.reload();
    await letter.getByText("文面を編集する").click();
    await letter.locator("summary", { hasText: "もとの文に戻す" }).click();
    await letter.getByRole("button", { name: "もとの文に戻す" }).click();
    await clerk.getByText("もとの文に戻しました").waitFor();
  });

  it("and two come together, once moved, held, reported, counted and rated", async () => {
    const workplace = await person({ viewport: PHONE });
    workplace.setDefaultTimeout(20_000);
    await visit(workplace, `${HOME}/ask?need=talk`);
    const days = [workdayIn(5), workdayIn(6)];
    await fillRequest(workplace, "石見窯業所", SOUMU, { days, topics: ["心の健康"] });
    await inspect(workplace);
    await press(workplace, "送信する");
    await workplace.getByText("お申し込みを受け付けました").first().waitFor();
    await inspect(workplace);
    expect((await mailsTo(SOUMU, 1)).at(-1)!.text).not.toMatch(/心の健康|血圧/);

    // It adds a word and a map by itself; a file that is not what it says comes back with what was typed kept.
    await workplace.getByRole("link", { name: "内容を変更する" }).click();
    await workplace.getByLabel("ほかに伝えたいこと").fill("駐車場は工場の裏です");
    await inspect(workplace);
    await press(workplace, "変更内容を送信する");
    await workplace.getByText("変更を受け付けました").waitFor();
    const map = (text: string) => ({
      name: "map.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(text),
    });
    await workplace.getByLabel("添付するファイル").setInputFiles(map("MZ"));
    await press(workplace, "添付する");
    await workplace.getByText("名前の種類と違う").first().waitFor();
    await workplace.getByLabel("添付するファイル").setInputFiles(map("%PDF-1.7"));
    await press(workplace, "添付する");
    await workplace.getByRole("link", { name: "map.pdf", exact: true }).waitFor();
    await inspect(workplace);

    // The coordinator asks five; two are needed: a nurse who teaches, and somebody who advises.
    const clerk = await person();
    clerk.setDefaultTimeout(20_000);
    await signInAs(clerk, "coordinator", `${HOME}/requests`);
    await visit(clerk, `${HOME}/requests`);
    await clerk.getByRole("link", { name: "石見窯業所" }).first().click();
    await clerk.getByRole("heading", { name: "打診先の選択" }).waitFor();
    await press(clerk, "見ました");
    await clerk.getByText("事業所が依頼の内容を変更しました").waitFor({ state: "detached" });
    await clerk.getByText("合わないもの", { exact: false }).first().click();
    for (const offer of [
      "出前講座「心の健康と血圧」",
      "健康相談（地産保）",
      "減塩の話と味噌汁の塩分測定",
      "医師の講話",
      "病院の専門職による講座",
    ])
      await clerk.getByRole("checkbox", { name: offer }).check({ force: true });
    await clerk.getByLabel("必要な職種1", { exact: true }).selectOption("public_health_nurse");
    await clerk.getByLabel("必要な職種2の人数").fill("1");
    await clerk.getByLabel("必要な職種2", { exact: true }).selectOption("consultation");
    await press(clerk, "打診する");
    await press(clerk, "打診メールを送信する");
    await clerk.getByRole("heading", { name: /打診.*2機関が必要/ }).waitFor();
    await inspect(clerk);
    const matter = new URL(clerk.url()).pathname;

    // The nurse and the occupational health centre say yes, one declines.
    const offices = [
      "hokenshi@hamada-hokenjo.example",
      "tantou@hamada-sanpo.example",
      "eiyoushikai@hamada-ouendan.example",
    ];
    const supporter = await person({ viewport: PHONE });
    supporter.setDefaultTimeout(20_000);
    for (const [index, address] of offices.entries()) {
      const letter = await openMail(supporter, address, 1);
      expect(letter).not.toMatch(/心の健康|血圧|石見窯業所/);
      const says = index < 2 ? ["対応できます", "調整すれば可能"] : ["対応できません", "対応できません"];
      for (const [slot, answer] of says.entries())
        await supporter
          .locator(`input[name="slot${slot}"]`)
          .nth(["対応できます", "調整すれば可能", "対応できません"].indexOf(answer))
          .check();
      await press(supporter, "回答を送信する");
      await supporter.getByText("回答を受け付けました").waitFor();
    }

    // Two do not answer: they are asked once more, and released when it is decided.
    await visit(clerk, matter);
    await press(clerk, "再度打診する");
    await press(clerk, "再打診のメールを送信する");
    await clerk.getByText("1回再打診").first().waitFor();
    await clerk
      .getByRole("row", { name: "医療センター" })
      .getByRole("button", { name: "再度打診する" })
      .click();
    await press(clerk, "再打診のメールを送信する");
    await clerk.getByText("1回再打診").nth(1).waitFor();
    for (const silent of ["ishikai@hamada-ouendan.example", "iryou-center@hamada-ouendan.example"])
      await mailsTo(silent, 2);
    await press(clerk, "この日に決定する");
    await press(clerk, "決定してメールを送信する");
    await clerk.getByText("予定日").waitFor();
    await inspect(clerk);
    for (const silent of ["ishikai@hamada-ouendan.example", "iryou-center@hamada-ouendan.example"])
      expect((await mailsTo(silent, 3)).at(-1)!.text).toContain("調整を終了しました");
    expect((await mailsTo(offices[0]!, 2, LINK)).at(-1)!.raw).toContain("text/calendar");

    // Moved to today, so that it can be held.
    await clerk.getByText("日程を変更する").click();
    await clerk.getByLabel("日", { exact: true }).fill(TODAY);
    await press(clerk, "この日時に変更する");
    await press(clerk, "変更してメールを送信する");
    await clerk.getByText("訪問の日程を変更しました").waitFor();
    await clerk.getByText("日程を変更した").last().waitFor();

    await openMail(supporter, offices[0]!, 3);
    await supporter.getByLabel("参加人数").fill("12");
    await supporter.getByLabel("実施内容").fill("血圧の話と測定、相談");
    await press(supporter, "報告する");
    await supporter.getByText("報告を受け付けました").waitFor();
    await inspect(supporter);

    // It counts in the plan by itself.
    await visit(clerk, `${HOME}/plan/activities`);
    await clerk.getByText("出前講座「心の健康・血圧」").first().waitFor();

    // The workplace rates it, and takes the doctor's opinion with its deadline.
    await openMail(workplace, SOUMU, 4);
    await workplace.getByLabel("5 とても満足").check();
    await press(workplace, "感想を送信する");
    await workplace.getByText("感想をありがとうございました。").first().waitFor();
    const opinion = workplace.locator("li", { has: workplace.locator('input[value="opinion"]') });
    await opinion.getByLabel("健康診断を行った日").fill(addDays(TODAY, -30));
    await opinion.getByRole("button", { name: "申し込む" }).click();
    await workplace.getByText("お申し込みを受け付けました").first().waitFor();
    await workplace.getByText("期限", { exact: true }).waitFor();
    await inspect(workplace);

    // The matter is closed: its links open nothing any more.
    await visit(clerk, matter);
    await press(clerk, "完了にする");
    await press(clerk, "完了として終了する");
    await clerk.locator("header strong", { hasText: "完了" }).waitFor();
    await supporter.reload();
    await supporter.getByRole("heading", { name: "このページは使用できません" }).waitFor();
  }, 180_000);
});
