import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import { documentDocx } from "#platform/pdf/document-docx.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { reportDocument } from "./report.present.ts";
import { readReport } from "./report.usecases.server.ts";

type Place = Readonly<{ id: AreaId; slug: string; name: string }>;
type ReportFile = Readonly<{ name: string; content: Buffer }>;

export async function reportAsPdf(
  app: App,
  actor: Actor,
  area: Place,
  year: FiscalYear,
): Promise<Result<ReportFile>> {
  const report = await readReport(app, actor, { area: area.id, year });
  if (!report.ok) return report;
  const content = documentPdf(reportDocument(report.value, area.slug), app.config.origin);
  return ok({ name: `${area.name} 年報 ${year}年度.pdf`, content });
}

export async function reportAsDocx(
  app: App,
  actor: Actor,
  area: Place,
  year: FiscalYear,
): Promise<Result<ReportFile>> {
  const report = await readReport(app, actor, { area: area.id, year });
  if (!report.ok) return report;
  const content = await documentDocx(reportDocument(report.value, area.slug), app.config.origin);
  return ok({ name: `${area.name} 年報 ${year}年度.docx`, content });
}
