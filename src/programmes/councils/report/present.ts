import type {
  DocumentBlock,
  DocumentCell,
  DocumentSection,
  PrintDocument,
} from "#platform/documents/document.ts";
import { fiscalYear, showEraShort, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import {
  ACTIVITY_KINDS,
  activityKindLabel,
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  orDash,
  REASON,
  REPORTED_KINDS,
  STATUS,
  sessionsAndPeople,
} from "#programmes/plan/public.ts";
import { barChart } from "#ui/charts/bar-chart.ts";
import { LEVEL, MEMBER_ROLE, REPORT } from "../messages.ts";
import { kindsOf, type ReportFacts, tableByYear } from "./rules.ts";
import type { Report } from "./usecases.server.ts";

const cell = (text: string, href?: string): DocumentCell => (href ? { text, href } : { text });
const number = (value: number) => value.toLocaleString("ja-JP", { maximumFractionDigits: 6 });

/** The annual report as a document. Every figure of the plan leads to its rows. */
export function reportDocument(
  { facts, edition, corrections, yearIsOver }: Report,
  slug: string,
): PrintDocument {
  const year = fiscalYear(facts.fiscalYear);
  const plan = `/areas/${slug}/plan`;
  const notes = [];
  if (corrections.length > 0)
    notes.push(
      `${yearIsOver ? REPORT.corrected(edition!) : REPORT.progressed(edition!)} ${corrections.join("。")}`,
    );
  return {
    title: REPORT.title(facts.areaName, showFiscalYearJa(year)),
    subtitle: REPORT.subtitle,
    notes,
    sections: [
      councils(facts),
      issues(facts, plan),
      activities(facts, plan),
      initiatives(facts, plan),
      targets(facts, plan),
      evaluations(facts),
      maturity(facts),
      next(facts),
    ],
  };
}

function councils(facts: ReportFacts): DocumentSection {
  const bodies = facts.bodies.map((body): DocumentBlock[] =>
    body.members.length === 0
      ? [{ kind: "paragraph", text: `${body.name}: 委員は登録されていません。` }]
      : [
          {
            kind: "table",
            caption: `${body.name}（${body.members.length}団体）`,
            head: [{ text: "機関" }, { text: "分野" }, { text: "役割" }],
            rows: body.members.map((member) => [
              cell(member.organisation),
              cell(member.sector),
              cell(MEMBER_ROLE[member.role as keyof typeof MEMBER_ROLE] ?? member.role),
            ]),
          },
          ...(body.missing.length > 0
            ? [{ kind: "paragraph" as const, text: `欠けている分野: ${body.missing.join("、")}` }]
            : []),
        ],
  );
  const meetings: DocumentBlock =
    facts.meetings.length === 0
      ? { kind: "paragraph", text: "この年度の会議の記録はありません。" }
      : {
          kind: "table",
          caption: `会議（${facts.meetings.length}回）`,
          head: [{ text: "日" }, { text: "会議" }, { text: "出席" }, { text: "決まったこと" }],
          rows: facts.meetings.map((meeting) => [
            cell(showDateJa(plainDate(meeting.heldOn))),
            cell(`${meeting.title}（${meeting.body}）`),
            cell(`${meeting.attended}／${meeting.invited}者`),
            cell(meeting.decisions.map(({ text, made }) => (made ? `${text}（→${made}）` : text)).join("。")),
          ]),
        };
  return {
    heading: "1 協議会",
    blocks: [...bodies.flat(), meetings],
  };
}

function issues(facts: ReportFacts, plan: string): DocumentSection {
  const blocks = facts.plan.issues.flatMap((issue): DocumentBlock[] => [
    { kind: "list", items: [cell(issue.title, `${plan}/issues/${issue.id}`)] },
    ...issue.evidence.map(
      (one): DocumentBlock => ({
        kind: "paragraph",
        text: `根拠: ${one.text}${one.source ? `（${one.source}）` : ""}`,
      }),
    ),
  ]);
  return { heading: "2 健康課題と根拠", blocks: orNone(blocks, "健康課題はまだ書かれていません。") };
}

function activities(facts: ReportFacts, plan: string): DocumentSection {
  const kinds = kindsOf(facts.plan.yearTable, REPORTED_KINDS, ACTIVITY_KINDS);
  const years = tableByYear(facts.plan.yearTable, kinds);
  if (years.length === 0)
    return { heading: "3 活動", blocks: [{ kind: "paragraph", text: "活動の記録はまだありません。" }] };
  const href = (year: number, kind: string) => `${plan}/activities?year=${year}&kind=${kind}`;
  const table: DocumentBlock = {
    kind: "table",
    caption: "年度ごとの回数と参加者（回／人。―は記録なし）",
    head: [{ text: "年度" }, ...kinds.map((kind) => ({ text: activityKindLabel(kind), right: true }))],
    rows: years.map(({ fiscalYear: year, cells }) => [
      cell(`${showEraShort(fiscalYear(year))}（${year}）`),
      ...cells.map(({ kind, sessions, participants }) => {
        const text = sessionsAndPeople(sessions, participants);
        return text === "―" ? cell(text) : cell(text, href(year, kind));
      }),
    ]),
  };
  const charts = kinds
    .filter((kind) =>
      years.some((year) => year.cells.some((one) => one.kind === kind && one.participants !== null)),
    )
    .map((kind, index): DocumentBlock => {
      const bars = years.map((year) => ({
        x: showEraShort(fiscalYear(year.fiscalYear)),
        y: year.cells.find((one) => one.kind === kind)?.participants ?? null,
      }));
      const title = `${activityKindLabel(kind)}の参加者数`;
      const text = `${title}。${bars.map(({ x, y }) => `${x} ${orDash(y, "人")}`).join("、")}`;
      const svg = barChart({
        id: `participants-${index}`,
        title,
        description: text,
        bars,
        unit: `人　${title}`,
        figure: number,
      });
      return { kind: "chart", svg, text };
    });
  const measures: DocumentBlock[] =
    facts.plan.measures.length === 0
      ? []
      : [
          {
            kind: "table",
            caption: "実施量と成果",
            head: [{ text: "指標" }, { text: "この年度", right: true }, { text: "これまで" }],
            rows: facts.plan.measures.map((measure) => [
              cell(`${measure.partOf ? "　" : ""}${measure.name}`),
              cell(orDash(measure.value, measure.unit), `${plan}/initiatives/${measure.initiativeId}`),
              cell(
                measure.history
                  .map((one) => `${showEraShort(fiscalYear(one.fiscalYear))} ${number(one.value)}`)
                  .join("、"),
              ),
            ]),
          },
        ];
  return { heading: "3 活動", blocks: [table, ...charts, ...measures] };
}

function initiatives(facts: ReportFacts, plan: string): DocumentSection {
  const blocks: DocumentBlock[] = [
    {
      kind: "table",
      caption: `この年度の事業（${facts.plan.initiatives.length}件）`,
      head: [{ text: "事業" }, { text: "機関" }, { text: "状態" }, { text: "回数／人数", right: true }],
      rows: facts.plan.initiatives.map((one) => [
        cell(one.title, `${plan}/initiatives/${one.id}`),
        cell(one.organisations.map((organisation) => organisation.name).join("＋")),
        cell(STATUS[one.status] ?? one.status),
        cell(
          sessionsAndPeople(one.sessions, one.participants),
          `${plan}/activities?year=${facts.fiscalYear}&initiative=${one.id}`,
        ),
      ]),
    },
  ];
  return {
    heading: "4 事業",
    blocks:
      facts.plan.initiatives.length === 0
        ? [{ kind: "paragraph", text: "この年度に記録のある事業はありません。" }]
        : blocks,
  };
}

function targets(facts: ReportFacts, plan: string): DocumentSection {
  const value = (amount: number, unit: string) => `${number(amount)}${unit}`;
  const table: DocumentBlock = {
    kind: "table",
    caption: "目標と達成度",
    head: [
      { text: "項目" },
      { text: "もとの値", right: true },
      { text: "目標値", right: true },
      { text: "いまの値", right: true },
      { text: "判定" },
    ],
    rows: facts.plan.targets.map((target) => [
      cell(target.item, `${plan}/targets/${target.id}`),
      cell(`${value(target.baselineValue, target.unit)}（${target.baselineYear}）`),
      cell(`${value(target.targetValue, target.unit)}${DIRECTION[target.direction]}（${target.targetYear}）`),
      cell(target.latest ? `${value(target.latest.value, target.unit)}（${target.latest.fiscalYear}）` : "―"),
      cell(`${target.class} ${CLASS[target.class]}。${REASON[target.reason]}`),
    ]),
  };
  return {
    heading: "5 目標",
    blocks:
      facts.plan.targets.length === 0
        ? [{ kind: "paragraph", text: "目標値はまだ決められていません。" }]
        : [table],
  };
}

function evaluations(facts: ReportFacts): DocumentSection {
  const blocks = facts.plan.evaluations.map(
    (one): DocumentBlock => ({
      kind: "paragraph",
      text: `${one.of}　${EVALUATION[one.kind]}${one.grade ? `　${GRADE[one.grade]}` : ""}: ${one.finding}`,
    }),
  );
  return { heading: "6 評価", blocks: orNone(blocks, "この年度の評価はまだ書かれていません。") };
}

function maturity(facts: ReportFacts): DocumentSection {
  const { level, reached, reason, steps } = facts.maturity;
  const blocks: DocumentBlock[] = [{ kind: "paragraph", text: LEVEL[level] ?? level }];
  if (reason)
    blocks.push({
      kind: "paragraph",
      text: `事務局の判断です。理由: ${reason}。記録から読めるのは「${LEVEL[reached]}」です。`,
    });
  const missing = steps.find((step) => !step.met);
  if (missing)
    blocks.push({
      kind: "paragraph",
      text: `次の段階（${LEVEL[missing.level]}）まで: ${missing.missing.join("、")}`,
    });
  return { heading: "7 成熟度", blocks };
}

function next(facts: ReportFacts): DocumentSection {
  const carried = facts.plan.evaluations.filter((one) => one.carriesOver);
  const items = carried.map((one) => cell(`${one.of}${one.nextStep ? `: ${one.nextStep}` : ""}`));
  return {
    heading: "8 次の年度へ",
    blocks: orNone(items.length > 0 ? [{ kind: "list", items }] : [], "引き継ぐと書かれた評価はありません。"),
  };
}

const orNone = (blocks: DocumentBlock[], sentence: string): DocumentBlock[] =>
  blocks.length > 0 ? blocks : [{ kind: "paragraph", text: sentence }];
