import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { decidePaper, discardPaper, enterPaper, listPaper } from "../paper/paper.commands.server.ts";
import { PaperSheets } from "../parts/paper-sheets.tsx";
import type { Route } from "./+types/survey-paper";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await listPaper(app, actor, params));
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/surveys/${params.survey}/paper`;
  const ofSheet = onTarget(app, actor, (input) => ({ ...params, sheet: String(input.sheet ?? "") }));
  return answerForm(request, [
    onTarget(app, actor, params)(enterPaper, (done) => `${here}?state=${done.state}#sheets`),
    ofSheet(decidePaper, () => `${here}#sheets`),
    ofSheet(discardPaper, () => `${here}#sheets`),
  ]);
}

/** Enter leads to the next field, so that a sheet is keyed by the ten keys alone; after the last one it saves. */
function onward(event: KeyboardEvent) {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
  const fields = [
    ...(event.target.form?.querySelectorAll<HTMLInputElement>("input[inputmode=numeric]") ?? []),
  ];
  const next = fields[fields.indexOf(event.target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The keys of the ten-key block are listened to while the form is there. */
const keys = (form: HTMLElement | null) => {
  form?.addEventListener("keydown", onward);
  return () => form?.removeEventListener("keydown", onward);
};

export default function SurveyPaper({ loaderData, actionData }: Route.ComponentProps) {
  const { survey, questions, fields, sheets } = loaderData;
  // After each sheet that was saved the form is an empty one again.
  const keyed = `${sheets.length}-${sheets.filter(({ twice }) => twice).length}`;
  const texts = new Set(questions.filter(({ kind }) => kind === "text").map(({ id }) => id));
  return (
    <>
      <PageHead
        title={`紙の調査票の入力　${survey.title}`}
        lead="用紙ごとに2回入力します。2回目の入力には、1回目の値を表示しません。"
      />
      <div ref={keys}>
        <CommandForm key={keyed} command="paper.enter" answer={actionData} submit="保存する" private>
          <ChoiceField
            label="入力の回"
            name="entry"
            type="radio"
            chosen={["1"]}
            options={[
              { value: "1", label: "1回目" },
              { value: "2", label: "2回目" },
            ]}
          />
          {survey.kind === "worker" ? (
            <TextField label="回答用の番号" name="code" optional unmarked />
          ) : (
            <>
              <TextField
                label="表のページ番号"
                name="page1"
                inputMode="numeric"
                optional
                unmarked
                hint="例　412-1"
              />
              <TextField label="裏のページ番号" name="page2" inputMode="numeric" optional unmarked />
            </>
          )}
          {fields.map(({ name, label }) => (
            <TextField
              key={name}
              label={label}
              name={name}
              optional
              unmarked
              autoComplete="off"
              {...(texts.has(name) ? {} : { inputMode: "numeric" as const, className: "max-w-40" })}
            />
          ))}
        </CommandForm>
      </div>
      <PaperSheets sheets={sheets} answer={actionData} />
    </>
  );
}
