import { fiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { DocumentCover, DocumentSection, PrintDocument } from "#platform/pdf/document.ts";
import { orDash } from "#programmes/plan/public.ts";
import { REPORT } from "../messages.ts";
import type { ReportFacts } from "./report.rules.ts";
import type { Report } from "./report.usecases.server.ts";
import { activitiesSection } from "./report-activities.present.ts";
import {
  approvalSection,
  comparisonSection,
  forewordSection,
  healthSection,
  photosSection,
} from "./report-chosen.present.ts";
import {
  councilsSection,
  evaluationsSection,
  historySection,
  initiativesSection,
  issuesSection,
  maturitySection,
  nextSection,
  targetsSection,
} from "./report-sections.present.ts";
import type { ReportPart } from "./report-setting.schema.ts";

/** The annual report as a document. Every figure of the plan leads to its rows. */
export function reportDocument(report: Report, slug: string): PrintDocument {
  const { facts, edition, corrections, yearIsOver, setting, photos } = report;
  const plan = `/areas/${slug}/plan`;
  const council = `/areas/${slug}/council`;
  const notes = [];
  if (corrections.length > 0)
    notes.push(
      `${yearIsOver ? REPORT.corrected(edition!) : REPORT.progressed(edition!)} ${corrections.join("。")}`,
    );
  const parts: readonly (readonly [ReportPart | null, DocumentSection | null])[] = [
    [null, councilsSection(facts, council)],
    ["comparison", comparisonSection(facts, council, plan)],
    ["health", healthSection(facts)],
    ["issues", issuesSection(facts, plan)],
    ["activities", activitiesSection(facts, plan)],
    ["initiatives", initiativesSection(facts, plan, yearIsOver)],
    ["targets", targetsSection(facts, plan)],
    ["evaluations", evaluationsSection(facts)],
    ["maturity", maturitySection(facts)],
    ["history", historySection(facts)],
    ["next", nextSection(facts)],
    ["photos", photosSection(photos, plan)],
  ];
  const told = parts.flatMap(([part, section]) =>
    section && !(part && setting.leftOut.includes(part)) ? [section] : [],
  );
  return {
    title: REPORT.title(facts.areaName, showFiscalYearJa(fiscalYear(facts.fiscalYear))),
    subtitle: REPORT.subtitle,
    notes,
    cover: coverOf(report),
    sections: [
      ...forewordSection(setting),
      ...told.map(({ heading, blocks }, index) => ({ heading: `${index + 1} ${heading}`, blocks })),
      ...(setting.leftOut.includes("approval") ? [] : [approvalSection(setting)]),
    ],
    madeOn: report.today,
    pictures: Object.fromEntries(
      photos.flatMap(({ path, content }) => (content ? [[`${plan}/${path}`, content]] : [])),
    ),
  };
}

/** What was done in the year, in three figures; a dash where nobody knows. */
function headFigures({ bodies, meetings, plan, fiscalYear: year }: ReportFacts): DocumentCover["figures"] {
  const cells = plan.yearTable.filter((cell) => cell.fiscalYear === year);
  const sum = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((whole, value) => whole + value, 0);
  };
  const figure = (label: string, value: number | null, unit: string) => ({
    label,
    value: orDash(value, ""),
    unit: value === null ? "" : unit,
  });
  return [
    figure("会議", meetings.length, "回"),
    figure("活動の参加者", sum(cells.map((cell) => cell.participants)), "人"),
    figure("協議会の構成", bodies[0]?.members.length ?? null, "団体"),
  ];
}

function coverOf({ facts, setting, edition, today }: Report): DocumentCover {
  const [body] = facts.bodies;
  return {
    office: body?.name ?? REPORT.council(facts.areaName),
    over: showFiscalYearJa(fiscalYear(facts.fiscalYear)),
    title: REPORT.coverTitle,
    place: facts.areaName,
    figures: headFigures(facts),
    issuer: setting.author ? [REPORT.author(setting.author)] : [],
    issued: `${showDateJa(today)}　${edition === null ? REPORT.draft : REPORT.edition(edition)}`,
  };
}
