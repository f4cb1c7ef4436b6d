import { onTarget } from "#foundation/authority/public.ts";
import { fiscalYearOf, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { DocumentView } from "#ui/document.tsx";
import { Done } from "#ui/done.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { reportDocument } from "../report/report.present.ts";
import { makeReport, readReport } from "../report/report.usecases.server.ts";
import type { Route } from "./+types/report";
import { councilPlace } from "./place.tsx";

const instant = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "long" });

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url, year } = await councilPlace(args);
  const now = fiscalYearOf(app.clock.today());
  const report = shown(await readReport(app, actor, { area: area.id, year }));
  const { title, subtitle, notes, sections } = reportDocument(report, area.slug);
  const years = [...new Set([now, ...report.facts.plan.yearTable.map((cell) => cell.fiscalYear)])].sort(
    (a, b) => b - a,
  );
  return {
    base,
    mayEdit,
    year: year as number,
    document: { title, subtitle, notes, sections },
    edition: report.edition,
    changed: report.corrections.length > 0,
    madeAt: report.madeAt ? instant.format(report.madeAt) : null,
    years: years.map((value) => ({ value: String(value), label: showFiscalYearJa(value as never) })),
    made: url.searchParams.has("made"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base, year } = await councilPlace(args);
  const on = onTarget(app, actor, { area: area.id, year });
  return answerForm(args.request, [on(makeReport, () => `${base}/report?year=${year}&made=1`)]);
}

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, mayEdit, year, document, edition, changed, madeAt, years, made } = loaderData;
  return (
    <>
      <PageHead
        title={document.title}
        lead={
          edition === null
            ? "下書きです（現在の登録内容から作成）。"
            : `第${edition}版　${madeAt}${changed ? "　（現在の記録とは違います）" : ""}`
        }
        actions={
          <>
            <ButtonLink to={`${base}/report.pdf?year=${year}`} reload>
              PDF
            </ButtonLink>
            <ButtonLink to={`${base}/report.docx?year=${year}`} reload>
              Word
            </ButtonLink>
            <ButtonLink to={`${base}/report.pptx?year=${year}`} reload>
              PowerPoint
            </ButtonLink>
            {mayEdit ? <ButtonLink to={`${base}/report/prepare?year=${year}`}>内容を選ぶ</ButtonLink> : null}
            <ButtonLink to={base}>協議会に戻る</ButtonLink>
          </>
        }
      />
      <Done />
      {made && !actionData ? <Notice kind="success" title={`第${edition}版として確定しました。`} /> : null}
      <p className="no-print flex flex-wrap gap-x-6 gap-y-2">
        {years.map((one) => (
          <TextLink key={one.value} to={`?year=${one.value}`}>
            {one.label}
          </TextLink>
        ))}
      </p>
      {mayEdit && (edition === null || changed) ? (
        <div className="mt-4">
          <CommandForm
            command="annual-report.make"
            answer={actionData}
            submit={edition === null ? "この年報を第1版として確定する" : `第${edition + 1}版として確定する`}
          />
        </div>
      ) : null}
      <p className="mt-6 text-dns-14N-130 text-solid-gray-800">{document.subtitle}</p>
      <DocumentView notes={document.notes} sections={document.sections} />
    </>
  );
}
