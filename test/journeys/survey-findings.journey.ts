import type { Page } from "playwright-core";
import { it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";
import { press, section } from "./surveying.ts";

const { person } = journeys();

it("finds the source's figures, and makes issues and targets of them", async () => {
  const clerk = await person();
  clerk.setDefaultTimeout(60_000);
  await signInAs(clerk, "coordinator", "/", "sagamihara");
  await visit(clerk, "/surveys");
  const list = clerk.url();
  const open = async (title: string) => {
    await clerk.goto(list);
    await clerk.getByRole("link", { name: title }).click();
    await clerk.getByRole("heading", { level: 1, name: title }).waitFor();
    await clerk.locator("summary", { hasText: "調査を終了する" }).click();
    await press(clerk, "終了する");
    await clerk.getByText("次回の調査を作成する").first().waitFor();
    await inspect(clerk);
    await clerk.getByRole("link", { name: "集計", exact: true }).click();
    await clerk.getByText("まだ集計していません").waitFor();
    await press(clerk, "集計する");
    await clerk.getByText("第1版").waitFor({ timeout: 90_000 });
  };
  const freeze = async (title: string, choices: readonly string[], sentence: string) => {
    const own = section(clerk, title);
    await own.getByText("主な結果として登録する").click();
    for (const choice of choices) await own.getByLabel(choice, { exact: true }).check();
    await press(own as unknown as Page, "登録する");
    await section(clerk, /^主な結果/)
      .getByText(sentence)
      .first()
      .waitFor();
  };

  await open("中小事業所実態調査（事業所）");
  await clerk.getByText("RR1（完全回答のみ） 16.9％").waitFor();
  await inspect(clerk);
  await freeze(
    "事業所として組織的に健康づくりに取り組む必要があると思いますか。",
    ["そう思う", "どちらかといえばそう思う"],
    "事業所は74.1％でした",
  );
  await freeze(
    "健康診断のほかに、従業員の健康づくりに取り組んでいますか。",
    ["取り組んでいない"],
    "21.2％でした",
  );
  const found = section(clerk, /^主な結果/).locator("li", { hasText: "21.2％でした" });
  await found.getByText("健康課題の根拠にする").click();
  await found.getByLabel("新しい健康課題").fill("取り組んでいない小さな事業所が多い");
  await found.getByRole("button", { name: "根拠にする", exact: true }).click();
  await found.getByText("健康課題の根拠として登録しました").waitFor();
  await found.getByText("目標の基準値にする").click();
  await found.getByLabel("項目").fill("健康づくりに取り組んでいない事業所");
  await found.getByLabel("減らす（以下）").check();
  await found.getByLabel("目標年度").fill("2014");
  await found.getByLabel("目標値").fill("11");
  await found.getByRole("button", { name: "目標を設定する" }).click();
  await clerk.getByText("基準値に使う理由を入力してください").first().waitFor();
  await found.getByLabel("理由").fill("ほかに資料がないため");
  await found.getByRole("button", { name: "目標を設定する" }).click();
  await found.getByText("目標の基準値にしました").waitFor();
  await inspect(clerk);
  await press(clerk, "公表する");
  await clerk.getByRole("button", { name: "公表する", exact: true }).waitFor({ state: "detached" });

  await open("中小事業所実態調査（従業員）");
  await freeze("自分の健康のために、何か取り組んでいますか。", ["取り組んでいない"], "9.9％でした");

  await visit(clerk, "/areas/sagamihara/plan");
  await clerk.getByText("健康づくりに取り組んでいない事業所").first().waitFor();
  const visitor = await person({ viewport: PHONE });
  visitor.setDefaultTimeout(60_000);
  await visit(visitor, "/areas/sagamihara/editions");
  await visitor.getByText("中小事業所実態調査（事業所）").first().waitFor();
}, 600_000);
