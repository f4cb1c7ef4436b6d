import { utils, write } from "@e965/xlsx";
import { expect, it } from "vitest";
import { inspect, journeys, signInAs, visit } from "./browser.ts";
import { press } from "./planning.ts";

const { person } = journeys();
const HOME = "/areas/sagamihara";
const THREE_MINUTES = 180_000;

/** A book as an office keeps it: a title, names over years, a note below. */
function book(): Buffer {
  const sheet = utils.aoa_to_sheet([
    ["相模原市の喫煙率（見本）"],
    [],
    ["市区町村名", "喫煙率", ""],
    ["", "1996年度", "1997年度"],
    ["相模原市", 31.5, 30.25],
    ["注）見本の数である。"],
  ]);
  sheet["!merges"] = [utils.decode_range("A1:C1"), utils.decode_range("B3:C3")];
  const made = utils.book_new();
  utils.book_append_sheet(made, sheet, "表1");
  return write(made, { type: "buffer", bookType: "xlsx" });
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const FILES = [
  {
    file: { name: "喫煙率.xlsx", mimeType: XLSX, buffer: book() },
    indicator: "smoking_rate",
    cells: ["31.5", "30.3"],
  },
];

it.each(FILES)(
  "takes $file.name from the file to a published profile within three minutes",
  async ({ file, indicator, cells }) => {
    const clerk = await person();
    clerk.setDefaultTimeout(20_000);
    await signInAs(clerk, "coordinator", "/imports/new", "sagamihara");
    const begun = Date.now();
    await clerk.locator("input[type=file]").setInputFiles(file);
    await press(clerk, "ファイルを送信する");
    await clerk.getByLabel("この値を、だれでも見られるように公開する").check();
    await press(clerk, "確認する");
    await clerk.getByText("追加2件・更新0件・変更なし0件").waitFor();
    await press(clerk, "取り込む");
    await clerk.getByText("取り込みました。追加2件・更新0件").waitFor();
    await inspect(clerk);
    const taken = clerk.url();
    await clerk.getByRole("link", { name: "健康プロフィールで確認する" }).click();
    await clerk.getByRole("heading", { level: 1, name: "相模原市の健康プロフィール" }).waitFor();
    const anybody = await person();
    await visit(anybody, `${HOME}/indicators/${indicator}`);
    for (const cell of cells) await anybody.getByRole("cell", { name: cell }).first().waitFor();
    expect(Date.now() - begun).toBeLessThan(THREE_MINUTES);

    await clerk.goto(taken);
    await clerk.getByRole("link", { name: "公開の範囲を設定する" }).waitFor();
    await clerk.locator("summary", { hasText: "この取り込みを取り消す" }).click();
    await clerk.getByText("公開中の画面からも、すぐに消えます。").waitFor();
    await press(clerk, "取り消す");
    await clerk.getByText("取り消しました").first().waitFor();
    await visit(anybody, `${HOME}/indicators/${indicator}`);
    expect(await anybody.getByRole("cell", { name: cells[0]! }).count()).toBe(0);
  },
);
