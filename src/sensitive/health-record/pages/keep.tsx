import { onTarget } from "#foundation/authority/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { changeWord, deleteOwnFile } from "../file/file.commands.server.ts";
import { FILE } from "../file/file.messages.ts";
import { openRequest } from "../file/request.usecases.server.ts";
import { FORMAT_WORDS, KEEP } from "../keep/keep.messages.ts";
import { exportFile, importFile } from "../keep/keep.usecases.server.ts";
import type { Route } from "./+types/keep";
import { RecoveryCode } from "./recovery-code.tsx";

export async function loader(args: Route.LoaderArgs) {
  await openRequest(args);
  return null;
}

type File = Readonly<{ name: string; type: "pdf" | "csv" | "json"; content: string }>;

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = await openRequest(args);
  const on = onTarget(app, actor, target);
  const { person } = target;
  return answerForm<{ file: File } | { read: number } | { code: string }>(
    args.request,
    [
      on(exportFile, (file) => ({ file })),
      on(importFile, ({ read }) => ({ read })),
      on(changeWord, ({ code }) => ({ code })),
      onTarget(app, actor, { person })(deleteOwnFile, () => "/health-file"),
    ],
    { secret: ["word"] },
  );
}

export const meta = () => [{ name: "robots", content: "noindex" }];

const TYPES = { pdf: "application/pdf", csv: "text/csv", json: "application/json" } as const;

export default function Keep({ actionData }: Route.ComponentProps) {
  if (actionData && "code" in actionData) return <RecoveryCode code={actionData.code} />;
  return (
    <>
      <PageHead title={KEEP.title} actions={<ButtonLink to="/health-file">健康ファイルに戻る</ButtonLink>} />
      {actionData && "file" in actionData ? (
        <Notice kind="success" title={KEEP.ready}>
          <a
            className="text-blue-1000 underline"
            href={`data:${TYPES[actionData.file.type]};base64,${actionData.file.content}`}
            download={actionData.file.name}
          >
            {actionData.file.name} を保存する
          </a>
        </Notice>
      ) : null}
      {actionData && "read" in actionData ? (
        <Notice kind="success" title={KEEP.read(actionData.read)} />
      ) : null}
      <Section title="印刷・書き出し" lead={KEEP.exportLead}>
        <CommandForm command="health-file.export" answer={actionData} submit="書き出す" private>
          <ChoiceField
            label="形式"
            name="format"
            type="radio"
            options={Object.entries(FORMAT_WORDS).map(([value, label]) => ({ value, label }))}
          />
        </CommandForm>
      </Section>
      <Section title="読み込み" lead={KEEP.importLead}>
        <CommandForm
          command="health-file.import"
          answer={actionData}
          submit="読み込む"
          encType="multipart/form-data"
          kind="secondary"
          private
        >
          <FileField label="ファイル" name="file" accept=".json,.xml" />
        </CommandForm>
      </Section>
      <Section title="合言葉の変更" lead={KEEP.wordLead}>
        <CommandForm
          command="health-file.change-word"
          answer={actionData}
          submit="変更する"
          kind="secondary"
          private
        >
          <TextField
            label="新しい合言葉"
            hint={FILE.wordHint}
            name="word"
            type="password"
            autoComplete="off"
          />
        </CommandForm>
      </Section>
      <Section title="削除">
        <Removal
          open="健康ファイルを削除する"
          asks={KEEP.deletion}
          command="health-file.delete"
          answer={actionData}
        />
      </Section>
    </>
  );
}
