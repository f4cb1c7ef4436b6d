import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();
const MATERIALS = "/areas/hamada/materials";
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();

describe("leaflets of an area", () => {
  it("are ordered without an account or script, picked and sent", async () => {
    const visitor = await person({ viewport: PHONE, javaScriptEnabled: false });
    await visitor.goto(MATERIALS);
    await follow(visitor, "資材を申し込む");
    await visitor.getByLabel(/情報マップ/).fill("２０部");
    await visitor.getByLabel("会社・団体の名前").fill("見本の窯業所");
    await visitor.getByLabel("ご担当者").fill("健康管理の担当");
    await visitor.getByLabel("お届け先").fill("浜田市見本町1");
    await press(visitor, "申し込む");
    await visitor.getByText("電話番号かメールアドレスを入力してください").first().waitFor();
    await visitor.getByLabel("電話番号").fill("0855-00-9999");
    await press(visitor, "申し込む");
    await visitor.getByText("お申し込みを受け付けました").waitFor();
    const receipt = visitor.url();

    const clerk = await person();
    clerk.setDefaultTimeout(20_000);
    await signInAs(clerk, "coordinator", "/areas/hamada/material-orders/pick", "hamada");
    await clerk.getByText("保健所 倉庫A").waitFor();
    await inspect(clerk);
    await visit(clerk, "/areas/hamada/material-orders?state=promised");
    await clerk.locator("tbody a").first().click();
    await press(clerk, "発送済みにする");
    await clerk.getByText("発送済みにして、注文した方にお知らせします").waitFor();
    await press(clerk, "発送済みにする");
    await clerk.getByText("保存しました").waitFor();
    await visitor.goto(receipt);
    await visitor.getByText("発送済み").first().waitFor();
  }, 180_000);

  it("are made from a template, proofread, and opened by a short address; news are asked for", async () => {
    const clerk = await person();
    clerk.setDefaultTimeout(20_000);
    await signInAs(clerk, "coordinator", `${MATERIALS}/new/edit`, "hamada");
    await clerk.getByLabel("題名").fill("相談先のご案内");
    await clerk.getByLabel("種類").selectOption("leaflet");
    await clerk.getByLabel("テーマ").selectOption("resources");
    await clerk.getByLabel("利用の条件").selectOption("as_is");
    await clerk.getByLabel("公開する").check();
    await inspect(clerk);
    await press(clerk, "保存する");
    await follow(clerk, "リーフレットを作成する");
    await follow(clerk, "頑張っているあなたへ（こころの相談先）");
    await clerk.waitForURL(/template=/);
    await clerk.getByLabel("版の名前").fill("第1版");
    await clerk.getByLabel("よりそいホットライン").check();
    await inspect(clerk);
    await press(clerk, "保存して校正する");
    await clerk.getByRole("heading", { name: "頑張っているあなたへ" }).waitFor();
    await clerk.getByRole("link", { name: "0120-279-338" }).waitFor();
    await inspect(clerk);
    const edition = clerk.url().split("?")[0]!;
    const pdf = await clerk.request.get(`${edition}/file?bleed`);
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    const address = await clerk
      .getByText(/\/q\/hamada\//)
      .first()
      .textContent();
    const short = new URL(address!.trim()).pathname;
    await clerk.goto(`${edition}/edit`);
    await clerk.getByLabel("公開する").check();
    await press(clerk, "保存する");
    await clerk.getByText("保存しました").waitFor();

    const visitor = await person({ viewport: PHONE });
    await visit(visitor, short);
    expect(new URL(visitor.url()).pathname).toBe(new URL(edition).pathname);
    expect(await visitor.context().cookies()).toEqual([]);
    await visitor.getByRole("link", { name: "0120-279-338" }).waitFor();
    await clerk.goto(edition);
    await clerk.getByText("1回").first().waitFor();
    await visit(visitor, "/areas/hamada/news");
    await visitor.getByLabel("メールアドレス").fill("tanto@example.jp");
    await press(visitor, "確認のメールを受け取る");
    await visitor.getByText("確認のメールをお送りしました").waitFor();
    await visit(visitor, "/areas/hamada/material-orders/new?lang=en");
  }, 180_000);
});
