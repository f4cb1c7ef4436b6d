import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fillRequest } from "./asking.ts";
import { inspect, journeys, PHONE, signInAs, signOut } from "./browser.ts";

const { person } = journeys();
const ASK = "/areas/hamada/ask";

const send = (page: Page) => page.getByRole("button", { name: "送信する", exact: true });
const workplaceOn = (page: Page) => page.getByLabel("事業所の名前");
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

describe("somebody whose connection is lost", () => {
  it("loses nothing, sends again, and is received once", async () => {
    const page = await person({ viewport: PHONE });
    await page.goto(`${ASK}?need=talk`);
    await fillRequest(page, "電波のとどかない窯元", "nowave@iwami-yogyosho.example");
    await page.context().setOffline(true);
    await send(page).click();
    await page.getByRole("alert").filter({ hasText: "つながらないため" }).waitFor();
    await inspect(page);
    await page.getByText("電波のとどかない窯元").waitFor();

    await page.context().setOffline(false);
    await page.getByRole("alert").filter({ hasText: "つながりました" }).waitFor();
    await send(page).click();
    await page.getByText("お申し込みを受け付けました").first().waitFor();
    expect(await kept(page)).not.toContain("電波");
    await page.goto(ASK);
    expect(await page.getByLabel("従業員数").inputValue()).toBe("");

    const clerk = await person();
    await signInAs(clerk, "coordinator", "/areas/hamada/requests");
    await clerk.goto("/areas/hamada/requests");
    await expect.poll(() => clerk.getByRole("link", { name: "電波のとどかない窯元" }).count()).toBe(1);
  });

  it("and does not know whether it arrived: what was sent again is the same request", async () => {
    const page = await person({ viewport: PHONE });
    await page.goto(`${ASK}?need=talk`);
    await fillRequest(page, "回答のとどかない窯元", "noanswer@iwami-yogyosho.example");
    // The server takes it; its answer is lost on the way.
    await page.route(/\/ask(\?|$)/, async (route) => {
      if (route.request().method() === "POST") await route.fetch({ maxRedirects: 0 });
      await route.abort("connectionreset");
    });
    await send(page).click();
    await page.getByRole("alert").filter({ hasText: "つながらないため" }).waitFor();
    await page.unroute(/\/ask(\?|$)/);
    // Whoever loads the page anew in between has what was typed, and sends the same wish.
    await page.reload();
    await page.getByText("入力途中の内容を復元").waitFor();
    await inspect(page);
    for (const step of ["2 / 4", "3 / 4", "入力内容の確認"]) {
      await page.getByRole("button", { name: "次へ", exact: true }).click();
      await page.getByText(step).waitFor();
    }
    await send(page).click();
    await page.getByText("お申し込みを受け付けました").first().waitFor();

    const clerk = await person();
    await signInAs(clerk, "coordinator", "/areas/hamada/requests");
    await clerk.goto("/areas/hamada/requests");
    await expect.poll(() => clerk.getByRole("link", { name: "回答のとどかない窯元" }).count()).toBe(1);
  });
});

describe("somebody who goes away before sending", () => {
  it("finds what was begun, and may throw it away", async () => {
    const page = await person();
    await page.goto(ASK);
    const size = page.getByLabel("従業員数");
    await size.fill("12");
    await page.getByLabel("市町村").selectOption("32202");
    await page.reload();
    await page.getByText("入力途中の内容を復元").waitFor();
    expect(await size.inputValue()).toBe("12");
    expect(await page.getByLabel("市町村").inputValue()).toBe("32202");
    await page.getByRole("button", { name: "入力途中の内容を破棄する" }).click();
    expect(await size.inputValue()).toBe("");
    expect(await kept(page)).toBe("{}");
    await page.reload();
    expect(await size.inputValue()).toBe("");
    expect(await page.getByText("入力途中の内容を復元").count()).toBe(0);
  });

  it("leaves nothing behind of a form with a password or a code, and of staff's forms nothing after they sign out", async () => {
    const page = await person();
    await page.goto("/sign-in");
    const form = page.locator('form:has(input[type="password"])');
    await form.locator('input[name="email"]').fill("someone@hamada-hokenjo.example");
    await form.locator('input[name="password"]').fill("nobody may read this");
    await page.goto("/sign-in/second-factor");
    await page.locator('input[name="code"]').fill("123456");
    expect(await kept(page)).toBe("{}");
    await signInAs(page, "coordinator", "/areas/hamada/requests/new");
    await workplaceOn(page).fill("電話で頼まれた窯元");
    await signOut(page);
    expect(await kept(page)).not.toContain("窯元");
  });
});

describe("somebody who sends", () => {
  it("is led to what is to be mended, with what was typed and the chosen file kept", async () => {
    const page = await person({ viewport: PHONE });
    await page.goto(ASK);
    await fillRequest(page, "<石見>窯業所", "wrong@iwami-yogyosho.example");
    const file = page.getByLabel("添付するファイル");
    await file.setInputFiles({ name: "map.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") });
    await send(page).click();
    await page.getByText("名前の種類と違う").first().waitFor();
    await inspect(page);
    expect(
      await page
        .locator("[data-refused]")
        .first()
        .evaluate((one) => one.getBoundingClientRect().top),
    ).toBeLessThan(PHONE.height);
    await page.getByText("<石見>窯業所").waitFor();
    expect(await file.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe("map.pdf");
  });

  it("is told at once of a file that is too long, and that the form is under way", async () => {
    const page = await person();
    await page.goto(ASK);
    await fillRequest(page, "二度押す窯元", "twice@iwami-yogyosho.example");
    const file = page.getByLabel("添付するファイル");
    const small = { name: "small.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
    const long = { name: "long.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(6 * 1024 * 1024) };
    await file.setInputFiles([small, long]);
    await page.getByText("「long.pdf」は5MBより大きい").waitFor();
    // The other one is kept.
    expect(await file.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe("small.pdf");
    let posts = 0;
    await page.route(/\/ask(\?|$)/, async (route) => {
      if (route.request().method() === "POST") posts += 1;
      await inTime(page.getByRole("button", { name: "送信しています…" }).waitFor());
      await route.continue();
    });
    await send(page).dblclick();
    await page.getByText("お申し込みを受け付けました").first().waitFor();
    expect(posts).toBe(1);
  });
});

/** The page may be left while it is waited for. */
const inTime = (waiting: Promise<void>) => waiting.catch(() => undefined);
