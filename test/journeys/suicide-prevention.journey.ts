import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import type { Role } from "#foundation/actors/public.ts";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const CENTRE = "浜田保健所";
/** What the line of a number says once a step is noted. */
const SEEN: Readonly<Record<string, RegExp>> = {
  面接: /面接 \d{4}年/,
  "1週間後の支援": /1週間後 \d{4}年/,
  "1か月後の支援": /1か月後 \d{4}年/,
  同意の撤回: /撤回/,
};
const HERE = "/areas/hamada/prevention";
const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const staff = async (role: Role, next: string, place = "") => {
  const page = await person();
  page.setDefaultTimeout(20_000);
  await signInAs(page, role, next, place);
  return page;
};
/** Presses what sends a form, and waits for the page that answers. */
async function sent(page: Page, press: () => Promise<void>): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await press();
  await answered;
  await page.getByText("送信しています…").waitFor({ state: "hidden" });
}
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();

/** Sends a form as its page would, and gives the address it leads to. */
async function send(
  page: Page,
  path: string,
  command: string,
  form: Record<string, string>,
): Promise<string> {
  const answer = await page.request.post(path, {
    ...{ form: { do: command, ...form }, headers: { origin: inject("origin") }, maxRedirects: 0 },
  });
  expect(answer.status(), await answer.text()).toBe(302);
  return answer.headers().location!;
}

const EVENT = {
  ...{ theme: "suicide_prevention", summary: "", audience: "", place: "浜田保健所", signUp: "none" },
  ...{ capacity: "", mostAtOnce: "5", closesOn: "", groupRule: "whole", priority: "arrival" },
  ...{ answerHours: "48", certificate: "none", "hosts.0.role": "main" },
  ...{ "sessions.0.starts": "13:30", "sessions.0.ends": "15:30" },
};
async function hold(page: Page, change: Record<string, string>): Promise<string> {
  const id = randomUUID();
  const events = "/areas/hamada/events";
  await send(page, `${events}/new/edit`, "event.save", { ...EVENT, "hosts.0.name": CENTRE, id, ...change });
  await send(page, `${events}/${id}`, "event.publish", {});
  return id;
}

it("leads from the family's slip to the nurse's care, and forgets the days of who withdraws", async () => {
  const nurse = await staff("caseworker", "/prevention", "hokenshi");
  await inspect(nurse);
  await nurse.getByRole("link", { name: `ご家族への支援　${CENTRE}` }).click();
  await nurse.getByRole("heading", { level: 1, name: /ご家族への支援/ }).waitFor();
  let number = "";
  const begin = async (on: string, nth: number) => {
    await nurse.getByLabel("同意書が返送された日").fill(on);
    await sent(nurse, () => press(nurse, "始める"));
    number = `-${nth}を記録する`;
    await nurse.getByText(number).waitFor();
  };
  const note = async (step: string, fields: Record<string, string> = {}) => {
    const fold = nurse.locator("main li details", { hasText: number });
    await fold.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await fold.getByLabel("記録する内容").selectOption({ label: step });
    for (const [label, value] of Object.entries(fields))
      await fold.getByLabel(label, { exact: false }).fill(value);
    if (step === "面接") await fold.locator('input[name="trained"][value="yes"]').check();
    await sent(nurse, () => fold.getByRole("button", { name: "記録する" }).click());
    await nurse
      .locator("main li", { hasText: SEEN[step]! })
      .filter({ hasText: number.slice(0, 2) })
      .waitFor();
  };
  await begin(dayAgo(50), 1);
  await inspect(nurse);
  await note("面接", { 日付: dayAgo(45), 面接者の人数: "2" });
  await note("1週間後の支援", { 日付: dayAgo(38) });
  await note("1か月後の支援", { 日付: dayAgo(14) });
  await begin(dayAgo(20), 2);
  await note("面接", { 日付: dayAgo(10), 面接者の人数: "2" });
  await note("同意の撤回");
  const withdrawn = nurse.locator("main li", { hasText: /-2　撤回/ });
  expect(await withdrawn.textContent()).not.toMatch(/面接|同意書/);
  const counts = await nurse.getByRole("table", { name: "支援の人数" }).textContent();
  expect(counts).toMatch(/面接でお話を伺った方\s*2/);
  expect(counts).toMatch(/同意を撤回した方\s*1/);
  await inspect(nurse);

  // The family says what it thought of it, without a name, on a phone.
  await press(nurse, "アンケートのリンクを発行する");
  const link = (await nurse.getByText(/\/voices\//).textContent())!.trim();
  const family = await person({ viewport: PHONE });
  await visit(family, new URL(link).pathname);
  expect(await family.title()).not.toMatch(/自死|自殺|遺族/);
  await family.getByLabel("どちらかといえばよかった").first().check();
  await press(family, "送信する");
  await family.getByText("ありがとうございました").waitFor();
  expect(new URL(family.url()).pathname).not.toMatch(/suicide|自/);
});

it("plays the year of Hamada: meeting, conference, training, salon, meeting of the bereaved, stock-taking", async () => {
  const clerk = await staff("coordinator", "/prevention", "hamada");
  // The liaison meeting of the source stands among the councils, with its members.
  await clerk.goto("/areas/hamada/council");
  await clerk.getByText("自殺対策実務者連絡会議").first().waitFor();
  await clerk.goto("/prevention");
  await clerk.getByRole("link", { name: `事例検討会　${CENTRE}` }).click();
  await clerk.getByRole("heading", { level: 1, name: /事例検討会/ }).waitFor();
  await clerk.getByText("確認済み").first().waitFor();
  await clerk.getByLabel("開催日").fill(dayAgo(3));
  await clerk.getByLabel("検討した件数").fill("1");
  await clerk.getByLabel("機関どうしの連携").check();
  await clerk.getByLabel("守秘の誓約日").fill(dayAgo(3));
  await clerk.getByLabel("警察").check();
  await clerk.getByLabel("支援や体制について決めたこと").fill("山田さんの件を、2026年11月3日に引き継ぐ。");
  await press(clerk, "登録する");
  await clerk
    .getByText(/人の名前と思われる記載/)
    .first()
    .waitFor();
  await clerk.getByLabel("支援や体制について決めたこと").fill("窓口の案内を薬局にも置く。");
  await press(clerk, "登録する");
  await clerk.getByText("確認待ち").first().waitFor();
  expect(await clerk.getByRole("button", { name: "問題がないことを確認した" }).count()).toBe(0);
  await inspect(clerk);

  const group = await send(clerk, "/organisations/new", "organisation.add", {
    ...{ name: "石見わかち合いの会", sector: "bereaved_group", areaId: "sma-32-02", phone: "0855-00-0000" },
    ...{ published: "yes", once: randomUUID() },
  });
  expect(group).toMatch(/organisations/);
  const training = { kind: "welfare_training", title: "民生委員・推進員の研修会" };
  await hold(clerk, { ...training, "sessions.0.day": dayAgo(20) });
  await hold(clerk, { kind: "salon", title: "みんなのサロン", "sessions.0.day": dayAgo(-12) });
  await hold(clerk, {
    ...{ kind: "bereaved", title: "わかち合いの会", "hosts.0.name": "石見わかち合いの会" },
    ...{ signUp: "nickname", "sessions.0.day": dayAgo(-20) },
  });
  await clerk.goto(`${HERE}/support`);
  await inspect(clerk);
  await clerk.getByText("石見わかち合いの会の状況を登録する").click();
  await clerk.getByLabel("公開の希望").selectOption("dates");
  await clerk.getByLabel("研修を受けた進行役").fill("2");
  await press(clerk, "保存する");
  await clerk.getByText("開催日も公開する").first().waitFor();
  await clerk.getByText("修了者を登録する").click();
  await clerk.getByLabel("研修会").selectOption({ index: 1 });
  await clerk.getByRole("combobox", { name: "市町村" }).selectOption({ label: "浜田市" });
  await clerk.getByLabel("対象").selectOption("health_promoter");
  await clerk.getByLabel("研修時間").fill("90");
  await clerk.getByLabel("修了者", { exact: true }).fill("16");
  await press(clerk, "登録する");
  await clerk.getByText("登録した研修 1件").waitFor();
  await inspect(clerk);

  // Offices answer by themselves; a gap becomes an initiative.
  const city = await staff("provider", "/prevention", "hoken@");
  await city.getByRole("link", { name: "棚卸しの回答　浜田市" }).click();
  await city.getByRole("heading", { level: 1, name: /棚卸しの回答/ }).waitFor();
  await inspect(city);
  await sent(city, () => press(city, "保存する"));
  await clerk.goto(`${HERE}/stock`);
  await inspect(clerk);
  await clerk.getByRole("button", { name: "計画に登録する" }).first().click();
  await clerk.getByRole("link", { name: "計画の事業" }).first().waitFor();
  await clerk.goto(HERE);
  await inspect(clerk);

  // Anybody finds help first, and the date of the meeting as the group wishes it.
  const visitor = await person({ viewport: PHONE });
  await visit(visitor, "/areas/hamada/kokoro");
  expect(await visitor.title()).not.toMatch(/自死|自殺/);
  const text = (await visitor.locator("main").textContent())!;
  expect(text.indexOf("0120-279-338")).toBeLessThan(text.indexOf("わかち合いの会"));
  await visitor.getByText("石見わかち合いの会").waitFor();
  await visit(visitor, "/areas/hamada/kokoro?lang=en");
});

it("gives an employer after a death three numbers and a call, without a topic", async () => {
  const owner = await person({ viewport: PHONE });
  await visit(owner, "/areas/hamada/workplace-care");
  expect(await owner.locator('main a[href^="tel:"]').count()).toBe(3);
  expect(await owner.getByRole("link", { name: "このページを離れる" }).getAttribute("href")).toBe("?leave");
  const left = await owner.request.get("/areas/hamada/workplace-care?leave", { maxRedirects: 0 });
  expect([left.status(), left.headers()["cache-control"]]).toEqual([302, "no-store"]);
  await owner.getByLabel("電話番号").fill("0855-11-2233");
  await owner.getByLabel("連絡を受けやすい時間").selectOption("afternoon");
  await press(owner, "折り返しの電話を頼む");
  await owner.getByText("受け付けました。").waitFor();
  await inspect(owner);
  await visit(owner, "/areas/hamada/return-to-work");
  const desk = await person();
  await desk.goto("/areas/hamada/return-to-work");
  expect((await desk.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");

  const nurse = await staff("caseworker", "/today", "hokenshi");
  await nurse.getByText("折り返しの電話が1件あります").waitFor();
  await nurse.goto("/areas/hamada/call-backs");
  await nurse.getByText("0855112233").waitFor();
  await inspect(nurse);
  await press(nurse, "電話をかけた");
  await nurse.getByText("お待ちの電話はありません。").waitFor();
});
