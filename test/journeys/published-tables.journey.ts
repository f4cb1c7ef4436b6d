import type { Page } from "playwright-core";
import { it } from "vitest";
import { inspect, journeys, signInAs } from "./browser.ts";

const { person } = journeys();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Cells as a spreadsheet copies them: a title, words of two lines above the figures, a header that nobody knows, a slip. */
const CELLS = [
  "表の題\t\t\t",
  "場所\tい\tろ\tは",
  "どこ\tA\tB\tC",
  "相模原市\t11\t1O\t13",
  "注）見本の数である。\t\t\t",
].join("\n");

it("takes cells that were pasted in, once their header, columns and a slip are corrected on the page", async () => {
  const clerk = await person();
  clerk.setDefaultTimeout(20_000);
  await signInAs(clerk, "coordinator", "/imports/new", "sagamihara");
  await inspect(clerk);
  await clerk.getByLabel("または、表の貼り付け").fill(CELLS);
  await press(clerk, "ファイルを送信する");
  await clerk.getByRole("row").filter({ hasText: "2 見出し" }).waitFor();
  await inspect(clerk);
  await press(clerk, "3行目を見出しにする");
  await clerk.getByRole("row").filter({ hasText: "3 見出し" }).waitFor();
  await clerk.getByLabel("どこ: 意味").selectOption({ label: "地域" });
  for (const [name, words] of [
    ["A", "人口 2019年度"],
    ["B", "人口 2020年度"],
    ["C", "人口 だれか"],
  ] as const) {
    await clerk.getByLabel(`${name}: 意味`).selectOption({ label: "値" });
    await clerk.getByLabel(`${name}: 値の内容`).fill(words);
  }
  await press(clerk, "確認する");
  await clerk
    .getByText(/「人口 だれか」が読めません/)
    .first()
    .waitFor();
  await inspect(clerk);
  await clerk.getByLabel("C: 値の内容").fill("人口 2021年度 男");
  await press(clerk, "確認する");
  await clerk.getByLabel("4行目のB").waitFor();
  await inspect(clerk);
  await clerk.getByLabel("4行目のB").fill("10");
  await press(clerk, "修正した行を確認し直す");
  await clerk.getByText("追加3件・更新0件・変更なし0件").waitFor();
  await clerk.getByRole("cell", { name: "「1O」" }).waitFor();
  await inspect(clerk);
  await press(clerk, "列の対応を変更する");
  await clerk.getByRole("columnheader", { name: "値 人口 男 2021年度" }).waitFor();
  await inspect(clerk);
  await press(clerk, "キャンセル");
});
