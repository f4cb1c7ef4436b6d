import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { FiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { ok, type Result } from "#platform/kernel/result.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import { documentDocx } from "#platform/pdf/document-docx.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { documentPptx } from "#platform/pdf/document-pptx.ts";
import type { Download } from "#platform/web/download.ts";
import { reportDocument } from "./report.present.ts";
import { readReport } from "./report.usecases.server.ts";

type Place = Readonly<{ id: AreaId; slug: string; name: string }>;

/** The annual report as a file of one kind. */
const reportAs =
  (
    ending: string,
    mediaType: string,
    write: (document: PrintDocument, origin: string) => Buffer | Promise<Buffer>,
  ) =>
  async (
    app: App,
    actor: Actor,
    area: Place,
    year: FiscalYear,
  ): Promise<Result<Download & Readonly<{ content: Buffer }>>> => {
    const report = await readReport(app, actor, { area: area.id, year, photos: true });
    if (!report.ok) return report;
    const content = await write(reportDocument(report.value, area.slug), app.config.origin);
    return ok({ name: `${area.name} 年報 ${year}年度.${ending}`, mediaType, content });
  };

export const reportAsPdf = reportAs("pdf", "application/pdf", documentPdf);
export const reportAsDocx = reportAs(
  "docx",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  documentDocx,
);
export const reportAsPptx = reportAs(
  "pptx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  documentPptx,
);
