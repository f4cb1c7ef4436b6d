import { data } from "react-router";
import { idOf } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { FileField, TextArea, TextField } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { textOfTable } from "../import/file/usecases.server.ts";
import { IMPORT, TABLE, WITHDRAWAL } from "../import/messages.ts";
import { importActivities } from "../import/usecases.server.ts";
import { listActivityImports } from "../import/withdrawal/usecases.server.ts";
import type { Route } from "./+types/activity-import";
import { ImportList, importListed } from "./activity-import-list.tsx";
import { ImportProblems, ImportRows, importShown } from "./activity-import-parts.tsx";
import { editorsPlace, formOf, textsOf } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const seen = idOf(url.searchParams.get("after"));
  const { imports, after } = shown(await listActivityImports(app, actor, area.id, seen));
  const restored = url.searchParams.has("restored");
  return { base, name: area.name, imports: imports.map(importListed), after, restored };
}

/** The file that was chosen, else what was pasted, as text. */
async function tableOf(file: File | undefined, pasted: string): Promise<Result<string>> {
  if (file) return textOfTable(await file.bytes());
  return pasted.trim() === "" ? invalid({ file: [TABLE.none] }) : ok(pasted);
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area } = await editorsPlace(args);
  const form = await formOf(args.request);
  const values = textsOf(form);
  const onlyLook = values.step !== "apply";
  const chosen = form.get("file");
  const file = chosen instanceof File && chosen.name !== "" ? chosen : undefined;
  const table = await tableOf(file, values.table ?? "");
  const fileName = onlyLook ? (file?.name ?? "") : (values.fileName ?? "");
  const sent = { host: values.host ?? "", fileName, onlyLook };
  const read = table.ok
    ? await importActivities(app, actor, area.id, { ...sent, table: table.value })
    : table;
  const kept = { host: sent.host, table: values.table ?? "" };
  if (!read.ok) {
    if (read.error.kind !== "invalid") throw data(null, { status: statusOf(read.error) });
    return data(
      { values: kept, errors: read.error.fields, read: null, table: "", fileName },
      { status: 422 },
    );
  }
  const good = read.value.problems.length === 0;
  const done = good && !onlyLook;
  return data({
    // What is done need not be sent again, however long it was.
    values: done ? { ...kept, table: "" } : kept,
    errors: {},
    read: importShown(read.value, done),
    table: good && onlyLook && table.ok ? table.value : "",
    fileName,
  });
}

export default function ImportActivities({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, imports, after } = loaderData;
  const { host = "", table: pasted = "" } = actionData?.values ?? {};
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  const read = actionData?.read;
  const open = read?.problems.length === 0 ? read : undefined;
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
            <OnceForm submit="取り込む" busy="取り込んでいます…" encType="multipart/form-data">
              <input type="hidden" name="step" value="apply" />
              <input type="hidden" name="host" value={host} />
              <input type="hidden" name="fileName" value={actionData?.fileName} />
              <input type="hidden" name="table" value={actionData?.table} />
            </OnceForm>
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
          <OnceForm submit="確かめる" busy="確かめています…" encType="multipart/form-data">
            {Object.keys(errors).length > 0 ? <Notice kind="error" title="まだ取り込めません。" /> : null}
            <FileField
              label="CSVのファイル"
              hint="1行目は見出し。例　年度,種類,回数,参加者数。日ごとの行には「日付」の列を使います。文字コードは自動で見分けます。"
              name="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              required={false}
              errors={errors.file}
            />
            <TextField
              label="開いた機関"
              hint="表に「主催」の列がないときに使います"
              name="host"
              optional
              defaultValue={host}
              errors={errors.host}
            />
            <Fold summary="ファイルの代わりに、表を貼り付ける" open={pasted !== ""}>
              <TextArea label="表" name="table" rows={10} optional defaultValue={pasted} />
            </Fold>
          </OnceForm>
        </>
      )}
      {open && !open.done ? null : <ImportList base={base} imports={imports} after={after} />}
    </>
  );
}
