import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const pressIn = (page: Page, form: RegExp) =>
  page.getByRole("form", { name: form }).getByRole("button").first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();
const answer = (page: Page, question: RegExp, said: string) =>
  page.getByRole("group", { name: question }).getByText(said, { exact: true }).click();
/** A tick whose only word is its own. */
const tick = (page: Page, label: RegExp | string) => page.getByLabel(label).check();

describe("good workplaces", () => {
  it("a ceramics workplace checks what it can do, pledges, enters an award, is judged and honoured", async () => {
    const owner = await person({ viewport: PHONE });
    owner.setDefaultTimeout(20_000);
    await visit(owner, "/areas/hamada/acts");
    await owner.goto("/areas/hamada/acts/check?tier=workplace");
    await owner.getByLabel("従業員数").fill("12");
    await owner.getByLabel("業種").selectOption({ label: "窯業" });
    await press(owner, "質問に進む");
    await answer(owner, /健康づくりの担当者/, "できている");
    await answer(owner, /受動喫煙/, "まだ");
    await answer(owner, /あいさつ/, "できている");
    await inspect(owner);
    await press(owner, "結果を見る");
    await owner.waitForURL(/\/ac\//);
    await inspect(owner);
    const check = owner.url().split("?")[0]!;
    await pressIn(owner, /受動喫煙.*窓口に相談/);
    await owner.waitForURL(/\/ask\?/);
    expect(owner.url()).toContain("topics=smoking");
    await owner.goto(check);
    await owner.getByText("進行中").first().waitFor();
    await owner.getByLabel("会社・団体の名前").fill("石見の見本窯業所");
    await owner.getByLabel("今年度に取り組むこと").fill("毎朝、全員で体操をします。");
    await tick(owner, /地域のページで公開/);
    await press(owner, "宣言する");
    await owner.getByText("公開の確認中").waitFor();
    const sheet = await owner.request.get(`${check}/sheet`);
    expect(sheet.headers()["content-type"]).toBe("application/pdf");

    await follow(owner, /表彰・登録に応募/);
    await owner.locator("tbody a").first().click();
    await inspect(owner);
    await follow(owner, "応募する");
    await owner.getByText("できることチェックの内容を引き継ぎました").waitFor();
    expect(await owner.getByLabel("会社・お店の名前").inputValue()).toBe("石見の見本窯業所");
    await owner.getByLabel("所在地").fill("浜田市見本町1");
    await owner.getByLabel("ご担当者").fill("総務の担当");
    await owner.getByLabel("電話番号").fill("0855-00-0000");
    await owner.getByLabel("健康診断の対象者数").fill("12");
    await owner.getByLabel("受けた人数").fill("12");
    for (const label of [
      /がん検診を受けやすく/,
      /受動喫煙を防ぐ/,
      /安全衛生推進者/,
      /体操・運動/,
      /声かけや交流/,
      /こころの健康の相談先/,
      /残業しない日/,
    ])
      await owner.getByRole("checkbox", { name: label }).first().check();
    await tick(owner, /この応募に使うことに同意/);
    await tick(owner, /条件をすべて満たし/);
    await tick(owner, /公開することに同意/);
    await inspect(owner);
    await press(owner, "保存して続ける");
    await owner.getByText("応募を保存しました").waitFor();
    const entry = owner.url().split("?")[0]!;
    await inspect(owner);
    await press(owner, "応募を提出する");
    await owner.getByText("提出済み").waitFor();

    const clerk = await person();
    clerk.setDefaultTimeout(20_000);
    await signInAs(clerk, "coordinator", "/areas/hamada/pledges", "hamada");
    await inspect(clerk);
    await pressIn(clerk, /石見の見本窯業所 公開する/);
    await clerk.getByText("健康宣言を公開しました").waitFor();
    await visit(owner, "/areas/hamada/acts");
    await owner.getByText("毎朝、全員で体操をします。").waitFor();

    await visit(clerk, "/areas/hamada/awards");
    await clerk.locator("tbody a").first().click();
    await clerk.waitForURL(/\/awards\/[0-9a-f-]{36}/);
    const round = clerk.url().split("?")[0]!;
    await clerk.goto(`${round}/entries`);
    await clerk.locator("tbody a").first().click();
    for (const [criterion, way] of [
      [/安全衛生推進者/, "書類"],
      [/定期健康診断/, "書類"],
      [/受動喫煙/, "訪問"],
    ] as const) {
      const label = await clerk
        .getByRole("combobox", { name: /^基準/ })
        .locator("option")
        .filter({ hasText: criterion })
        .textContent();
      await clerk.getByRole("combobox", { name: /^基準/ }).selectOption({ label: label! });
      await clerk.getByLabel("確認の方法").selectOption({ label: way });
      await press(clerk, "確認を登録する");
      await clerk.getByText("表彰の応募の根拠を確認しました").waitFor();
      await clerk.goto(clerk.url());
    }
    await inspect(clerk);
    await clerk.goto(`${round}/judging`);
    await clerk.getByLabel("氏名").fill("審査の担当");
    await press(clerk, "審査員を追加する");
    const address = await clerk
      .getByText(/\/aj\//)
      .first()
      .textContent();
    await clerk.goto(round);
    await press(clerk, "募集を締め切り、審査に進む");
    await clerk.getByText("審査中").first().waitFor();

    const judge = await person({ viewport: PHONE, javaScriptEnabled: false });
    await judge.goto(new URL(address!.trim()).pathname);
    await press(judge, "申告して採点に進む");
    for (const axis of ["継続性", "波及性", "創意工夫", "地域性"]) await answer(judge, new RegExp(axis), "4");
    await pressIn(judge, /採点を保存する/);
    await judge.getByText("採点済み").waitFor();

    await visit(clerk, `${round}/judging`);
    await clerk.locator("select").first().selectOption({ label: "優良事業所" });
    await press(clerk, "この内容で決定する");
    await clerk.getByText("決定の内容・基準・審査員は記録され").waitFor();
    const summary = clerk.getByRole("row", { name: /石見の見本窯業所/ });
    expect(await summary.textContent()).toContain("優良事業所");
    await inspect(clerk);
    await press(clerk, "戻る");
    expect(await clerk.locator("select").first().locator("option:checked").textContent()).toBe("優良事業所");
    await press(clerk, "この内容で決定する");
    await clerk.getByText("決定の内容・基準・審査員は記録され").waitFor();
    await press(clerk, "この内容で決定する");
    await clerk.getByText(/に決定（審査員1人）/).waitFor();
    await owner.goto(entry);
    await owner.getByText("優良事業所に決定しました").waitFor();
    const certificate = await owner.request.get(`${entry}/certificate`);
    expect(certificate.headers()["content-type"]).toBe("application/pdf");
    await visit(clerk, "/areas/hamada/honours");
    await clerk.getByText("石見の見本窯業所 授与・期間・取消しの登録").first().click();
    await pressIn(clerk, /授与を登録する/);
    await clerk.getByText(/授与日/).waitFor();
    await visit(clerk, "/areas/hamada/award-effects");
    await clerk.getByText("選択の偏り").filter({ visible: true }).first().waitFor();
    await visit(owner, "/areas/hamada/honours");
    await owner.getByText("石見の見本窯業所").first().waitFor();
  }, 300_000);
});
