import { onRow, onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { answerFor, CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { Table } from "#ui/table.tsx";
import { TIER_NAMES } from "../model/act.messages.ts";
import { TIERS } from "../model/act-lists.schema.ts";
import { OFFICE } from "../model/pledge.messages.ts";
import { addQuestion, listQuestions, withdrawQuestion } from "../questions/act-question.usecases.server.ts";
import type { Route } from "./+types/questions";

export async function loader({ context, params: { area } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return { ...shown(await listQuestions(app, actor, { area })), once: newId() as string };
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const here = () => `/areas/${area}/act-questions`;
  return answerForm(request, [
    onTarget(app, actor, { area })(addQuestion, here),
    onRow(app, actor, { area })(withdrawQuestion, here),
  ]);
}

/** The questions of the check: those that are shipped, and those that the area asks besides. */
export default function Questions({ loaderData: { rows, edition, once }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead title={OFFICE.questions} lead={OFFICE.questionsLead} />
      <Section title={OFFICE.add}>
        <CommandForm
          key={rows.length}
          command="act-question.add"
          answer={actionData}
          once={once}
          submit={OFFICE.add}
        >
          <SelectField
            label="お立場"
            name="tier"
            options={TIERS.map((value) => ({ value, label: TIER_NAMES.ja[value] }))}
          />
          <TextField label="質問" hint="「〜しています」の形で、1つのことを入力してください。" name="ja" />
          <TextField label="質問（英語）" name="en" optional />
        </CommandForm>
      </Section>
      <Table
        caption={OFFICE.questions}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "tier", head: "お立場", cell: (row) => row.tier },
          { key: "ja", head: "質問", cell: (row) => row.ja },
          { key: "from", head: "版", cell: (row) => (row.own ? OFFICE.own : OFFICE.shipped(edition)) },
          {
            key: "do",
            head: "操作",
            cell: (row) =>
              row.own ? (
                <Removal
                  command="act-question.withdraw"
                  answer={
                    answerFor(actionData, "act-question.withdraw")?.values.id === row.id
                      ? actionData
                      : undefined
                  }
                  open={OFFICE.withdraw}
                  asks={OFFICE.withdrawAsks(row.ja)}
                  submit={OFFICE.withdraw}
                  busy={OFFICE.withdrawBusy}
                  label={`${row.ja} ${OFFICE.withdraw}`}
                >
                  <input type="hidden" name="id" value={row.id} />
                </Removal>
              ) : null,
          },
        ]}
      />
    </>
  );
}
