import holiday from "@holiday-jp/holiday_jp";
import type { Page } from "playwright-core";
import { addDays, type PlainDate, plainDateIn } from "#platform/kernel/plain-date.ts";

/** A workday so many weeks ahead: offices of the sample work from Monday to Friday, and not on holidays. */
export function workdayIn(weeks: number): PlainDate {
  let day = addDays(plainDateIn(new Date(), "Asia/Tokyo"), weeks * 7);
  const weekend = () => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  while (weekend() || day in holiday.holidays) day = addDays(day, 1);
  return day;
}

/** What else than the least is said: on which days, and about what besides blood pressure. */
type More = Readonly<{ days?: readonly string[]; topics?: readonly string[] }>;

const next = (page: Page) => page.getByRole("button", { name: "次へ", exact: true }).click();

/** Goes through the first two pages of the form of Hamada. */
export async function fillWish(page: Page, { days = [workdayIn(5)], topics = [] }: More = {}): Promise<void> {
  await page.getByLabel("市町村").selectOption("32202");
  await page.getByLabel("従業員数").fill("12");
  await next(page);
  for (const topic of ["血圧", ...topics]) await page.getByLabel(topic, { exact: true }).check();
  if (days.length > 1) await page.getByText("日を追加する").click();
  for (const [index, day] of days.entries()) await page.locator(`input[name="day${index + 1}"]`).fill(day);
  await page.getByLabel("参加する人数").fill("12");
  await next(page);
}

/** Fills in what a workplace must say to ask in the area of Hamada, to the page where all of it is looked at; sends nothing. */
export async function fillRequest(
  page: Page,
  workplace: string,
  email: string,
  more: More = {},
): Promise<void> {
  await fillWish(page, more);
  await page.getByLabel("事業所の名前").fill(workplace);
  await page.getByLabel("業種").selectOption("ceramics");
  await page.getByLabel("住所").fill("見本町1");
  await page.getByLabel("メールアドレス").fill(email);
  await next(page);
  await page.getByText("入力内容の確認").waitFor();
}

/** Asks, and gives the path of the receipt that follows. */
export async function askIn(page: Page, workplace: string, email: string): Promise<string> {
  await page.goto("/areas/hamada/ask?need=talk");
  await fillRequest(page, workplace, email);
  // A form that is sent within 0.8 seconds is taken for a program's.
  await page.waitForFunction(() => performance.now() > 1000);
  await page.getByRole("button", { name: "送信する", exact: true }).click();
  await page.waitForURL(/\/r\/[\w-]+\?sent=1/);
  return new URL(page.url()).pathname;
}
