import { readProfile } from "#evidence/indicators/public.ts";
import { formShowing } from "#platform/kernel/form-values.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, labelled, TextArea, TextField } from "#ui/field.tsx";
import { FiscalYearField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { createIssue, getIssue, saveIssue } from "../chain/issue.usecases.server.ts";
import { removePart } from "../deleting/plan-part.usecases.server.ts";
import { issueValues } from "../model/plan-form.present.ts";
import type { Route } from "./+types/issue-form";
import { FormPage } from "./form-page.tsx";
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

/** A new issue, of what the profile shows or of the secretariat's own words; or one that is changed. */
export async function loader(args: Route.LoaderArgs) {
  const place = await editorsPlace(args);
  const { app, actor, area, base } = place;
  const id = args.params.issue;
  const issue = id ? shown(await getIssue(app, actor, { area: area.id, id })).issue : undefined;
  const worsening = id ? [] : await worseningOf(place);
  return {
    id,
    back: `${base}/issues/${id}`,
    name: area.name,
    form: formShowing(issueValues(issue)),
    options: worsening.map((one) => ({
      value: one.key,
      label: `${one.title}　${one.place}　${one.sentence}`,
    })),
    chosen: place.url.searchParams.getAll("from"),
  };
}

export async function action(args: Route.ActionArgs) {
  const place = await staffPlace(args);
  const { app, actor, area, base, onArea, onRow, onPart } = place;
  const { issue } = args.params;
  if (issue)
    return answerForm(args.request, [
      onRow(issue)(saveIssue, () => `${base}/issues/${issue}?saved`),
      onPart({ under: issue })(removePart, () => `${base}?removed`),
    ]);
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

const LABELS = {
  title: "健康課題",
  description: "詳細",
  seenIn: "把握した年度",
  finding: "その他の根拠",
};
const field = labelled(LABELS);
const YEAR = "例　2027、令和9。この年度からの年報に載ります。";
const TITLE = "例　働き盛りのメンタルヘルス。空のままなら、選んだ指標名になります。";

export default function IssueForm({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, back, form, options, chosen } = loaderData;
  return (
    <FormPage
      title={id ? "健康課題を編集する" : "健康課題を追加する"}
      lead={`${name}の計画`}
      edited={id && { kind: "issue", id, back, named: form.values.title, remove: "この健康課題を削除する" }}
    >
      <CommandForm
        {...form}
        command={id ? "issue.save" : "issue.create"}
        answer={actionData}
        labels={LABELS}
        submit={id ? "保存する" : "健康課題を追加する"}
      >
        {id ? null : <Worsening options={options} chosen={actionData ? [] : chosen} />}
        <TextField {...field("title")} {...(id ? {} : { optional: true, hint: TITLE })} />
        <TextArea {...field("description")} optional />
        {id ? (
          <FiscalYearField {...field("seenIn")} hint={YEAR} />
        ) : (
          <TextField
            {...field("finding")}
            hint="調査でわかったことや、委員の声を1つ。あとで追加できます。"
            optional
          />
        )}
      </CommandForm>
    </FormPage>
  );
}

const Worsening = ({ options, chosen }: Pick<Route.ComponentProps["loaderData"], "options" | "chosen">) =>
  options.length > 0 ? (
    <ChoiceField
      label="比較対象より悪く、悪化が続いている指標から選ぶ"
      hint="選んだものは、現在の数値のまま根拠になります。"
      type="checkbox"
      name="worsening"
      chosen={chosen}
      options={options}
    />
  ) : (
    <p>健康情報に「比較対象より悪く、悪化が続いている指標」はありません。自由に入力できます。</p>
  );
