import type { BrowserContext, Page } from "playwright-core";

/** Tables with a good line and a bad one, each given to the page that takes it. */
const TABLES = [
  [
    "/organisations/import",
    "名称,分野,所在地域,電話\n結の会,NPO・ボランティア,浜田圏域,0855-00-0000\n迷う会,なにか,浜田,でんわ\n",
  ],
  ["/areas/hamada/offers/import", "機関,名称,内容\n浜田市,血圧の話,血圧\nどこか,なにか,なにか\n"],
  ["/areas/hamada/plan/activities/import", "日付,内容,人数\n2026-05-01,講座,12\nいつか,なにか,だれか\n"],
  ["/imports/new", "地域,指標,年度,値\n浜田市,人口,2020,54592\nどこか,なにか,いつか,多い\n"],
] as const;

/**
 * What only a deed leads to, done once by the account that may: tables sent, somebody invited, a request made by a
 * visitor. Gives the addresses that came of it.
 */
export async function prepare(context: BrowserContext, email: string | undefined): Promise<string[]> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const came: string[] = [];
  const attempt = async (what: string, deed: () => Promise<string>) =>
    came.push(
      await deed().catch((error: Error) => {
        process.stderr.write(`${what}: ${error.message.split("\n")[0]}\n`);
        return "/";
      }),
    );
  if (email === "jimukyoku@hamada-hokenjo.example") {
    for (const [at, table] of TABLES) await attempt(at, () => sendTable(page, at, table));
    await attempt("an invitation", () => invite(page));
  }
  if (email === undefined) await attempt("a request", () => request(page));
  await page.close();
  return came;
}

async function sendTable(page: Page, at: string, table: string): Promise<string> {
  await page.goto(at);
  const file = { name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.locator("main input[type=file]").first().setInputFiles(file);
  const form = page.locator("main form:has(input[type=file])").first();
  const area = form.locator("select[name=area]");
  if (await area.count()) await area.selectOption({ index: 1 });
  await form.locator("button[type=submit]:not([name])").last().click();
  await page.waitForURL((url) => url.pathname !== at);
  return new URL(page.url()).pathname;
}

async function invite(page: Page): Promise<string> {
  await page.goto("/members");
  const form = page.locator("#invite form");
  await form.locator("select[name=organisation]").selectOption({ index: 1 });
  await form.locator("select[name=role]").selectOption("provider");
  await form.locator("input[name=name]").fill("保健課 担当");
  await form.locator("input[name=email]").fill("shinjin@hamada.example");
  await form.locator("button[type=submit]").click();
  const link = await page.locator("code").first().textContent();
  return new URL(link!).pathname;
}

async function request(page: Page): Promise<string> {
  const { askIn } = await import("../../test/journeys/asking.ts");
  return askIn(page, "見本の窯元", "look@iwami-yogyosho.example");
}
