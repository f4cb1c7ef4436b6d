import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { getIssue, saveIssue } from "../chain/issue.usecases.server.ts";
import { removeThing } from "../deleting/deleted-row.usecases.server.ts";
import { issueValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/issue-edit";
import { RemoveForm } from "./parts.tsx";
import { editorsPlace, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await editorsPlace(args);
  const { issue } = shown(await getIssue(app, actor, { area: area.id, id: args.params.issue }));
  const values = issueValues(issue);
  return {
    id: issue.id,
    back: `${base}/issues/${issue.id}`,
    name: area.name,
    values,
    seen: fingerprintOf(values),
  };
}

export async function action(args: Route.ActionArgs) {
  const { onRow, onPart, base } = await staffPlace(args);
  return answerForm(args.request, [
    onRow(args.params.issue)(saveIssue, ({ id }) => `${base}/issues/${id}?saved`),
    onPart({ under: args.params.issue })(removeThing, () => `${base}?removed`),
  ]);
}

const LABELS = { title: "健康課題", description: "くわしく", seenIn: "いつから見えていたか（年度）" };

export default function EditIssue({ loaderData, actionData }: Route.ComponentProps) {
  const { id, back, name, values, seen } = loaderData;
  return (
    <>
      <PageHead
        title="健康課題を直す"
        lead={`${name}の計画`}
        actions={<ButtonLink to={back}>直さずにもどる</ButtonLink>}
      />
      <CommandForm
        command="issue.save"
        answer={actionData}
        values={values}
        seen={seen}
        labels={LABELS}
        submit="保存する"
        busy="保存しています…"
      >
        <TextField label={LABELS.title} name="title" />
        <TextArea label={LABELS.description} optional name="description" />
        <TextField
          label={LABELS.seenIn}
          hint="西暦で。この年度からの年報に載ります。"
          inputMode="numeric"
          className="max-w-40"
          name="seenIn"
        />
      </CommandForm>
      <div className="mt-10">
        <RemoveForm thing="issue" id={id} submit="この健康課題を消す" />
      </div>
    </>
  );
}
