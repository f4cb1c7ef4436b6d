import { roleInArea } from "#foundation/actors/public.ts";
import { onRow, onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { askToJoin, readJoining } from "../joining/join.usecases.server.ts";
import { addPast, changePast, listPast } from "../past/past.usecases.server.ts";
import { removePart } from "../secretariat/council-part.usecases.server.ts";
import type { Route } from "./+types/past";
import { AskToJoin } from "./join-form.tsx";
import { EditPast, PastForm } from "./past-form.tsx";
import { PastList } from "./past-list.tsx";

/** What an area tells of its past is in Japanese. */
export const handle = { japaneseOnly: true };

/** Open to everybody: what came before, and the place in the plans above. */
export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const { values, ...past } = shown(await listPast(app, actor, { area }));
  const { id } = past.area;
  const asks = past.councils.length > 0 && roleInArea(actor, id, ["provider", "workplace", "member"]);
  return {
    ...past,
    forms: Object.fromEntries(
      Object.entries(values).map(([id, one]) => [id, { values: one, seen: fingerprintOf(one) }]),
    ),
    joining: asks ? shown(await readJoining(app, actor, { area: id })) : null,
    once: newId() as string,
  };
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const here = `/areas/${area}/council/past`;
  const target = { area: shown(await listPast(app, actor, { area })).area.id };
  const row = onRow(app, actor, target);
  return answerForm<never>(request, [
    onTarget(app, actor, target)(addPast, ({ id }) => `${here}?saved#past-${id}`),
    row(changePast, ({ id }) => `${here}?saved#past-${id}`),
    row(removePart.past, () => `${here}?removed`),
    onTarget(app, actor, ({ body }) => ({ ...target, body: String(body ?? "") }))(
      askToJoin,
      () => `${here}?sent`,
    ),
  ]);
}

export default function PastPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { area, councils, events, plans, mayEdit, forms, joining, once } = loaderData;
  const edit = mayEdit
    ? (line: (typeof events)[number]) => (
        <EditPast key={forms[line.id]?.seen} line={line} form={forms[line.id]} answer={actionData} />
      )
    : undefined;
  return (
    <>
      <PageHead
        title={`${area.name}の協議会の経過と位置づけ`}
        lead={councils.join("、")}
        actions={
          mayEdit ? <ButtonLink to={`/areas/${params.area}/council`}>協議会に戻る</ButtonLink> : undefined
        }
      />
      <Done />
      <Section title="これまでの経過">
        <PastList lines={events} none="経過の登録はまだありません。" {...(edit ? { after: edit } : {})} />
      </Section>
      <Section title="上位計画での位置づけ">
        <PastList lines={plans} none="上位計画の登録はまだありません。" {...(edit ? { after: edit } : {})} />
      </Section>
      {mayEdit ? (
        <Section title="経過・上位計画を追加する" lead="登録した内容は、このページで一般に公開されます。">
          <PastForm
            command="past.add"
            answer={actionData}
            values={{ kind: "event" }}
            once={once}
            submit="追加する"
          />
        </Section>
      ) : null}
      {joining ? <AskToJoin joining={joining} answer={actionData} /> : null}
    </>
  );
}
