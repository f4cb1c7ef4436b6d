import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { formOf } from "#platform/web/fields.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { listExcerpts, takeExcerpts } from "../meetings/papers/excerpts/usecases.server.ts";
import type { Route } from "./+types/excerpts";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await councilPlace(args);
  if (!mayEdit) throw data(null, { status: 403 });
  const offered = shown(await listExcerpts(app, actor, area.id));
  return {
    back: `${base}/meetings/${args.params.meeting}`,
    profile: `/areas/${area.slug}`,
    onceKey: newId() as string,
    offered: offered.map(({ key, title, worsening, excerpt }) => ({
      worsening,
      // The sentence of what gets worse does not name the indicator; the others' headings do.
      option: {
        value: key,
        label: worsening ? `${title}: ${excerpt.sentence}` : `${excerpt.sentence}　${excerpt.place}`,
      },
    })),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const form = await formOf(args.request);
  const keys = form.getAll("figure").filter((one) => typeof one === "string");
  const once = form.get("once")?.toString();
  const taken = await takeExcerpts(app, actor, area.id, args.params.meeting, keys, once);
  if (taken.ok) throw redirect(`${base}/meetings/${args.params.meeting}?done=excerpts`);
  if (taken.error.kind === "invalid")
    return data({ message: null, errors: taken.error.fields.figure }, { status: 422 });
  if (taken.error.kind === "conflict")
    return data({ message: taken.error.message, errors: undefined }, { status: 409 });
  throw data(null, { status: statusOf(taken.error) });
}

export default function Excerpts({ loaderData, actionData }: Route.ComponentProps) {
  const { back, profile, onceKey, offered } = loaderData;
  const group = (worsening: boolean) =>
    offered.filter((one) => one.worsening === worsening).map((one) => one.option);
  const worse = group(true);
  const errors = actionData?.errors;
  return (
    <>
      <PageHead
        title="健康情報から資料を選ぶ"
        lead="選んだ数字は、いまの文・図・表のまま資料に残ります。"
        actions={<ButtonLink to={back}>会議にもどる</ButtonLink>}
      />
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {offered.length === 0 ? (
        <Empty title="健康情報はまだありません">
          <TextLink to={profile}>健康情報のページで確かめる</TextLink>
        </Empty>
      ) : (
        <OnceForm submit="資料に入れる" onceKey={onceKey}>
          {worse.length > 0 ? (
            <ChoiceField
              label="他より悪く、悪くなり続けているもの"
              name="figure"
              type="checkbox"
              chosen={worse.map((one) => one.value)}
              options={worse}
              errors={errors}
            />
          ) : null}
          <ChoiceField
            label={worse.length > 0 ? "そのほかの指標" : "指標"}
            name="figure"
            type="checkbox"
            chosen={[]}
            options={group(false)}
            errors={worse.length > 0 ? undefined : errors}
          />
        </OnceForm>
      )}
    </>
  );
}
