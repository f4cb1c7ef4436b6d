import { cell, list, orSentence, paragraph, table } from "#platform/kernel/document-blocks.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { DocumentSection } from "#platform/pdf/document.ts";
import {
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  REASON,
  STATUS,
  sessionsAndPeople,
} from "#programmes/plan/public.ts";
import { LEVEL, MEMBER_ROLE } from "../messages.ts";
import type { ReportFacts } from "./report.rules.ts";
import { figureCell } from "./report-activities.present.ts";

const number = (value: number) => value.toLocaleString("ja-JP", { maximumFractionDigits: 6 });

/** The sections of the report that stand on the records of the council and of the plan. */
export function councilsSection(facts: ReportFacts, council: string): DocumentSection {
  const bodies = facts.bodies.flatMap(({ name, members, missing }) =>
    members.length === 0
      ? [paragraph(`${name}: この年度の委員は登録されていません。`)]
      : [
          list(cell(`${name}　${members.length}団体`, council)),
          table(
            `${name}の委員`,
            ["機関", "分野", "役割"],
            members.map(({ organisation, sector, role }) =>
              [organisation, sector, MEMBER_ROLE[role as keyof typeof MEMBER_ROLE] ?? role].map((one) =>
                cell(one),
              ),
            ),
          ),
          ...(missing.length > 0 ? [paragraph(`委員のいない分野: ${missing.join("、")}`)] : []),
        ],
  );
  const meetings = table(
    "会議",
    ["日", "会議", "出席", "決定事項"],
    facts.meetings.map((meeting) => [
      cell(showDateJa(plainDate(meeting.heldOn))),
      cell(`${meeting.title}（${meeting.body}）`),
      cell(`${meeting.attended}／${meeting.invited}団体`, `${council}/meetings/${meeting.id}`),
      cell(meeting.decisions.map(({ text, made }) => (made ? `${text}（→${made}）` : text)).join("。")),
    ]),
  );
  const held =
    facts.meetings.length > 0 ? [list(cell(`会議　${facts.meetings.length}回`, council)), meetings] : [];
  return {
    heading: "協議会",
    blocks: [...bodies, ...orSentence(held, "この年度の会議の記録はありません。")],
  };
}

export function issuesSection(facts: ReportFacts, plan: string): DocumentSection {
  const blocks = facts.plan.issues.flatMap((issue) => [
    list(cell(issue.title, `${plan}/issues/${issue.id}`)),
    ...issue.evidence.map((one) => paragraph(`根拠: ${one.text}${one.source ? `（${one.source}）` : ""}`)),
  ]);
  return {
    heading: "健康課題と根拠",
    blocks: orSentence(blocks, "この年度までに登録された健康課題はありません。"),
  };
}

export function initiativesSection(
  { plan: facts, fiscalYear: year }: ReportFacts,
  plan: string,
  yearIsOver: boolean,
): DocumentSection {
  // The status is today's; how an initiative stood at the end of a past year nobody wrote down.
  const status = <T>(...one: T[]): T[] => (yearIsOver ? [] : one);
  const rows = facts.initiatives.map((one) => [
    cell(one.title, `${plan}/initiatives/${one.id}`),
    cell(one.organisations.map((organisation) => organisation.name).join("＋")),
    ...status(cell(STATUS[one.status] ?? one.status)),
    figureCell(
      sessionsAndPeople(one.sessions, one.participants),
      `${plan}/activities?year=${year}&initiative=${one.id}`,
    ),
  ]);
  const blocks = [
    list(cell(`この年度の事業　${rows.length}件`, plan)),
    table("この年度の事業", ["事業", "機関", ...status("状態"), "回数／人数>"], rows),
  ];
  return {
    heading: "事業",
    blocks: orSentence(rows.length > 0 ? blocks : [], "この年度に記録のある事業はありません。"),
  };
}

export function targetsSection(facts: ReportFacts, plan: string): DocumentSection {
  const rows = facts.plan.targets.map((target) => {
    const own = `${plan}/targets/${target.id}`;
    const { latest } = target;
    const value = (amount: number, more: string) => cell(`${number(amount)}${target.unit}${more}`, own);
    return [
      cell(target.item, own),
      value(target.baselineValue, `（${target.baselineYear}）`),
      value(target.targetValue, `${DIRECTION[target.direction]}（${target.targetYear}）`),
      latest ? value(latest.value, `（${latest.fiscalYear}）`) : cell("―"),
      cell(`${target.class} ${CLASS[target.class]}。${REASON[target.reason]}`),
    ];
  });
  const heads = ["項目", "基準値>", "目標値>", "この年度までの値>", "判定"];
  return {
    heading: "目標",
    blocks: orSentence(
      rows.length > 0 ? [table("目標と達成度", heads, rows)] : [],
      "この年度の目標値はありません。",
    ),
  };
}

export function evaluationsSection(facts: ReportFacts): DocumentSection {
  const blocks = facts.plan.evaluations.map((one) =>
    paragraph(
      [
        `${one.of}　${EVALUATION[one.kind]}${one.grade ? `　${GRADE[one.grade]}` : ""}: ${one.finding}`,
        one.achieved && `成果: ${one.achieved}`,
        one.putDownTo && `要因: ${one.putDownTo}`,
      ]
        .filter(Boolean)
        .join("\n"),
    ),
  );
  const carried = facts.plan.carriedIn.map((one) => cell(`${one.of}: ${one.nextStep || one.finding}`));
  const from = carried.length === 0 ? [] : [paragraph("前の年度から引き継いだこと"), list(...carried)];
  return {
    heading: "評価",
    blocks: [...from, ...orSentence(blocks, "この年度の評価は登録されていません。")],
  };
}

export function maturitySection(facts: ReportFacts): DocumentSection {
  const { level, reached, reason, steps } = facts.maturity;
  const missing = steps.find((step) => !step.met);
  const texts = [
    LEVEL[level] ?? level,
    reason && `事務局の判断です。理由: ${reason}。記録から判定した段階は「${LEVEL[reached]}」です。`,
    missing && `次の段階（${LEVEL[missing.level]}）まで: ${missing.missing.join("、")}`,
  ];
  return { heading: "取組の段階", blocks: texts.filter(Boolean).map((text) => paragraph(text as string)) };
}

/** What led here, and which plans above name the area; none where neither was written down. */
export function historySection({ past = [] }: ReportFacts): DocumentSection | null {
  const blocks = PAST_TABLES.flatMap(([kind, title, heads]) => {
    const rows = past.filter((one) => one.kind === kind);
    const cells = rows.map(({ when, text, document }) =>
      [when, text, document || "―"].map((one) => cell(one)),
    );
    return rows.length > 0 ? [table(title, heads, cells)] : [];
  });
  return blocks.length > 0 ? { heading: "これまでの経過と計画での位置づけ", blocks } : null;
}

const PAST_TABLES = [
  ["event", "これまでの経過", ["時期", "内容", "資料"]],
  ["plan", "上位の計画での位置づけ", ["時期", "計画と記載", "資料"]],
] as const;

export function nextSection(facts: ReportFacts): DocumentSection {
  const carried = facts.plan.evaluations.filter((one) => one.carriesOver);
  const items = carried.map((one) => cell(`${one.of}${one.nextStep ? `: ${one.nextStep}` : ""}`));
  return {
    heading: "次の年度へ",
    blocks: orSentence(items.length > 0 ? [list(...items)] : [], "引き継ぐとした評価はありません。"),
  };
}
