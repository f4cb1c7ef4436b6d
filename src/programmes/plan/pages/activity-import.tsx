import { writeFile } from "node:fs/promises";
import { redirect } from "react-router";
import { fileOf, forgetFile, newImportId } from "#foundation/tables/public.ts";
import { receiveUpload } from "#platform/files/upload.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { invalid } from "#platform/kernel/result.ts";
import { NO_FILE } from "#platform/tables/messages.ts";
import { presentListed } from "#platform/tables/present.ts";
import { formAgain } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Fold } from "#ui/fold.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { ImportList } from "#ui/imports/import-list.tsx";
import { Steps } from "#ui/imports/steps.tsx";
import { WORDS } from "#ui/imports/words.ts";
import { PageHead, Section } from "#ui/page.tsx";
import { HOST_HINT } from "../import/activity-import.messages.ts";
import { beginActivityImport, listActivityImports } from "../import/activity-import.usecases.server.ts";
import type { Route } from "./+types/activity-import";
import { editorsPlace } from "./place.tsx";

const BEGIN = "activity-import.begin";
const LONGEST_PASTED_BYTES = 10 * 1024 ** 2;

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const before = idOf(url.searchParams.get("after"));
  const { imports, next } = shown(await listActivityImports(app, actor, { area: area.id, before }));
  return { base, name: area.name, rows: imports.map(presentListed), next };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const id = newImportId();
  const path = fileOf(app, id);
  const { fields, fileName } = await receiveUpload(args.request, path, { fieldBytes: LONGEST_PASTED_BYTES });
  const { host = "", table = "" } = fields;
  if (!fileName && table.trim() !== "") await writeFile(path, table, { mode: 0o600 });
  const begun =
    fileName || table.trim() !== ""
      ? await beginActivityImport(
          app,
          actor,
          { id, area: area.id },
          { path, name: fileName ?? "" },
          { choices: host.trim() === "" ? {} : { forAll: { host: host.trim() } } },
        )
      : invalid({ file: [NO_FILE] });
  if (begun.ok) throw redirect(`${base}/activities/import/${id}`);
  await forgetFile(app, id);
  return formAgain(BEGIN, begun, fields);
}

const LABELS = { file: WORDS.file, host: "主催機関", table: "表" };

export default function ImportActivities({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, rows, next } = loaderData;
  const pasted = answerFor(actionData, BEGIN)?.values.table;
  return (
    <>
      <PageHead
        title="過去の年度を取り込む"
        lead={`${name}の活動`}
        actions={<ButtonLink to={`${base}/activities`}>活動の一覧</ButtonLink>}
      />
      <Steps current={0} />
      <CommandForm
        command={BEGIN}
        answer={actionData}
        labels={LABELS}
        submit={WORDS.send}
        busy={WORDS.sending}
        encType="multipart/form-data"
      >
        <FileField
          label={LABELS.file}
          hint={`例　年度,種類,回数,参加者数。日ごとの行には「日付」の列を使います。${WORDS.fileHint}`}
          name="file"
          accept={WORDS.accept}
          required={false}
        />
        <TextField label={LABELS.host} hint={HOST_HINT} name="host" required={false} />
        <Fold summary="ファイルの代わりに、表を貼り付ける" open={Boolean(pasted)}>
          <TextArea label={LABELS.table} name="table" rows={10} optional />
        </Fold>
      </CommandForm>
      <Section title={WORDS.list} lead={rows.length === 0 ? WORDS.none : undefined}>
        {rows.length === 0 ? null : (
          <ImportList caption={WORDS.list} base={`${base}/activities/import`} rows={rows} next={next} />
        )}
      </Section>
    </>
  );
}
