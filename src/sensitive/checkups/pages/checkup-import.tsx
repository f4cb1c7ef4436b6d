import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { Tick } from "#ui/imports/columns.tsx";
import { ImportPage, WithdrawImport } from "#ui/imports/import-page.tsx";
import { Table } from "#ui/table.tsx";
import { RECORD_PAGE as PAGE } from "../records/record-import.messages.ts";
import { presentRecords } from "../records/record-import.present.ts";
import {
  cancelCheckupImport,
  checkCheckupImport,
  readCheckupImport,
  rematchCheckupImport,
  takeCheckupImport,
  withdrawCheckupImport,
} from "../records/record-import.usecases.server.ts";
import { SIZES } from "../records/workplace-size.rules.ts";
import type { Route } from "./+types/checkup-import";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const after = Number(url.searchParams.get("after") ?? 0) || 0;
  return presentRecords(shown(await readCheckupImport(app, actor, { id: params.import, after })));
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, { id: params.import });
  const here = () => `/checkup-imports/${params.import}`;
  return answerForm(request, [
    on(checkCheckupImport, here),
    on(rematchCheckupImport, here),
    on(takeCheckupImport, here),
    on(cancelCheckupImport, here),
    on(withdrawCheckupImport, here),
  ]);
}

export default function CheckupImport({ loaderData, actionData }: Route.ComponentProps) {
  const { one, agreement, municipality, workplaceSize, voluntary, people, left, drift } = loaderData;
  return (
    <ImportPage
      one={one}
      prefix="checkup-import"
      here={`/checkup-imports/${one.id}`}
      back={{ to: "/checkup-imports", label: PAGE.backToList }}
      answer={actionData}
      whole={{
        values: { municipality, workplaceSize, voluntary },
        labels: { municipality: PAGE.municipality, workplaceSize: PAGE.size, agreement: PAGE.agreement },
        fields: (
          <>
            <input type="hidden" name="agreement" value={agreement} />
            <TextField label={PAGE.municipality} name="municipality" hint="例　32202" optional />
            <SelectField
              label={PAGE.size}
              name="workplaceSize"
              optional
              empty={SIZES[0].label}
              options={SIZES.slice(1).map(({ key, label }) => ({ value: String(key), label }))}
            />
            <Tick name="voluntary" label={PAGE.voluntary} />
          </>
        ),
      }}
      changes={
        <>
          <p>{people}</p>
          {left ? <p>{left}</p> : null}
          {drift.length > 0 ? (
            <Table
              caption={PAGE.distribution}
              rows={drift}
              rowKey={(row) => row.key}
              columns={[
                { key: "label", head: PAGE.item, cell: (row) => row.label },
                {
                  key: "persons",
                  head: PAGE.persons,
                  align: "right",
                  cell: (row) => row.persons.toLocaleString("ja"),
                },
                { key: "now", head: PAGE.now, align: "right", cell: (row) => row.now },
                { key: "before", head: PAGE.before, align: "right", cell: (row) => row.before },
              ]}
            />
          ) : null}
        </>
      }
      done={PAGE.done}
      withdrawal={
        one.state === "done" ? (
          <WithdrawImport one={one} prefix="checkup-import" lead={PAGE.withdrawLead} answer={actionData} />
        ) : null
      }
    />
  );
}
