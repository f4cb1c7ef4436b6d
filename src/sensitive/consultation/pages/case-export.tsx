import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ChoiceField, TextArea } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { readCase } from "../cases/case.queries.server.ts";
import { exportCase } from "../exports/case-export.commands.server.ts";
import { FORMATS } from "../exports/case-export.messages.ts";
import type { Route } from "./+types/case-export";
import { casePlace } from "./case-place.tsx";
import { DownloadLink } from "./download-link.tsx";
import { optionsOf } from "./fields.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const { case: one, may } = shown(await readCase(app, actor, target));
  return { number: one.number, may: may.assign };
}

type File = Readonly<{ name: string; format: "pdf" | "json"; content: string }>;

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const on = onTarget(app, actor, target);
  return answerForm<{ file: File }>(args.request, [on(exportCase, ({ file }) => ({ file }))]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** A case for its person (開示). */
export default function CaseExport({
  loaderData: { number, may },
  actionData,
  params,
}: Route.ComponentProps) {
  const file = actionData && "file" in actionData ? actionData.file : undefined;
  return (
    <>
      <PageHead
        title={`ご本人への開示（相談 ${number}）`}
        lead="この相談の記録をすべて出力します。職員の氏名は含みません。出力したことは操作履歴に、理由は相談の記録に残ります。"
        actions={
          <ButtonLink to={`/offices/${params.organisation}/cases/${params.case}`}>相談に戻る</ButtonLink>
        }
      />
      {file ? (
        <Notice kind="success" title="出力しました。">
          <p>ファイルは、この画面でのみ保存できます。ご本人であることを確認してからお渡しください。</p>
          <p>
            <DownloadLink name={file.name} content={file.content} type={file.format} />
          </p>
        </Notice>
      ) : null}
      <p className="my-4">
        資料のファイルは、
        <TextLink to={`/offices/${params.organisation}/cases/${params.case}/files`}>資料のページ</TextLink>
        から1つずつ保存してお渡しください。
      </p>
      {may ? (
        <CommandForm command="case.export" answer={actionData} submit="出力する" private>
          <TextArea
            label="開示の理由"
            name="reason"
            hint="例：ご本人からの開示請求（受付日、本人確認の方法）"
          />
          <ChoiceField label="形式" name="format" type="radio" options={optionsOf(FORMATS)} />
        </CommandForm>
      ) : (
        <p>開示の出力は、相談の責任者が行います。</p>
      )}
    </>
  );
}
