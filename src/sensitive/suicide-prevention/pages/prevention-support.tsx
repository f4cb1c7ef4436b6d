import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { BereavedGroups, HotlineChecks } from "../parts/support-forms.tsx";
import { TrainedForm, TrainedRows } from "../parts/trained-forms.tsx";
import { trainedMap } from "../support/gatekeeper.present.ts";
import {
  addTrained,
  checkHotline,
  readSupport,
  removeTrained,
  saveGroup,
} from "../support/support.usecases.server.ts";
import type { Route } from "./+types/prevention-support";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { shapes, ...view } = shown(await readSupport(app, actor, params));
  return {
    ...view,
    map: trainedMap(view.districts, shapes),
    id: newId() as string,
    once: newId() as string,
  };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = () => `/areas/${params.area}/prevention/support`;
  const part = (name: "group" | "trained") =>
    onTarget(app, actor, (input) => ({ ...params, [name]: String(input[name] ?? "") }) as never);
  return answerForm(request, [
    onTarget(app, actor, params)(checkHotline, here),
    part("group")(saveGroup, here),
    part("trained")(addTrained, here),
    part("trained")(removeTrained, here),
  ]);
}

/** Numbers that were called, groups on their way, and who is trained where. */
export default function PreventionSupport({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { area, mayEdit, hotlines, groups, towns, districts, events, trained, map, id, once } = loaderData;
  return (
    <>
      <PageHead title={`相談電話・会・研修　${area.name}`} />
      <Section title="相談電話" lead="年に1回、実際に電話をかけて確認し、「確認した」を押します。">
        <HotlineChecks {...{ hotlines, mayEdit, answer }} />
      </Section>
      <Section
        title="わかち合いの会"
        lead="会の希望を確かめてから登録します。参加する方の名簿は、会が管理します。開催の人数は催しの実施報告で登録します。"
      >
        <BereavedGroups {...{ groups, mayEdit, answer }} />
      </Section>
      <Section title="ゲートキーパー研修" lead="10人未満の市町村は、0人を含めて「10人未満」と表示します。">
        <ChartFigure
          title="研修を修了した人（市町村別）"
          chart={map}
          source="催しの研修会ごとに登録した修了者数"
          level={3}
        />
        <Table
          caption="市町村別の修了者と、再受講の時期"
          rows={districts}
          rowKey={(row) => row.id}
          columns={[
            { key: "name", head: "市町村", cell: (row) => row.name },
            {
              key: "persons",
              head: "修了者",
              unit: "人",
              align: "right",
              cell: (row) => row.persons ?? "10未満",
            },
            {
              key: "due",
              head: "再受講の時期",
              unit: "人",
              align: "right",
              cell: (row) => row.due ?? "10未満",
            },
          ]}
        />
        {mayEdit ? (
          <>
            <TrainedRows {...{ trained, answer }} />
            <TrainedForm {...{ events, towns, id, once, answer }} />
          </>
        ) : null}
      </Section>
    </>
  );
}
