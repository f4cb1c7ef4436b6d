import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { fileSize } from "#ui/attachments.tsx";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { SelectField } from "#ui/field.tsx";
import { FileField } from "#ui/file-field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { addCaseFile, listCaseFiles, removeCaseFile } from "../files/case-file.commands.server.ts";
import { MOST_BYTES } from "../files/case-file.schema.ts";
import type { Route } from "./+types/case-files";
import { caseBase, casePlace } from "./case-place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  const { consents, files, ...view } = shown(await listCaseFiles(app, actor, target));
  return {
    ...view,
    consents: consents.map((one) => ({
      value: one.id,
      label: `同意書（${one.receiver}、${showDateJa(one.heardOn)}）`,
    })),
    files: files.map((one) => ({
      ...one,
      kind: one.consent ? `同意書（${one.consent}）` : "資料",
      about: `${fileSize(one.bytes)}　${showDateJa(one.addedOn)}　${one.by}`,
    })),
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = casePlace(args);
  const saved = () => `${caseBase(target)}/files?saved`;
  const removing = onTarget(app, actor, (input: Input) => ({ ...target, file: String(input.file ?? "") }));
  return answerForm(args.request, [
    onTarget(app, actor, target)(addCaseFile, saved),
    removing(removeCaseFile, saved),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** Papers of a case. None is shown as a picture: each is saved by who needs it, and that is written down. */
export default function CaseFiles({
  loaderData: { number, open, mayRemove, consents, files, once },
  actionData,
  params,
}: Route.ComponentProps) {
  const base = `/offices/${params.organisation}/cases/${params.case}`;
  return (
    <>
      <PageHead
        title={`資料（相談 ${number}）`}
        lead="閲覧したことは、ご本人にも表示されます。資料は紹介先には渡りません。"
        actions={<ButtonLink to={base}>相談に戻る</ButtonLink>}
      />
      <Done />
      <Section title={`登録済みの資料 ${files.length}`}>
        {files.length === 0 ? <p>資料はありません。</p> : null}
        <Lines>
          {files.map((one) => (
            <Line key={one.id}>
              <span className="min-w-0 wrap-anywhere">
                <TextLink to={`${base}/files/${one.id}`} reload>
                  {one.name}
                </TextLink>
                <span className="block text-solid-gray-800">
                  {one.kind}　{one.about}
                </span>
              </span>
              {mayRemove ? (
                <Folded summary="削除する">
                  <p>別の方の資料を登録したときなどに、内容を削除します。元に戻せません。</p>
                  <CommandForm
                    command="case-file.remove"
                    answer={actionData}
                    submit="この資料を削除する"
                    kind="danger"
                    label={`${one.name}を削除する`}
                  >
                    <input type="hidden" name="file" value={one.id} />
                  </CommandForm>
                </Folded>
              ) : null}
            </Line>
          ))}
        </Lines>
      </Section>
      {open ? (
        <Section title="資料の登録">
          <CommandForm
            key={files.length}
            command="case-file.add"
            answer={actionData}
            once={once}
            submit="登録する"
            encType="multipart/form-data"
            private
          >
            <SelectField
              label="資料の種類"
              name="consent"
              empty="同意書以外の資料"
              options={consents}
              optional
            />
            <FileField
              label="ファイル"
              hint="PDF・画像（JPEG・PNG）、10MBまで"
              name="file"
              accept=".pdf,.png,.jpg,.jpeg"
              eachBytes={MOST_BYTES}
              tooLong="10MBまでのファイルを選択してください。"
            />
          </CommandForm>
        </Section>
      ) : null}
    </>
  );
}
