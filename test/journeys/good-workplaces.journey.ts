import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, PHONE, visit } from "./browser.ts";

const { person } = journeys();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first().click();
const pressIn = (page: Page, form: RegExp) =>
  page.getByRole("form", { name: form }).getByRole("button").first().click();
const answer = (page: Page, question: RegExp, said: string) =>
  page.getByRole("group", { name: question }).getByText(said, { exact: true }).click();

describe("good workplaces", () => {
  it("a ceramics workplace checks what it can do on a phone and takes the first step, filled in", async () => {
    const owner = await person({ viewport: PHONE });
    owner.setDefaultTimeout(20_000);
    await visit(owner, "/areas/hamada/acts");
    await owner.goto("/areas/hamada/acts/check?tier=workplace");
    await owner.getByLabel("従業員数").fill("12");
    await owner.getByLabel("業種").selectOption({ label: "窯業" });
    await press(owner, "質問に進む");
    await answer(owner, /健康づくりの担当者/, "できている");
    await answer(owner, /受動喫煙/, "まだ");
    await answer(owner, /あいさつ/, "できている");
    await inspect(owner);
    await press(owner, "結果を見る");
    await owner.waitForURL(/\/ac\//);
    await inspect(owner);
    await pressIn(owner, /受動喫煙.*窓口に相談/);
    await owner.waitForURL(/\/ask\?/);
    expect(owner.url()).toContain("topics=smoking");
  }, 180_000);
});
