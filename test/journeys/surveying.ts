import type { Page } from "playwright-core";

export const press = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first().click();
export const section = (page: Page, title: string | RegExp) =>
  page.locator("section", { has: page.getByRole("heading", { level: 2, name: title, exact: true }) });
