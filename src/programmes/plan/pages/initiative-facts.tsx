import { showDateJa } from "#platform/kernel/plain-date.ts";
import { TextLink } from "#ui/button.tsx";
import { Facts } from "#ui/page.tsx";
import { orDash, sessionsAndPeople, whoActsLabel } from "../model/plan.messages.ts";
import type { Initiative, InitiativeTally } from "../model/plan.schema.ts";

/** What an initiative is, line by line; what nobody wrote is a dash. */
export function InitiativeFacts({
  initiative,
  goal,
  tally,
  base,
}: {
  initiative: Initiative;
  goal: Readonly<{ id: string; title: string }> | null;
  tally: InitiativeTally | null;
  base: string;
}) {
  const roles = (role: "lead" | "partner") =>
    initiative.organisations
      .filter((one) => one.role === role)
      .map((one) => one.name)
      .join("、") || "―";
  const { periodFrom, periodTo } = initiative;
  const period = [periodFrom && showDateJa(periodFrom), periodTo && showDateJa(periodTo)];
  return (
    <Facts
      items={[
        {
          name: "目標",
          value: goal ? <TextLink to={`${base}/goals/${goal.id}`}>{goal.title}</TextLink> : "未設定",
        },
        { name: "主管機関", value: roles("lead") },
        { name: "連携機関", value: roles("partner") },
        { name: "実施主体", value: initiative.whoActs.map(whoActsLabel).join("、") || "―" },
        { name: "対象", value: initiative.audience || "―" },
        { name: "期間", value: periodFrom || periodTo ? period.map((day) => day ?? "").join("〜") : "―" },
        {
          name: "予算",
          value: [
            orDash(initiative.budgetYen, "円"),
            initiative.budgetOwner && `所管 ${initiative.budgetOwner}`,
          ]
            .filter(Boolean)
            .join("　"),
        },
        { name: "実施量の評価方法", value: initiative.outputMeasure || "―" },
        { name: "成果の評価方法", value: initiative.outcomeMeasure || "―" },
        { name: "使用する教材", value: initiative.materials || "―" },
        { name: "都道府県の目標", value: initiative.prefectureGoal || "―" },
        {
          name: "これまでの活動",
          value: sessionsAndPeople(tally?.all.sessions ?? null, tally?.all.participants ?? null),
        },
      ]}
    />
  );
}
