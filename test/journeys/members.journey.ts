import { expect, it } from "vitest";
import { inspect, journeys, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const PASSWORD = "kotatsu no mikan ga nanatsu";

for (const javaScriptEnabled of [true, false]) {
  const email = `shinjin${javaScriptEnabled ? 1 : 2}@hamada.example`;

  it(`invites, joins and ends a membership ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const office = await person({ javaScriptEnabled });
    await signInAs(office, "coordinator", "/members", "hamada");
    const form = office.locator("#invite form");
    await form.locator("select[name=role]").selectOption("provider");
    await form.locator("input[name=name]").fill("保健課 担当");
    await form.getByRole("button", { name: "招待する" }).click();
    // What is wrong is said beside its field, and led to from above the form.
    await office.getByRole("link", { name: /機関を選択してください/ }).waitFor();
    expect(await form.locator("input[name=name]").inputValue()).toBe("保健課 担当");
    if (javaScriptEnabled) await inspect(office);
    await form.locator("select[name=organisation]").selectOption({ label: "浜田市" });
    await form.locator("input[name=email]").fill(email);
    await form.getByRole("button", { name: "招待する" }).click();
    // The mail is shown first; nothing has gone out yet.
    await office.getByText("招待のメールを送信します。").waitFor();
    await office.getByRole("button", { name: "招待を送信する" }).click();
    const link = await office.locator("code").first().textContent();

    const guest = await person({ javaScriptEnabled });
    const { pathname } = new URL(link!);
    if (javaScriptEnabled) await visit(guest, pathname);
    else await guest.goto(pathname);
    await guest.locator("input[name=password]").fill("hamada");
    await guest.getByRole("button", { name: "招待を受ける" }).click();
    await guest.getByRole("link", { name: /13文字/ }).waitFor();
    // A password never comes back.
    expect(await guest.locator("input[name=password]").getAttribute("value")).toBeFalsy();
    expect(await guest.content()).not.toContain('"hamada"');
    await guest.locator("input[name=password]").fill(PASSWORD);
    await guest.getByRole("button", { name: "招待を受ける" }).click();
    await guest.waitForURL(/today/);
    expect((await guest.goto(pathname))!.status()).toBe(404);

    await guest.goto("/account/password");
    await guest.locator("input[name=current]").fill("not the password at all");
    await guest.locator("input[name=next]").fill("furui tatami no nioi ga suki");
    await guest.locator('main button[type="submit"]').click();
    await guest.getByRole("link", { name: /パスワードが違います/ }).waitFor();
    expect(await guest.content()).not.toContain("furui tatami");
    await guest.locator("input[name=current]").fill(PASSWORD);
    await guest.locator("input[name=next]").fill("furui tatami no nioi ga suki");
    await guest.locator('main button[type="submit"]').click();
    await guest.getByText("パスワードを変更しました").waitFor();

    await guest.goto("/account/second-factor");
    await guest.locator("main input[name=password]").fill("furui tatami no nioi ga suki");
    await guest.locator('main button[type="submit"]').click();
    await guest.locator("input[name=code]").fill("000000");
    await guest.getByRole("button", { name: "設定を終える" }).click();
    await guest.getByRole("link", { name: /確認コードが違います/ }).waitFor();
    await guest.getByRole("img", { name: "認証アプリで読み取る図" }).waitFor();
    if (javaScriptEnabled) await inspect(guest);

    await guest.goto("/account/mail");
    await guest.locator("input[value=daily]").check();
    await guest.locator('main button[type="submit"]').click();
    await guest.waitForURL(/saved/);
    expect(await guest.locator("input[value=daily]").isChecked()).toBe(true);
    await visitIf(javaScriptEnabled, guest, "/account");

    await office.goto(`/members?q=${encodeURIComponent(email)}`);
    await office.getByRole("link", { name: "保健課 担当" }).click();
    await office.waitForURL(/members\/./);
    // What ends is asked first.
    await office.locator("summary", { hasText: "所属を解除する" }).click();
    await office.getByText("保健課 担当の所属を解除します").waitFor();
    await office.getByRole("button", { name: "所属を解除する" }).click();
    await office.getByText("所属を終えました").waitFor();
    await guest.goto("/today");
    expect(await guest.getByRole("link", { name: "届いた依頼" }).count()).toBe(0);
  });
}

const visitIf = async (script: boolean, ...[page, path]: Parameters<typeof visit>) =>
  script ? visit(page, path) : page.goto(path);
