import { TextLink } from "#ui/button.tsx";
import { Facts, Section } from "#ui/page.tsx";
import { adviceOn, SCALE_WORDS } from "../model/stress.messages.ts";
import type { Sheet } from "../sheets/sheet.rules.ts";

const SETS: Readonly<Record<string, string>> = { updated: "全国平均（改訂値）", legacy: "全国平均（旧値）" };

/** The sheet of a group: the diagram's risks with the set of constants, and the scales with the most stress. */
export const SheetView = ({
  scope,
  sheet,
  area,
}: {
  scope: "workplace" | "joint";
  sheet: Sheet;
  area?: string;
}) => (
  <Section
    title={scope === "joint" ? "合同の集計（参加した事業所の全体）" : "事業所の集計"}
    lead={`回答${sheet.respondents}人。健康リスクは、全国平均を100とした値です（${SETS[sheet.constants] ?? sheet.constants}）。`}
  >
    <Facts
      items={[
        { name: "総合健康リスク", value: sheet.risk.total.toFixed(1) },
        { name: "量−コントロール", value: sheet.risk.demandControl.toFixed(1) },
        { name: "職場の支援", value: sheet.risk.support.toFixed(1) },
        { name: "仕事の量的負担", value: `${sheet.means.demand.toFixed(1)}（3〜12）` },
        { name: "仕事のコントロール", value: `${sheet.means.control.toFixed(1)}（3〜12）` },
        { name: "上司の支援", value: `${sheet.means.supervisor.toFixed(1)}（3〜12）` },
        { name: "同僚の支援", value: `${sheet.means.coworker.toFixed(1)}（3〜12）` },
        {
          name: "ストレスの高い尺度",
          value: sheet.worst.map((key) => SCALE_WORDS[key] ?? key).join("、") || "集計できません",
        },
        ...(sheet.before
          ? [
              {
                name: `${sheet.before.fiscalYear}年度の総合健康リスク`,
                value: `${sheet.before.total.toFixed(1)}（回答${sheet.before.respondents}人）`,
              },
            ]
          : []),
      ]}
    />
    <ul className="my-4 list-disc pl-6">
      {adviceOn(sheet.worst).map((line) => (
        <li key={line} className="my-1">
          {line}
        </li>
      ))}
    </ul>
    {area ? (
      <p className="my-4">
        <TextLink to={`/areas/${area}/ask`}>職場の健康づくりの支援を地域の機関に依頼する</TextLink>
      </p>
    ) : null}
  </Section>
);
