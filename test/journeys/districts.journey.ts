import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { inspect, journeys, signInAs, visit } from "./browser.ts";

const { person } = journeys();

it("compares the areas of a prefecture by kind and topic, on maps, in an order, on paper and as a table", async () => {
  const page = await person();
  page.setDefaultTimeout(20_000);
  await signInAs(page, "coordinator", "/areas/32/districts");
  await visit(page, "/areas/32/districts");
  const table = page.getByRole("table").first();
  const rows = () => table.getByRole("rowheader").allTextContents();
  const shown = page.getByRole("button", { name: "表示する", exact: true });
  await page.getByLabel("地域の種類").selectOption({ label: "市区町村" });
  await shown.click();
  await page.waitForURL(/kind=municipality/);
  const towns = await rows();
  expect(towns).toContain("浜田市");
  await page.getByLabel("テーマ").selectOption({ index: 1 });
  await page.getByLabel("図に示す指標").selectOption({ index: 1 });
  await page.getByLabel("並べ替え").selectOption({ label: "地域順" });
  await shown.click();
  await page.waitForURL(/theme=[a-z_]+.*order=name/);
  expect((await rows()).toSorted()).toEqual(towns.toSorted());
  // Its charts: a map, and the areas one under another.
  await page.getByRole("figure").nth(1).waitFor();
  await inspect(page);
  const [paper] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "全地域の報告書（PDF）" }).first().click(),
  ]);
  expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe("%PDF-");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSVで保存" }).first().click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("浜田市");
});
