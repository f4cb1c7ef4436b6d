import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

it("tells the second of two who change a council's terms, and shows both", async () => {
  const clerk = await person();
  await signInAs(clerk, "coordinator", "/areas/hamada/council");
  await clerk.getByRole("link", { name: "浜田地域・職域連携推進協議会" }).click();
  await clerk.waitForURL(/bodies/);
  const colleague = await person({ storageState: await clerk.context().storageState() });
  await visit(colleague, new URL(clerk.url()).pathname);
  const write = async (page: Page, text: string) => {
    const terms = page.getByLabel("要綱・所掌");
    if (!(await terms.isVisible())) await page.getByText("名称・要綱を編集する").click();
    await terms.fill(text);
    await press(page, "保存する");
  };
  await write(colleague, "年2回開く。");
  await colleague.getByText("保存しました").waitFor();
  await write(clerk, "会長は互選とする。");
  await clerk.getByRole("alert").getByText("ほかの人が保存しました").waitFor();
  await clerk.getByRole("definition").getByText("年2回開く。").waitFor();
  expect(await clerk.getByLabel("要綱・所掌").inputValue()).toBe("会長は互選とする。");
  await inspect(clerk);
  await write(clerk, "年2回開く。会長は互選とする。");
  await clerk.getByText("保存しました").first().waitFor();
});

it("tells the second of two who change an initiative of the plan, and shows both", async () => {
  const clerk = await person();
  await signInAs(clerk, "coordinator", "/areas/hamada/plan/initiatives/new");
  await clerk.getByLabel("事業名").fill("血圧の出前講座");
  await clerk.getByLabel("種類").selectOption({ label: "出前講座" });
  await press(clerk, "事業を計画に追加する");
  await clerk.waitForURL(/initiatives\/[0-9a-f-]{36}$/);
  await visit(clerk, `${new URL(clerk.url()).pathname}/edit`);
  const colleague = await person({ storageState: await clerk.context().storageState() });
  await visit(colleague, new URL(clerk.url()).pathname);
  await colleague.getByLabel("対象", { exact: false }).fill("50人未満の事業所");
  await colleague.getByRole("checkbox").first().check();
  await press(colleague, "保存する");
  await colleague.getByText("保存しました").waitFor();
  await clerk.getByLabel("対象", { exact: false }).fill("漁業の人");
  await press(clerk, "保存する");
  await clerk.getByRole("alert").getByText("ほかの人が保存しました").waitFor();
  await clerk.getByRole("definition").getByText("50人未満の事業所").waitFor();
  expect(await clerk.getByLabel("対象", { exact: false }).inputValue()).toBe("漁業の人");
  await inspect(clerk);
  await press(clerk, "保存する");
  await clerk.getByText("保存しました").first().waitFor();
  await clerk.getByText("漁業の人").waitFor();
});

it("tells the second of two who write the minutes, and locks what was approved", async () => {
  const clerk = await person();
  clerk.setDefaultTimeout(20_000);
  await signInAs(clerk, "coordinator", "/areas/hamada/council");
  await clerk.getByRole("link", { name: "第1回 協議会（見本）" }).click();
  await clerk.getByRole("link", { name: "議事録を閲覧・訂正する" }).click();
  await clerk.getByLabel("訂正の理由").fill("人数の誤り");
  await press(clerk, "訂正の版を始める");
  await clerk.getByRole("button", { name: "第2版を承認する" }).waitFor();
  const colleague = await person({ storageState: await clerk.context().storageState() });
  await visit(colleague, new URL(clerk.url()).pathname);
  const write = async (page: Page, text: string) => {
    await page.getByLabel("議事録").fill(text);
    await press(page, "下書きを保存する");
  };
  await write(colleague, "次回は12月に開く。");
  await colleague.getByText("保存しました").waitFor();
  await write(clerk, "資料は後日送る。");
  await clerk.getByText("次回は12月に開く。").waitFor();
  const mine = clerk.getByLabel("あなたの文");
  expect(await mine.inputValue()).toBe("資料は後日送る。");
  await inspect(clerk);
  await mine.fill("次回は12月に開く。資料は後日送る。");
  await press(clerk, "合わせた文を保存する");
  await clerk.getByText("保存しました").waitFor();
  await press(clerk, "第2版を承認する");
  await clerk.getByRole("button", { name: "訂正の版を始める" }).waitFor();
  await write(colleague, "おそい文");
  await colleague.getByRole("heading", { name: "あなたの文（保存されていません）" }).waitFor();
  await colleague.getByText("おそい文").waitFor();
  await colleague.getByText("次回は12月に開く。資料は後日送る。").waitFor();
  await inspect(colleague);
});
