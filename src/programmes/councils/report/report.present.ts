import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { DocumentBlock, DocumentCell, DocumentSection, PrintDocument } from "#platform/pdf/document.ts";
import {
  CLASS,
  DIRECTION,
  EVALUATION,
  GRADE,
  REASON,
  STATUS,
  sessionsAndPeople,
} from "#programmes/plan/public.ts";
import { LEVEL, MEMBER_ROLE, REPORT } from "../messages.ts";
import type { ReportFacts } from "./report.rules.ts";
import type { Report } from "./report.usecases.server.ts";
import { activitiesSection, figureCell } from "./report-activities.present.ts";

const cell = (text: string, href?: string): DocumentCell => (href ? { text, href } : { text });
const number = (value: number) => value.toLocaleString("ja-JP", { maximumFractionDigits: 6 });

/** The annual report as a document. Every figure of the plan leads to its rows. */
export function reportDocument(
  { facts, edition, corrections, yearIsOver }: Report,
  slug: string,
): PrintDocument {
  const year = fiscalYear(facts.fiscalYear);
  const plan = `/areas/${slug}/plan`;
  const council = `/areas/${slug}/council`;
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
      councils(facts, council),
      issues(facts, plan),
      activitiesSection(facts, plan),
      initiatives(facts, plan, yearIsOver),
      targets(facts, plan),
      evaluations(facts),
      maturity(facts),
      next(facts),
    ],
  };
}

function councils(facts: ReportFacts, council: string): DocumentSection {
  const bodies = facts.bodies.map((body): DocumentBlock[] =>
    body.members.length === 0
      ? [{ kind: "paragraph", text: `${body.name}: この年度の委員は登録されていません。` }]
      : [
          { kind: "list", items: [cell(`${body.name}　${body.members.length}団体`, council)] },
          {
            kind: "table",
            caption: `${body.name}の委員`,
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
  const meetings: DocumentBlock[] =
    facts.meetings.length === 0
      ? [{ kind: "paragraph", text: "この年度の会議の記録はありません。" }]
      : [
          { kind: "list", items: [cell(`会議　${facts.meetings.length}回`, council)] },
          {
            kind: "table",
            caption: "会議",
            head: [{ text: "日" }, { text: "会議" }, { text: "出席" }, { text: "決まったこと" }],
            rows: facts.meetings.map((meeting) => [
              cell(showDateJa(plainDate(meeting.heldOn))),
              cell(`${meeting.title}（${meeting.body}）`),
              cell(`${meeting.attended}／${meeting.invited}者`, `${council}/meetings/${meeting.id}`),
              cell(
                meeting.decisions.map(({ text, made }) => (made ? `${text}（→${made}）` : text)).join("。"),
              ),
            ]),
          },
        ];
  return {
    heading: "1 協議会",
    blocks: [...bodies.flat(), ...meetings],
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
  return {
    heading: "2 健康課題と根拠",
    blocks: orNone(blocks, "この年度までに書かれた健康課題はありません。"),
  };
}

function initiatives(facts: ReportFacts, plan: string, yearIsOver: boolean): DocumentSection {
  // The status is today's; how an initiative stood at the end of a past year nobody wrote down.
  const status = (word: string) => (yearIsOver ? [] : [cell(word)]);
  const blocks: DocumentBlock[] = [
    { kind: "list", items: [cell(`この年度の事業　${facts.plan.initiatives.length}件`, plan)] },
    {
      kind: "table",
      caption: "この年度の事業",
      head: [{ text: "事業" }, { text: "機関" }, ...status("状態"), { text: "回数／人数", right: true }],
      rows: facts.plan.initiatives.map((one) => [
        cell(one.title, `${plan}/initiatives/${one.id}`),
        cell(one.organisations.map((organisation) => organisation.name).join("＋")),
        ...status(STATUS[one.status] ?? one.status),
        figureCell(
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
      { text: "この年度までの値", right: true },
      { text: "判定" },
    ],
    rows: facts.plan.targets.map((target) => {
      const own = `${plan}/targets/${target.id}`;
      const { latest, unit } = target;
      return [
        cell(target.item, own),
        cell(`${value(target.baselineValue, unit)}（${target.baselineYear}）`, own),
        cell(`${value(target.targetValue, unit)}${DIRECTION[target.direction]}（${target.targetYear}）`, own),
        latest ? cell(`${value(latest.value, unit)}（${latest.fiscalYear}）`, own) : cell("―"),
        cell(`${target.class} ${CLASS[target.class]}。${REASON[target.reason]}`),
      ];
    }),
  };
  return {
    heading: "5 目標",
    blocks:
      facts.plan.targets.length === 0
        ? [{ kind: "paragraph", text: "この年度の目標値はありません。" }]
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
  const carried = facts.plan.carriedIn.map((one) => cell(`${one.of}: ${one.nextStep || one.finding}`));
  const from: DocumentBlock[] =
    carried.length === 0
      ? []
      : [
          { kind: "paragraph", text: "前の年度から引き継いだこと" },
          { kind: "list", items: carried },
        ];
  return {
    heading: "6 評価",
    blocks: [...from, ...orNone(blocks, "この年度の評価は書かれていません。")],
  };
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
