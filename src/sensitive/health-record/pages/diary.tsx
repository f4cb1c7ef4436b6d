import { onTarget } from "#foundation/authority/public.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { DIARY } from "../diary/diary.messages.ts";
import { presentDiary } from "../diary/diary.present.ts";
import { deleteDiary, listDiary, saveDiary } from "../diary/diary.usecases.server.ts";
import { openRequest } from "../file/request.usecases.server.ts";
import type { Route } from "./+types/diary";
import { DiaryTable } from "./diary-table.tsx";

const HERE = "/health-file/diary";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await openRequest(args);
  const days = shown(await listDiary(app, actor, target));
  return { diary: presentDiary(days), today: app.clock.today() as string };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = await openRequest(args);
  const one = onTarget(app, actor, (input: Input) => ({ ...target, entry: String(input.entry ?? "") }));
  return answerForm(args.request, [
    onTarget(app, actor, target)(saveDiary, () => HERE),
    one(deleteDiary, () => HERE),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function Diary({ loaderData: { diary, today }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={DIARY.title}
        lead={DIARY.lead}
        actions={<ButtonLink to="/health-file">健康ファイルに戻る</ButtonLink>}
      />
      <CommandForm
        command="health-diary.save"
        values={{ day: today }}
        answer={actionData}
        submit={DIARY.saved}
        private
      >
        <DayField label="日付" name="day" />
        <TextField label="体重（kg）" name="weight" inputMode="decimal" optional />
        <TextField label="血圧（上）" name="upper" inputMode="numeric" optional />
        <TextField label="血圧（下）" name="lower" inputMode="numeric" optional />
        <TextField label="歩数" name="steps" inputMode="numeric" optional />
        <TextField label="睡眠時間（時間）" name="sleep" inputMode="decimal" optional />
        <TextArea label="メモ" name="note" optional />
      </CommandForm>
      {diary.rows.length === 0 ? (
        <Empty title={DIARY.empty} />
      ) : (
        <DiaryTable
          {...diary}
          remove={(row) => (
            <CommandForm
              command="health-diary.delete"
              submit={DIARY.remove}
              kind="secondary"
              label={`${row.day}の記録を削除する`}
            >
              <input type="hidden" name="entry" value={row.id} />
            </CommandForm>
          )}
        />
      )}
    </>
  );
}
