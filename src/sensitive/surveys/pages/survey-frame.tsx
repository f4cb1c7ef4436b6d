import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { readList } from "#platform/lists/list.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { addToFrame, drawSample, listFrame, noteUnit, takeFrame } from "../frame/frame.commands.server.ts";
import { UNITS } from "../frame/frame.present.ts";
import { remindMissing, sendInvitations } from "../frame/letter.commands.server.ts";
import { AddUnits, DrawSample, NoteUnit } from "../parts/frame-parts.tsx";
import { Sending } from "../parts/send-parts.tsx";
import type { Route } from "./+types/survey-frame";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const list = readList(UNITS, url.searchParams);
  const view = shown(await listFrame(app, actor, { ...params, list }));
  return { ...view, seed: newId().slice(-8), once: newId() as string, again: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, params);
  const here = `/offices/${params.organisation}/surveys/${params.survey}/frame`;
  return answerForm(request, [
    on(takeFrame, () => here),
    on(addToFrame, () => here),
    on(drawSample, () => here),
    on(noteUnit, () => here),
    on(sendInvitations, () => here),
    on(remindMissing, () => here),
  ]);
}

export default function SurveyFrame({ loaderData, actionData, params }: Route.ComponentProps) {
  const { survey, all, sampled, rates, seed, once, again } = loaderData;
  const here = `/offices/${params.organisation}/surveys/${survey.id}`;
  const number = (value: number) => value.toLocaleString("ja-JP");
  return (
    <>
      <PageHead
        title={`対象と発送　${survey.title}`}
        lead={`名簿 ${number(all)}件　抽出 ${number(sampled)}件`}
        actions={<TextLink to={here}>調査に戻る</TextLink>}
      />
      {survey.state === "draft" ? (
        <>
          <AddUnits answer={actionData} partner={survey.partner} />
          {all > 0 ? <DrawSample rates={rates} seed={seed} answer={actionData} /> : null}
        </>
      ) : null}
      {survey.state === "open" ? (
        <Sending
          here={here}
          workers={survey.kind === "worker"}
          once={once}
          again={again}
          answer={actionData}
        />
      ) : null}
      {survey.sampling ? (
        <p className="my-4">
          抽出の層：
          {survey.sampling.strata
            .map((one) => `${one.name} ${number(one.population)}件から${number(one.drawn)}件`)
            .join("、")}
          （乱数の種 {survey.sampling.seed}）
        </p>
      ) : null}
      <ListTable
        {...loaderData}
        caption="対象の事業所"
        columns={UNITS.columns}
        rowKey={(row) => row.id}
        empty={<Empty title="対象の事業所はまだ登録されていません" />}
      />
      {survey.state === "open" ? <NoteUnit answer={actionData} /> : null}
    </>
  );
}
