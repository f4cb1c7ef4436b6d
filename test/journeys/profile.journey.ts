import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { DEMONSTRATION_ACCOUNTS } from "#foundation/identity/api.server.ts";
import { inspect, journeys, signOut, visit } from "./browser.ts";

const { person } = journeys();

const PROFILE = "/areas/sagamihara";
const INDICATOR = `${PROFILE}/indicators/abnormal_finding_rate`;
const OFFICE = "sagamihara_labour_office";
const KNOWN = new URL(
  "../../reference/demonstration/observations/abnormal_finding_rate.csv",
  import.meta.url,
);
const MEDIA_BOX = /\/MediaBox\s*\[[^\]]*\]/g;

/** A year that the sample areas have no figure of, and what a journey's own file says of it. */
type Later = readonly [fiscalYear: number, rate: string];

/** The known figures in the columns of the ministry's table, and later years that only a journey knows. */
function ratesFile(later: readonly Later[]) {
  const [, ...lines] = readFileSync(KNOWN, "utf8").trim().split("\n");
  const known = lines
    .map((line) => line.split(","))
    .map((cells) => [cells[0], cells[1], cells.at(-1)] as const);
  const rows = [...known, ...later.map(([year, rate]) => [OFFICE, year, rate] as const)].map(
    ([area, year, rate]) => `${year},H${Number(year) - 1988},${area},${rate}\n`,
  );
  return csv("abnormal_finding_rate.csv", `fiscal_year,era_year,area,rate_percent\n${rows.join("")}`);
}

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** Signs in as the secretariat of Sagamihara, the way of somebody who was just told address and password. */
async function secretariat(options: BrowserContextOptions = {}): Promise<Page> {
  const { email, password } = DEMONSTRATION_ACCOUNTS.find((each) => each.email.includes("sagamihara"))!;
  const page = await person(options);
  await page.goto("/");
  await page.getByRole("link", { name: "ログイン" }).first().click();
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "ログインする", exact: true }).click();
  await page.waitForURL(/\/today$/);
  return page;
}

/** Chooses the file, sends it, accepts what was read from the names of the columns, and waits for what it finds. */
async function sendAndCheck(
  page: Page,
  file: ReturnType<typeof csv>,
  look: () => Promise<void>,
): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "ファイルを送信する" }).click();
  await page.getByRole("button", { name: "確認する", exact: true }).waitFor();
  await look();
  await page.getByRole("button", { name: "確認する", exact: true }).click();
  await waitedFor(page, "行を読みました");
}

/** Waits for the words; without script by the link that the page offers for that. */
async function waitedFor(page: Page, words: string): Promise<void> {
  const found = page.getByText(words).first();
  const again = page.getByRole("link", { name: "現在の状態を表示する" });
  for (let tries = 0; tries < 100; tries += 1) {
    await found.or(again).first().waitFor();
    if (await found.isVisible()) return;
    // With script the page goes on by itself, and the link may be gone by now.
    await again.click({ timeout: 1000 }).catch(() => undefined);
    await found.waitFor({ timeout: 300 }).catch(() => undefined);
  }
  throw new Error(`${page.url()} never said ${words}`);
}

/** On paper: A4 sheets, the facts and their sources, and nothing to press. */
async function expectPrints(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByText("出典").first().waitFor();
  for (const role of ["banner", "navigation", "button"] as const)
    expect([role, await page.getByRole(role).count()]).toEqual([role, 0]);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(MEDIA_BOX) ?? [];
  expect(sheets.length).toBeGreaterThan(0);
  // 210 × 297 mm in points, upright or, for a broad table, across.
  for (const sheet of sheets)
    expect((sheet.match(/[\d.]+/g) ?? []).map(Number).sort((a, b) => a - b)).toEqual([
      0,
      0,
      expect.closeTo(595, -0.5),
      expect.closeTo(842, -0.5),
    ]);
  await page.emulateMedia({ media: null });
}

async function signOutByHand(page: Page): Promise<void> {
  await page.locator("header summary").last().click();
  await page.getByRole("button", { name: "ログアウト" }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

/** The rates of the labour office's district that an anonymous reader of the API gets; undefined where none. */
async function ratesOfTheApi(): Promise<Record<number, number> | undefined> {
  const response = await fetch(`${inject("origin")}/api/v1/areas/sagamihara/profile`);
  const { indicators } = (await response.json()) as {
    indicators: {
      indicator: { code: string };
      series: { fiscal_year: number; value: number }[];
    }[];
  };
  const row = indicators.find(({ indicator }) => indicator.code === "abnormal_finding_rate");
  return row && Object.fromEntries(row.series.map(({ fiscal_year, value }) => [fiscal_year, value]));
}

describe.each([
  { way: "with JavaScript", javaScriptEnabled: true, later: [2008, "52.31"], broken: 2009, mended: "52.4" },
  {
    way: "without JavaScript",
    javaScriptEnabled: false,
    later: [2010, "52.51"],
    broken: 2011,
    mended: "52.6",
  },
] as const)("a new secretariat $way", ({ javaScriptEnabled, later, broken, mended }) => {
  const look = (page: Page) => (javaScriptEnabled ? inspect(page) : Promise.resolve());

  it("brings in a file with a broken row, mends it, reads and prints the profile, and takes all back", async () => {
    const page = await secretariat({ javaScriptEnabled });
    await look(page);
    await page.getByRole("link", { name: "取り込み", exact: true }).first().click();
    await page.getByRole("link", { name: "ファイルを取り込む" }).click();
    await page.getByRole("button", { name: "ファイルを送信する" }).waitFor();
    await look(page);

    await sendAndCheck(page, ratesFile([later, [broken, "四十"]]), () => look(page));
    await page.getByText("29行を読みました。28行は取り込めます。1行に修正が必要な箇所があります。").waitFor();
    await page.getByText("追加1件・更新0件・変更なし27件").waitFor();
    const typed = page.getByLabel("30行目のrate_percent");
    expect(await typed.inputValue()).toBe("四十");
    const bad = page.getByRole("row").filter({ has: typed });
    expect(await bad.getByRole("cell").allTextContents()).toEqual([
      "30",
      "rate_percent",
      "",
      "数で入力してください（例 40.0）",
    ]);
    await look(page);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "修正が必要な行をダウンロードする" }).click(),
    ]);
    const rejected = await readFile(await download.path(), "utf8");
    expect(rejected).toContain("四十");
    expect(rejected).not.toContain(later[1]);
    // Interrupted by something else, and found again the next morning.
    await page
      .getByRole("link", { name: /^本日の業務/ })
      .first()
      .click();
    const waiting = page.getByRole("listitem").filter({ hasText: "「abnormal_finding_rate.csv」の取り込み" });
    await waiting.getByRole("link", { name: "続ける" }).click();
    await page.getByRole("button", { name: "問題のない行だけを取り込む" }).click();
    await waitedFor(page, "取り込みました。追加1件・更新0件");
    const first = page.url();
    await look(page);

    await page.getByRole("link", { name: "取り込みの一覧へ" }).click();
    await page.getByRole("link", { name: "ファイルを取り込む" }).click();
    await sendAndCheck(page, csv(download.suggestedFilename(), rejected.replace("四十", mended)), () =>
      look(page),
    );
    await page.getByText("1行を読みました。すべて取り込めます。").waitFor();
    await page.getByRole("button", { name: "取り込む", exact: true }).click();
    await waitedFor(page, "取り込みました。追加1件・更新0件");
    const second = page.url();

    await page.getByRole("link", { name: "健康情報", exact: true }).first().click();
    await page.getByRole("heading", { level: 1, name: "相模原市の健康プロフィール" }).waitFor();
    await look(page);
    await expectPrints(page);
    await page.goto(INDICATOR);
    for (const rate of [later[1], Number(mended).toFixed(2), "51.65"])
      await page.getByRole("cell", { name: rate }).first().waitFor();
    await look(page);

    // Nothing that an import brings is published by it.
    expect(await ratesOfTheApi()).toEqual(
      Object.fromEntries(
        [42.73, 43.59, 45.42, 47.69, 48.14, 49.08, 51.09, 50.23, 51.65].map((rate, at) => [1999 + at, rate]),
      ),
    );
    for (const address of [second, first]) {
      await page.goto(address);
      await page.locator("summary", { hasText: "この取り込みを取り消す" }).click();
      await page.getByText(/追加した\d+件と更新した\d+件の取り込みを取り消します。/).waitFor();
      await page.getByRole("button", { name: "取り消す", exact: true }).click();
      await page.getByText("取り消しました").first().waitFor();
    }
    await page.goto(INDICATOR);
    await page.getByRole("cell", { name: "51.65" }).first().waitFor();
    expect(await page.getByRole("cell", { name: later[1] }).count()).toBe(0);
    await signOutByHand(page);
    expect((await page.goto("/imports"))?.status()).not.toBe(200);
  });
});

it("shows a visitor what the secretariat published, and at once no more", async () => {
  const staff = await secretariat();
  const visitor = await person();
  const choose = async (change: "check" | "uncheck") => {
    await visit(staff, `${PROFILE}/publication`);
    const box = staff.getByRole("checkbox", { name: /有所見率/ });
    for (const each of await box.all()) await each[change]();
    await staff.getByRole("button", { name: "この範囲で公開する" }).click();
    await staff.getByText(/\d件の公開を変更しました/).waitFor();
    await inspect(staff);
  };
  await visit(visitor, PROFILE);
  await visitor
    .getByRole("heading", { name: /有所見率/ })
    .first()
    .waitFor();
  expect(await visitor.getByRole("link", { name: "公開の範囲…" }).count()).toBe(0);

  await choose("uncheck");
  await visit(visitor, PROFILE);
  expect(await visitor.getByText("51.65").count()).toBe(0);
  expect(await visitor.getByRole("heading", { name: /有所見率/ }).count()).toBe(0);
  expect((await visitor.goto(INDICATOR))?.status()).toBe(404);
  expect(await ratesOfTheApi()).toBeUndefined();
  await visit(staff, INDICATOR);
  await staff.getByRole("cell", { name: "51.65" }).first().waitFor();

  await choose("check");
  await visit(visitor, INDICATOR);
  await visitor.getByRole("cell", { name: "51.65" }).first().waitFor();
  expect((await ratesOfTheApi())?.[2007]).toBe(51.65);
  expect((await visitor.goto(`${PROFILE}/publication`))?.status()).toBe(403);
  await signOut(staff);
});
