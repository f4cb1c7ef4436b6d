import type { BrowserContext, Page } from "playwright-core";
import { addDays, plainDateIn } from "#platform/kernel/plain-date.ts";
import { askIn, fillRequest } from "../../test/journeys/asking.ts";

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

/** Of a visitor, before the others look: a request, and a password forgotten. */
export const prepareVisitor = (context: BrowserContext) =>
  deeds(context, {
    "a request": (page) => askIn(page, "見本の窯元", "look@iwami-yogyosho.example"),
    "a new password": forgetPassword,
  });

/** Of a workplace that is signed in: a request of its own. */
export const prepareWorkplace = (context: BrowserContext) =>
  deeds(context, { "a request of one's own": askSignedIn });

/** Of the secretariat: tables sent, somebody invited, supporters and members asked, a plan measured and evaluated. */
export const prepareSecretariat = (context: BrowserContext) =>
  deeds(context, {
    ...Object.fromEntries(TABLES.map(([at, table]) => [at, (page: Page) => sendTable(page, at, table)])),
    "an invitation": invite,
    "an enquiry": askSupporter,
    "a member's address": addAddress,
    "a poll": askMembers,
    "figures for a meeting": chooseFigures,
    "a measure": addMeasure,
    "an evaluation": evaluate,
  });

/** Does what only a deed leads to, and gives the addresses that came of it; what could not be done is told. */
async function deeds(
  context: BrowserContext,
  all: Readonly<Record<string, (page: Page) => Promise<string>>>,
): Promise<string[]> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const came: string[] = [];
  for (const [what, deed] of Object.entries(all)) {
    try {
      came.push(await deed(page));
    } catch (error) {
      process.stderr.write(`${what}: ${(error as Error).message.split("\n")[0]}\n`);
    }
  }
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

async function askSupporter(page: Page): Promise<string> {
  await page.goto("/areas/hamada/requests");
  await page.getByRole("link", { name: "見本の窯元" }).first().click();
  await page.getByRole("checkbox", { name: "減塩の話と味噌汁の塩分測定" }).check({ force: true });
  await page.getByRole("button", { name: "打診する", exact: true }).first().click();
  await page.getByRole("button", { name: "打診メールを送信する", exact: true }).click();
  await page.waitForLoadState("networkidle");
  return "/outbox";
}

async function addAddress(page: Page): Promise<string> {
  await page.goto("/areas/hamada/council", { waitUntil: "networkidle" });
  await page
    .getByRole("link", { name: /^浜田地域・職域連携推進協議会/ })
    .first()
    .click();
  await page.getByRole("link", { name: "編集する", exact: true }).first().click();
  await page.getByLabel("メールアドレス").fill("look@hamada-iin.example");
  await page.getByRole("button", { name: "保存する", exact: true }).first().click();
  await page.getByText("保存しました。").waitFor();
  return new URL(page.url()).pathname;
}

async function chooseFigures(page: Page): Promise<string> {
  await page.goto("/areas/hamada/council", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "見本の協議会" }).first().click();
  await page.waitForURL(/meetings\/[0-9a-f-]{36}$/);
  const meeting = new URL(page.url()).pathname;
  await page.goto(`${meeting}/excerpts`, { waitUntil: "networkidle" });
  await page.getByRole("checkbox").first().check({ force: true });
  await page.getByRole("button", { name: "資料に入れる", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/excerpts"));
  return meeting;
}

async function addMeasure(page: Page): Promise<string> {
  await page.goto("/areas/hamada/plan", { waitUntil: "networkidle" });
  await page.locator('main a[href*="/plan/initiatives/"]:not([href*="/new"])').first().click();
  await page.waitForURL(/initiatives\/[0-9a-f-]{36}$/);
  const initiative = new URL(page.url()).pathname;
  await page.goto(`${initiative}/measures/new`, { waitUntil: "networkidle" });
  await page.getByLabel("指標名").fill("出前講座の参加者");
  await page.getByLabel("単位").fill("人");
  await page.getByRole("button", { name: "指標を追加する", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/new"));
  return new URL(page.url()).pathname;
}

async function evaluate(page: Page): Promise<string> {
  await page.goto("/areas/hamada/plan/goals", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: /^書く/ }).first().click();
  await page.getByLabel("評価結果").fill("予定どおり行った。");
  await page.getByRole("button", { name: "評価を保存する", exact: true }).click();
  await page.getByText("評価を登録しました。").waitFor();
  return new URL(page.url()).pathname;
}

async function askSignedIn(page: Page): Promise<string> {
  await page.goto("/areas/hamada/ask?need=talk", { waitUntil: "networkidle" });
  await fillRequest(page, "石見窯業所", "tantou@iwami-yogyosho.example");
  await page.waitForFunction(() => performance.now() > 1000);
  await page.getByRole("button", { name: "送信する", exact: true }).click();
  await page.waitForURL(/sent=1/);
  return new URL(page.url()).pathname;
}

async function forgetPassword(page: Page): Promise<string> {
  await page.goto("/sign-in/reset");
  await page.getByLabel("メールアドレス").fill("iin@shoko-kaigisho.example");
  await page.getByRole("button", { name: "リンクを送る", exact: true }).click();
  await page.waitForLoadState("networkidle");
  return "/sign-in/reset";
}

const next = (page: Page) => page.getByRole("button", { name: "次へ", exact: true }).click();

async function askMembers(page: Page): Promise<string> {
  const today = plainDateIn(new Date(), "Asia/Tokyo");
  const days = [20, 21].map((ahead) => addDays(today, ahead));
  await page.goto("/areas/hamada/council/meetings/new");
  await page.getByLabel("会議名").fill("見本の協議会");
  await next(page);
  for (const [row, day] of days.entries()) await page.locator(`input[name="slots.${row}.day"]`).fill(day);
  await page.getByLabel("回答期限").fill(addDays(today, 10));
  await next(page);
  await page.getByRole("button", { name: "会議を登録する", exact: true }).click();
  await page.waitForURL(/meetings\/[0-9a-f-]{36}$/);
  const meeting = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "日程調整を依頼する", exact: true }).click();
  await page.getByRole("button", { name: "依頼のメールを送信する", exact: true }).click();
  await page.waitForLoadState("networkidle");
  return meeting;
}
