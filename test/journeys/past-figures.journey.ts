import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inspect, journeys, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const PLAN = "/areas/sagamihara/plan";

it("takes past activities from a file once it is mended, the whole file back, and a value that was a slip", async () => {
  const clerk = await person();
  clerk.setDefaultTimeout(20_000);
  await signInAs(clerk, "coordinator", `${PLAN}/activities/import`, "sagamihara");
  const send = async (table: string) => {
    const file = { name: "活動.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
    await clerk.getByLabel("表のファイル").setInputFiles(file);
    await press(clerk, "確認する");
  };
  const table = (people: string) =>
    `\uFEFF日付,種類,主催,参加者数\r\n2003-06-12,研修会,市保健所,${people}\r\n`;
  await send(table("−3"));
  await clerk.getByLabel("2行目の参加者数").waitFor();
  expect(await clerk.getByLabel("2行目の参加者数").inputValue()).toBe("−3");
  await inspect(clerk);
  await press(clerk, "列の対応を変更する");
  await clerk.getByLabel("参加者数: 意味").waitFor();
  await inspect(clerk);
  await press(clerk, "キャンセル");
  await visit(clerk, `${PLAN}/activities/import`);
  await send(table("３１"));
  await clerk.getByText("追加1件・更新0件・変更なし0件").waitFor();
  await press(clerk, "取り込む");
  await clerk.getByText("取り込みました。追加1件").waitFor();
  await inspect(clerk);
  await visit(clerk, `${PLAN}/activities?year=2003`);
  await clerk.getByRole("cell", { name: "31", exact: true }).waitFor();
  await visit(clerk, `${PLAN}/activities/import`);
  await inspect(clerk);
  await clerk
    .getByRole("row")
    .filter({ hasText: "取り込みました" })
    .getByRole("link", { name: "活動.csv" })
    .click();
  await inspect(clerk);
  await clerk.locator("summary", { hasText: "この取り込みを取り消す" }).click();
  await press(clerk, "1件を取り消す");
  await clerk.getByText("削除した活動").waitFor();
  await inspect(clerk);
  await press(clerk, "取り消した取り込みを元に戻す");
  await clerk.getByText("取り込みを戻しました").waitFor();

  await visit(clerk, PLAN);
  await clerk
    .getByRole("link", { name: /取り組む必要性があると思う事業主/ })
    .first()
    .click();
  await clerk.getByLabel("値（%）").fill("80");
  await press(clerk, "値を保存する");
  await clerk.getByText(/年度の値を削除する/).click();
  await clerk.getByText(/年度の値 80.*を削除します/).waitFor();
  await clerk.getByRole("button", { name: "削除する", exact: true }).click();
  await clerk.getByText("基準値よりあとの値はまだありません").waitFor();
  await inspect(clerk);
  await clerk.getByRole("link", { name: "削除した項目" }).click();
  await clerk.getByText(/取り組む必要性があると思う事業主.*80%/).waitFor();
  await press(clerk, "戻す");
  await clerk.getByText("目標の年度の値を戻しました").waitFor();
});
