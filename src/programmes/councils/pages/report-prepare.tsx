import { onTarget } from "#foundation/authority/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { REPORT_PART } from "../messages.ts";
import { REPORT_PARTS } from "../report/report-setting.schema.ts";
import { prepareReport, readReportSetting } from "../report/report-setting.usecases.server.ts";
import type { Route } from "./+types/report-prepare";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, year } = await councilPlace(args);
  const { form, figures, photos } = shown(await readReportSetting(app, actor, { area: area.id, year }));
  return {
    form,
    back: `${base}/report?year=${year}`,
    year: showFiscalYearJa(year),
    parts: REPORT_PARTS.map((value) => ({ value, label: REPORT_PART[value] })),
    figures: figures.map(({ key, title }) => ({ value: key, label: title })),
    photos: photos.map(({ id, caption }) => ({ value: id, label: caption })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base, year } = await councilPlace(args);
  const on = onTarget(app, actor, { area: area.id, year });
  return answerForm(args.request, [on(prepareReport, () => `${base}/report?year=${year}&saved=1`)]);
}

export default function PrepareReport({ loaderData, actionData }: Route.ComponentProps) {
  const { form, back, year, parts, figures, photos } = loaderData;
  return (
    <>
      <PageHead
        title="年報の内容を選ぶ"
        lead={`${year}の年報に載せる内容です。確定した版は変わりません。`}
        actions={<ButtonLink to={back}>年報に戻る</ButtonLink>}
      />
      <CommandForm {...form} command="annual-report.prepare" answer={actionData} submit="保存する">
        <TextArea label="はじめに" name="foreword" rows={8} optional hint="会長や所長のあいさつなど。" />
        <TextField label="作成者" name="author" optional hint="例　浜田保健所 健康増進課" />
        <ChoiceField label="載せる項目" name="parts" type="checkbox" options={parts} />
        {figures.length > 0 ? (
          <ChoiceField
            label="健康の状況に載せる指標"
            hint="12件まで。保存した時点ではなく、年報を作る時点の数値が載ります。"
            name="figures"
            type="checkbox"
            options={figures}
          />
        ) : null}
        {photos.length > 0 ? (
          <ChoiceField
            label="活動の写真"
            hint="12枚まで。写っている人の了承を確認してから選択してください。"
            name="photos"
            type="checkbox"
            options={photos}
          />
        ) : (
          <p className="max-w-xl text-std-16N-170 text-solid-gray-800">
            この年度の活動に画像（PNG・JPEG）を添付すると、ここで選択できます。
          </p>
        )}
      </CommandForm>
    </>
  );
}
