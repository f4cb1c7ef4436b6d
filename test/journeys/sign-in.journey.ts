import { expect, it } from "vitest";
import { journeys, signInAs, signOut, visit } from "./browser.ts";

const { person } = journeys();

it("lets nobody in with a wrong password, keeps the address that was typed, and says so", async () => {
  const page = await person();
  await visit(page, "/sign-in");
  const form = page.locator('form:has(input[name="email"]:not([type="hidden"]))');
  await form.locator('input[name="email"]').fill("jimukyoku@hamada-hokenjo.example");
  await form.locator('input[name="password"]').fill("not the password at all");
  await form.locator('button[type="submit"]').click();
  await page.getByRole("alert").or(page.getByRole("status")).first().waitFor();
  expect(await form.locator('input[name="email"]').inputValue()).toBe("jimukyoku@hamada-hokenjo.example");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

it("lets the secretariat in and, once signed out, out", async () => {
  const page = await person();
  await signInAs(page, "coordinator", "/account");
  await visit(page, "/account");
  expect(new URL(page.url()).pathname).toBe("/account");
  await signOut(page);
  await page.goto("/account");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});
