import { data, redirect } from "react-router";
import { readProfile } from "#evidence/indicators/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { createIssueFromProfile } from "../issues/usecases.server.ts";
import type { Route } from "./+types/issue-new";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

/** What is worse and getting worse, as the profile says it at this moment. */
async function worseningOf(
  app: Parameters<typeof readProfile>[0],
  actor: Parameters<typeof readProfile>[1],
  area: string,
) {
  const found = await readProfile(app, actor, { area });
  if (!found.ok) return [];
  return found.value.profile.worsening.map(({ row, sentence }) => ({
    key: `${row.indicator.code}/${row.area.id}/${row.stratum_name}`,
    title: `${row.indicator.name}${row.stratum_name ? `（${row.stratum_name}）` : ""}`,
    place: row.area.name,
    sentence,
    indicator: row.indicator.code,
    source: row.source.name,
  }));
}

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url } = await editorsPlace(args);
  const worsening = await worseningOf(app, actor, area.slug);
  const chosen = url.searchParams.getAll("from");
  return { base, name: area.name, worsening, chosen, onceKey: newId() as string };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await staffPlace(args);
  const form = args.request.clone();
  const keys = (await form.formData()).getAll("worsening");
  const values = await fieldsOf(args.request);
  const taken = (await worseningOf(app, actor, area.slug)).filter((one) => keys.includes(one.key));
  const created = await createIssueFromProfile(app, actor, area.id, values, taken);
  if (created.ok) throw redirect(`${base}/issues/${created.value.id}`);
  if (created.error.kind !== "invalid") throw data(null, { status: statusOf(created.error) });
  return data({ errors: created.error.fields, values, keys: keys.map(String) }, { status: 422 });
}

export default function NewIssue({ loaderData, actionData }: Route.ComponentProps) {
  const { name, worsening, chosen, onceKey } = loaderData;
  const errors = actionData?.errors;
  return (
    <>
      <PageHead title="健康課題を加える" lead={`${name}の計画`} />
      {errors ? <Notice kind="error" title="直すところがあります。書いたものは残っています。" /> : null}
      <OnceForm submit="健康課題を加える" onceKey={onceKey}>
        {worsening.length > 0 ? (
          <ChoiceField
            label="他より悪く、悪くなり続けているものから選ぶ"
            hint="選んだものは、いま見えている数字のまま根拠になります。"
            type="checkbox"
            name="worsening"
            chosen={actionData?.keys ?? chosen}
            options={worsening.map((one) => ({
              value: one.key,
              label: `${one.title}　${one.place}　${one.sentence}`,
            }))}
          />
        ) : (
          <p>健康情報に「他より悪く、悪くなり続けているもの」はありません。自分の言葉で書けます。</p>
        )}
        <TextField
          label="健康課題"
          hint="例　働き盛りのメンタルヘルス。空のままなら、選んだ指標の名前になります。"
          name="title"
          optional
          defaultValue={actionData?.values.title}
          errors={errors?.title}
        />
        <TextArea
          label="くわしく"
          name="description"
          optional
          defaultValue={actionData?.values.description}
          errors={errors?.description}
        />
        <TextField
          label="ほかの根拠"
          hint="調査でわかったことや、委員の声を1つ。あとから足せます。"
          name="finding"
          optional
          defaultValue={actionData?.values.finding}
          errors={errors?.finding}
        />
      </OnceForm>
    </>
  );
}
