import { onRow } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { idOf, newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { ChoiceField, labelled, SelectField, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import {
  COMBINATION_LABELS,
  GROUND_LABELS,
  ITEM_LABELS,
  AGREEMENT_LABELS as LABEL,
  AGREEMENT_PAGE as PAGE,
  PROVIDER_LABELS,
} from "../agreements/provider-agreement.messages.ts";
import {
  endAgreement,
  listAgreements,
  saveAgreement,
} from "../agreements/provider-agreement.usecases.server.ts";
import { eraseResults } from "../erasure/erasure.commands.server.ts";
import type { Route } from "./+types/agreements";

const field = labelled(LABEL);
const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = idOf(url.searchParams.get("id"));
  const view = shown(await listAgreements(app, actor, { area: params.area, ...(id && { id }) }));
  return {
    ...view,
    id: view.chosen ?? (newId() as string),
    endOnce: newId() as string,
    eraseOnce: newId() as string,
  };
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onRow(app, actor, { area: params.area });
  const here = () => `/areas/${params.area}/checkups/agreements`;
  return answerForm(request, [on(saveAgreement, here), on(endAgreement, here), on(eraseResults, here)]);
}

export default function Agreements({ loaderData, actionData }: Route.ComponentProps) {
  const { agreements, chosen, form, id, endOnce, eraseOnce } = loaderData;
  const due = agreements.find((one) => one.id === chosen && one.due !== "");
  const standing = agreements.find((one) => one.id === chosen && !one.ended);
  return (
    <>
      <PageHead title={PAGE.title} lead={PAGE.lead} />
      <Done />
      {agreements.length === 0 ? <p>{PAGE.none}</p> : null}
      {agreements.length > 0 ? (
        <Table
          caption={PAGE.title}
          hideCaption
          rows={agreements}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "provider",
              head: LABEL.provider,
              cell: (row) => (form ? <TextLink to={`?id=${row.id}`}>{row.provider}</TextLink> : row.provider),
            },
            { key: "kind", head: LABEL.kind, cell: (row) => row.kind },
            { key: "ground", head: LABEL.ground, cell: (row) => row.ground },
            { key: "smallest", head: LABEL.smallest, align: "right", cell: (row) => row.smallest },
            { key: "combine", head: LABEL.combine, cell: (row) => row.combine },
            { key: "kept", head: "保存期間", align: "right", cell: (row) => row.kept },
            { key: "until", head: LABEL.untilDay, cell: (row) => row.until },
            { key: "state", head: "状況", cell: (row) => row.state },
          ]}
        />
      ) : null}
      {form ? (
        <Section title={chosen ? PAGE.edit : PAGE.add}>
          <CommandForm
            {...form}
            key={id}
            command="provider-agreement.save"
            answer={actionData}
            labels={LABEL}
            submit={PAGE.save}
          >
            <input type="hidden" name="id" value={id} />
            <TextField {...field("provider")} />
            <SelectField {...field("kind")} options={optionsOf(PROVIDER_LABELS)} />
            <SelectField {...field("ground")} options={optionsOf(GROUND_LABELS)} />
            <TextField
              {...field("groundText")}
              hint="例　高齢者の医療の確保に関する法律 第27条、○○契約（令和8年4月1日）"
            />
            <ChoiceField {...field("items")} type="checkbox" options={optionsOf(ITEM_LABELS)} />
            <CountField
              {...field("smallest")}
              hint="10人以上。この人数に満たない値は、公表する版で表示しません。"
            />
            <ChoiceField
              {...field("combine")}
              type="checkbox"
              optional
              options={optionsOf(COMBINATION_LABELS)}
            />
            <CountField {...field("yearsKept")} hint={PAGE.yearsHint} />
            <DayField {...field("fromDay")} />
            <DayField {...field("untilDay")} hint={PAGE.renewHint} />
          </CommandForm>
          {due ? (
            <Removal
              open={PAGE.erase}
              asks={due.due}
              command="provider-agreement.erase"
              answer={actionData}
              once={eraseOnce}
              submit={PAGE.eraseNow}
            >
              <input type="hidden" name="id" value={due.id} />
            </Removal>
          ) : null}
          {standing ? (
            <Removal
              open={PAGE.end}
              asks={PAGE.endAsks(standing.provider)}
              command="provider-agreement.end"
              answer={actionData}
              once={endOnce}
              submit={PAGE.endNow}
              busy={PAGE.ending}
            >
              <input type="hidden" name="id" value={standing.id} />
            </Removal>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}
