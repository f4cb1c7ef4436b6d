import { excerptBlocks } from "#evidence/indicators/public.ts";
import { cell, list, paragraph, table } from "#platform/kernel/document-blocks.ts";
import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import type { DocumentBlock, DocumentCell, DocumentSection } from "#platform/pdf/document.ts";
import {
  ACTIVITY_KINDS,
  activityKindLabel,
  REPORTED_KINDS,
  type ReportPhoto,
} from "#programmes/plan/public.ts";
import { kindsOf, type ReportFacts } from "./report.rules.ts";
import type { ReportSetting } from "./report-setting.schema.ts";

/** The sections of the report that the secretariat chooses or writes, and those made for whoever reads it at the table. */
export const forewordSection = ({ foreword }: ReportSetting): DocumentSection[] =>
  foreword === ""
    ? []
    : [{ heading: "はじめに", blocks: foreword.split(/\n{2,}/).map((text) => paragraph(text)) }];

export const healthSection = ({ health = [] }: ReportFacts): DocumentSection | null =>
  health.length === 0
    ? null
    : {
        heading: "健康の状況",
        blocks: health.flatMap(({ title, excerpt }, index) => [
          list(cell(title)),
          ...drawnWell(excerptBlocks(excerpt, `health-${index}`)),
        ]),
      };

/** Two figures make no line: the table tells them. */
const LEAST_POINTS = 3;
function drawnWell(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const bare = blocks.findIndex(
    (block) =>
      block.kind === "chart" &&
      (block.figures?.series[0]?.values ?? []).filter((value) => value !== null).length < LEAST_POINTS,
  );
  // What is said of its axis goes with it.
  return blocks.filter((_, index) => bare < 0 || (index !== bare && index !== bare + 1));
}

export const photosSection = (photos: readonly ReportPhoto[], plan: string): DocumentSection | null =>
  photos.length === 0
    ? null
    : {
        heading: "活動の写真",
        blocks: photos.map(
          ({ path, caption }): DocumentBlock => ({ kind: "picture", href: `${plan}/${path}`, text: caption }),
        ),
      };

const SEATS = ["作成", "確認", "承認"];

export const approvalSection = ({ author }: ReportSetting): DocumentSection => ({
  heading: "承認",
  blocks: [
    table(
      "作成と承認",
      ["区分", "所属・職名", "氏名", "年月日"],
      SEATS.map((seat, index) => [seat, index === 0 ? author : "", "", ""].map((text) => cell(text))),
    ),
  ],
});

type Side = number | null | undefined;
const shown = (value: Side, unit: string) =>
  value === null || value === undefined ? "―" : `${value.toLocaleString("ja-JP")}${unit}`;

function difference(now: Side, before: Side, unit: string): string {
  if (typeof now !== "number" || typeof before !== "number") return "―";
  const gap = now - before;
  return gap === 0 ? "増減なし" : `${gap > 0 ? "＋" : "－"}${Math.abs(gap).toLocaleString("ja-JP")}${unit}`;
}

/** This year beside the year before; what nobody knows of either has no difference. */
export function comparisonSection(facts: ReportFacts, council: string, plan: string): DocumentSection | null {
  const { before, fiscalYear: year } = facts;
  if (!before) return null;
  const figure = (text: string, href: string): DocumentCell => (text === "―" ? cell(text) : cell(text, href));
  const row = (name: string, unit: string, now: Side, then: Side, hrefOf: (year: number) => string) =>
    now === null && then === null
      ? []
      : [
          [
            cell(name),
            figure(shown(now, unit), hrefOf(year)),
            figure(shown(then, unit), hrefOf(year - 1)),
            figure(difference(now, then, unit), hrefOf(year)),
          ],
        ];
  const kinds = kindsOf(facts.plan.yearTable, REPORTED_KINDS, ACTIVITY_KINDS);
  const activity = (kind: string, what: "sessions" | "participants", of: number) =>
    facts.plan.yearTable.find((one) => one.fiscalYear === of && one.kind === kind)?.[what] ?? null;
  const members = facts.bodies.reduce((sum, body) => sum + body.members.length, 0);
  const inCouncil = () => council;
  const rows = [
    ...row("会議", "回", facts.meetings.length, before.meetings, inCouncil),
    ...row("構成機関（延べ）", "団体", members, before.members, inCouncil),
    ...row("事業", "件", facts.plan.initiatives.length, before.initiatives, () => plan),
    ...kinds.flatMap((kind) =>
      (["sessions", "participants"] as const).flatMap((what) =>
        row(
          `${activityKindLabel(kind)}　${what === "sessions" ? "回数" : "参加者"}`,
          what === "sessions" ? "回" : "人",
          activity(kind, what, year),
          activity(kind, what, year - 1),
          (of) => `${plan}/activities?year=${of}&kind=${kind}`,
        ),
      ),
    ),
  ];
  const heads = [showFiscalYearJa(fiscalYear(year)), showFiscalYearJa(fiscalYear(year - 1))];
  return {
    heading: "前の年度との比較",
    blocks: [table("この年度と前の年度", ["項目", `${heads[0]}>`, `${heads[1]}>`, "増減>"], rows)],
  };
}
