import { onTarget } from "#foundation/authority/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { JUDGEMENT_SETS } from "#sensitive/checkups/public.ts";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { sheetSections } from "../checkups/checkup.present.ts";
import { deleteCheckup, readFile, saveCheckup } from "../checkups/checkup.usecases.server.ts";
import { checkupFields } from "../checkups/checkup-form.schema.ts";
import { openRequest } from "../file/request.usecases.server.ts";
import type { Route } from "./+types/checkup";
import { CheckupFields } from "./checkup-fields.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await openRequest(args);
  const { checkups } = shown(await readFile(app, actor, target));
  const one = checkups.find(({ id }) => id === args.params.entry);
  const { values, once } = formShowing(checkupFields(one));
  return {
    form: { values, once },
    old: Boolean(one),
    sections: sheetSections(),
    sets: JUDGEMENT_SETS.map(({ key, name }) => ({ value: key, label: name })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = await openRequest(args);
  const on = onTarget(app, actor, { ...target, entry: args.params.entry });
  return answerForm(args.request, [
    on(saveCheckup, () => "/health-file"),
    on(deleteCheckup, () => "/health-file"),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function Checkup({
  loaderData: { form, old, sections, sets },
  actionData,
}: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="健診結果の入力"
        lead="結果票のとおりに、上から順に入力してください。測っていない項目は空欄のままで構いません。問診の回答は入力しません。"
      />
      <CommandForm {...form} command="health-checkup.save" answer={actionData} submit="保存する" private>
        <CheckupFields fasting={form.values.fasting ?? ""} {...{ sections, sets }} />
      </CommandForm>
      {old ? (
        <Removal
          open="この健診結果を削除する"
          asks="この健診結果を削除します。元に戻すことはできません。"
          command="health-checkup.delete"
          answer={actionData}
        />
      ) : null}
    </>
  );
}
