import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ChoiceField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { listExcerpts, takeExcerpts } from "../meetings/excerpt.usecases.server.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import type { Route } from "./+types/excerpts";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit } = await councilPlace(args);
  if (!mayEdit) throw data(null, { status: 403 });
  shown(await readMeeting(app, actor, { area: area.id, meeting: args.params.meeting }));
  const offered = shown(await listExcerpts(app, actor, area.id));
  return {
    back: `${base}/meetings/${args.params.meeting}`,
    profile: `/areas/${area.slug}`,
    once: newId() as string,
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
  const { meeting } = args.params;
  const on = onTarget(app, actor, { area: area.id, meeting });
  return answerForm(args.request, [
    on(takeExcerpts, () => `${base}/meetings/${meeting}?done=${takeExcerpts.declared.name}`),
  ]);
}

export default function Excerpts({ loaderData, actionData }: Route.ComponentProps) {
  const { back, profile, once, offered } = loaderData;
  const group = (worsening: boolean) =>
    offered.filter((one) => one.worsening === worsening).map((one) => one.option);
  const worse = group(true);
  return (
    <>
      <PageHead
        title="健康情報から資料を選ぶ"
        lead="選んだ数字は、現在の文・図・表のまま資料に残ります。"
        actions={<ButtonLink to={back}>会議に戻る</ButtonLink>}
      />
      {offered.length === 0 ? (
        <Empty title="健康情報はまだありません">
          <TextLink to={profile}>健康情報のページで確認する</TextLink>
        </Empty>
      ) : (
        <CommandForm command="excerpt.take" answer={actionData} once={once} submit="資料に入れる">
          {worse.length > 0 ? (
            <ChoiceField
              label="比較対象より悪く、悪化が続いている指標"
              name="worse"
              type="checkbox"
              chosen={worse.map((one) => one.value)}
              options={worse}
            />
          ) : null}
          <ChoiceField
            label={worse.length > 0 ? "そのほかの指標" : "指標"}
            name="figure"
            type="checkbox"
            options={group(false)}
          />
        </CommandForm>
      )}
    </>
  );
}
