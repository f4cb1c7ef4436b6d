import type { Page } from "playwright-core";
import { inspect, visit } from "./browser.ts";

/** Presses the button of just that name. */
export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** On two pages, and a third with all answers. */
export async function planMeeting(
  clerk: Page,
  home: string,
  title: string,
  days: readonly string[],
  deadline = "",
): Promise<void> {
  await visit(clerk, `${home}/council/meetings/new`);
  await clerk.getByLabel("会議名").fill(title);
  await press(clerk, "次へ");
  for (const [slot, day] of days.entries()) await clerk.locator(`input[name="slots.${slot}.day"]`).fill(day);
  await clerk.getByLabel("回答期限").fill(deadline);
  await press(clerk, "次へ");
  await clerk.getByRole("heading", { name: "入力内容の確認" }).waitFor();
  await inspect(clerk);
  await press(clerk, "会議を登録する");
}
