import { readProfile } from "#evidence/indicators/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { ChoiceField, TextArea, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { createIssue } from "../chain/issue.usecases.server.ts";
import type { Route } from "./+types/issue-new";
import { editorsPlace, staffPlace } from "./place.tsx";

/** What is worse and getting worse, as the profile says it at this moment. */
async function worseningOf({ app, actor, area }: Awaited<ReturnType<typeof staffPlace>>) {
  const found = await readProfile(app, actor, { area: area.slug });
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
  const place = await editorsPlace(args);
  const worsening = await worseningOf(place);
  return {
    name: place.area.name,
    options: worsening.map((one) => ({
      value: one.key,
      label: `${one.title}　${one.place}　${one.sentence}`,
    })),
    chosen: place.url.searchParams.getAll("from"),
    once: newId() as string,
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const { app, actor, area, base, onArea } = place;
  return answerForm(args.request, [
    {
      ...onArea(createIssue, ({ id }) => `${base}/issues/${id}`),
      async run(input) {
        const keys = [input.worsening ?? []].flat();
        const worsening = (await worseningOf(place)).filter((one) => keys.includes(one.key));
        return createIssue(app, actor, { area: area.id }, { ...input, worsening });
      },
    },
  ]);
}

const LABELS = { title: "健康課題", description: "くわしく", finding: "ほかの根拠" };

export default function NewIssue({ loaderData, actionData }: Route.ComponentProps) {
  const { name, options, chosen, once } = loaderData;
  return (
    <>
      <PageHead title="健康課題を加える" lead={`${name}の計画`} />
      <CommandForm
        command="issue.create"
        answer={actionData}
        once={once}
        labels={LABELS}
        submit="健康課題を加える"
      >
        {options.length > 0 ? (
          <ChoiceField
            label="他より悪く、悪くなり続けているものから選ぶ"
            hint="選んだものは、いま見えている数字のまま根拠になります。"
            type="checkbox"
            name="worsening"
            chosen={actionData ? [] : chosen}
            options={options}
          />
        ) : (
          <p>健康情報に「他より悪く、悪くなり続けているもの」はありません。自分の言葉で書けます。</p>
        )}
        <TextField
          label={LABELS.title}
          hint="例　働き盛りのメンタルヘルス。空のままなら、選んだ指標の名前になります。"
          name="title"
          optional
        />
        <TextArea label={LABELS.description} name="description" optional />
        <TextField
          label={LABELS.finding}
          hint="調査でわかったことや、委員の声を1つ。あとから足せます。"
          name="finding"
          optional
        />
      </CommandForm>
    </>
  );
}
