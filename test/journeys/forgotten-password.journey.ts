import { expect, it } from "vitest";
import { journeys, signInAs, visit } from "./browser.ts";
import { mailsTo } from "./mail-server.ts";

const { person } = journeys();
const FIRST = "kotatsu no mikan ga nanatsu";
const NEXT = "furui tatami no nioi ga suki";

for (const javaScriptEnabled of [true, false]) {
  const email = `wasureta${javaScriptEnabled ? 1 : 2}@hamada.example`;

  it(`sets a forgotten password anew by mail ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const office = await person();
    await signInAs(office, "coordinator", "/members", "hamada");
    const invite = office.locator("#invite form");
    await invite.locator("select[name=organisation]").selectOption({ label: "浜田市" });
    await invite.locator("select[name=role]").selectOption("provider");
    await invite.locator("input[name=name]").fill("忘れた 担当");
    await invite.locator("input[name=email]").fill(email);
    await invite.getByRole("button", { name: "招待する" }).click();
    await office.getByRole("button", { name: "招待を送信する" }).click();
    const link = await office.locator("code").first().textContent();
    const elsewhere = await person();
    await elsewhere.goto(new URL(link!).pathname);
    await elsewhere.locator("input[name=password]").fill(FIRST);
    await elsewhere.getByRole("button", { name: "招待を受ける" }).click();
    await elsewhere.waitForURL(/today/);

    const page = await person({ javaScriptEnabled });
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "パスワードを忘れたとき" }).click();
    await page.waitForURL("**/sign-in/reset");
    if (javaScriptEnabled) await visit(page, "/sign-in/reset");
    const ask = async (address: string) => {
      await page.goto("/sign-in/reset");
      await page.locator("main input[name=email]").fill(address);
      await page.getByRole("button", { name: "リンクを送る" }).click();
      await page.getByText("メールを送りました").waitFor();
      return page.locator("main").textContent();
    };
    expect(await ask("nobody@hamada.example")).toBe(await ask(email));

    // The invitation's, and the one with the link.
    const mails = await mailsTo(email, 2);
    const [path] = /\/sign-in\/reset\/[\w-]{43}/.exec(mails.map(({ text }) => text).join("\n"))!;
    if (javaScriptEnabled) await visit(page, path);
    else await page.goto(path);
    await page.locator("input[name=password]").fill("hamada");
    await page.getByRole("button", { name: "このパスワードを設定する" }).click();
    await page.getByRole("link", { name: /13文字/ }).waitFor();
    await page.locator("input[name=password]").fill(NEXT);
    await page.getByRole("button", { name: "このパスワードを設定する" }).click();
    await page.waitForURL(/today/);

    await elsewhere.goto("/account");
    expect(new URL(elsewhere.url()).pathname).toBe("/sign-in");
    const late = await person();
    expect((await late.goto(path))!.status()).toBe(404);
  });
}

it("keeps the page of who belongs in order, and says there what was done", async () => {
  const page = await person();
  await signInAs(page, "administrator", "/members");
  await visit(page, "/members");
  await page.getByRole("link", { name: "浜田市 保健担当" }).first().click();
  await page.waitForURL(/members\/.+/);
  await visit(page, new URL(page.url()).pathname);
  await page.getByRole("button", { name: "すべての端末をログアウトさせる" }).click();
  await page.getByText("すべての端末をログアウトさせました。").waitFor();
});
