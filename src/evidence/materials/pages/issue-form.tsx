import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ChoiceField, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { ISSUE } from "../news/news.messages.ts";
import { readIssueForm, saveIssue } from "../news/news-issue.usecases.server.ts";
import type { Route } from "./+types/issue-form";

export async function loader({ context, params: { area, issue } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = issue === "new" ? (newId() as string) : issue;
  return { id, form: shown(await readIssueForm(app, actor, { area, id })) };
}

export async function action({ context, params: { area, issue }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, id: issue === "new" ? String(input.id) : issue }));
  return answerForm(request, [on(saveIssue, ({ id }) => `/areas/${area}/news/${id}?saved`)]);
}

const LABELS = {
  sender: ISSUE.sender,
  title: ISSUE.subject,
  lead: ISSUE.lead,
  editions: ISSUE.editions,
  entries: ISSUE.entries,
  items: ISSUE.items,
};

/** An issue, put together from materials and from what is written for it. */
export default function IssueForm({ loaderData: { id, form }, actionData }: Route.ComponentProps) {
  const { isNew, senders, editions, entries, values, once } = form;
  return (
    <>
      <PageHead title={isNew ? ISSUE.new : ISSUE.edit} />
      <CommandForm
        command="news-issue.save"
        answer={actionData}
        values={values}
        once={once}
        submit={ISSUE.save}
        labels={LABELS}
        options={{ sender: senders, editions, entries }}
      >
        <input type="hidden" name="id" value={id} />
        <SelectField label={LABELS.sender} name="sender" empty="" options={senders} />
        <TextField label={LABELS.title} name="title" />
        <TextArea label={LABELS.lead} name="lead" rows={4} optional />
        {editions.length > 0 ? (
          <ChoiceField label={LABELS.editions} name="editions" type="checkbox" options={editions} />
        ) : null}
        {entries.length > 0 ? (
          <ChoiceField label={LABELS.entries} name="entries" type="checkbox" options={entries} />
        ) : null}
        <RowsField name="items" label={LABELS.items} first={3} most={10} add={ISSUE.addItem}>
          {(at) => (
            <div>
              <TextField label={ISSUE.itemTitle} name={at("title")} optional unmarked />
              <TextArea label={ISSUE.itemText} name={at("text")} rows={3} optional unmarked />
              <TextField label={ISSUE.itemTo} name={at("to")} optional unmarked />
            </div>
          )}
        </RowsField>
      </CommandForm>
    </>
  );
}
