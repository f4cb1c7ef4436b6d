import { idOf } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { FileField, TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { checkActivities, importActivities } from "../import/activity-import.commands.server.ts";
import { IMPORT, WITHDRAWAL } from "../import/activity-import.messages.ts";
import { listActivityImports } from "../import/import-withdrawal.usecases.server.ts";
import type { Route } from "./+types/activity-import";
import { ImportList, importListed } from "./activity-import-list.tsx";
import { ImportProblems, ImportRows, importShown } from "./activity-import-parts.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const seen = idOf(url.searchParams.get("after"));
  const { imports, after } = shown(await listActivityImports(app, actor, { area: area.id, after: seen }));
  const restored = url.searchParams.has("restored");
  return { base, name: area.name, imports: imports.map(importListed), after, restored };
}

export async function action(args: Route.ActionArgs) {
  const { onArea } = await staffPlace(args);
  return answerForm(args.request, [
    onArea(checkActivities, (found, input) => ({
      read: importShown(found, false),
      // Of a table with a problem what was pasted is shown again; a good one is sent once more as it was read.
      values: {
        host: String(input.host ?? ""),
        fileName: found.fileName,
        table: found.problems.length > 0 ? String(input.table ?? "") : found.table,
      },
    })),
    onArea(importActivities, (found) => ({
      read: importShown(found, found.problems.length === 0),
      values: { host: "", fileName: "", table: "" },
    })),
  ]);
}

const LABELS = { file: "CSVのファイル", host: "開いた機関", table: "表" };

export default function ImportActivities({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, imports, after } = loaderData;
  const { read, values } = actionData && "read" in actionData ? actionData : {};
  const open = read?.problems.length === 0 ? read : undefined;
  const pasted = values?.table || answerFor(actionData, "activity-import.check")?.values.table;
  return (
    <>
      <PageHead
        title="過去の年度を取り込む"
        lead={`${name}の活動`}
        actions={<ButtonLink to={`${base}/activities`}>活動の一覧</ButtonLink>}
      />
      {loaderData.restored && !actionData ? <Notice kind="success" title={WITHDRAWAL.restored} /> : null}
      {read?.done ? <Notice kind="success" title={IMPORT.done(read.added, read.changed, read.same)} /> : null}
      {open ? (
        <>
          <ImportRows read={open} />
          {open.done || open.rows.length === 0 ? null : (
            <CommandForm
              command="activity-import.take"
              answer={actionData}
              submit="取り込む"
              busy="取り込んでいます…"
              encType="multipart/form-data"
            >
              {Object.entries(values ?? {}).map(([key, value]) => (
                <input key={key} type="hidden" name={key} value={value} />
              ))}
            </CommandForm>
          )}
          <p className="mt-6">
            <ButtonLink to={`${base}/activities/import`} reload>
              別の表を選ぶ
            </ButtonLink>
          </p>
        </>
      ) : (
        <>
          {read ? <ImportProblems read={read} /> : null}
          <CommandForm
            command="activity-import.check"
            answer={actionData}
            values={values ?? {}}
            labels={LABELS}
            submit="確かめる"
            busy="確かめています…"
            encType="multipart/form-data"
          >
            <FileField
              label={LABELS.file}
              hint="1行目は見出し。例　年度,種類,回数,参加者数。日ごとの行には「日付」の列を使います。文字コードは自動で見分けます。"
              name="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              required={false}
            />
            <TextField label={LABELS.host} hint="表に「主催」の列がないときに使います" name="host" optional />
            <Fold summary="ファイルの代わりに、表を貼り付ける" open={Boolean(pasted)}>
              <TextArea label={LABELS.table} name="table" rows={10} optional />
            </Fold>
          </CommandForm>
        </>
      )}
      {open && !open.done ? null : <ImportList base={base} imports={imports} after={after} />}
    </>
  );
}
