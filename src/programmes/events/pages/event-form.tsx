import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { readEventForm, saveEvent } from "../catalogue/event.usecases.server.ts";
import { EVENT_FORM } from "../catalogue/event-page.messages.ts";
import { EVENT_OPTIONS, EventFields } from "../parts/event-fields.tsx";
import type { Route } from "./+types/event-form";

export async function loader({ context, params: { area, event } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const id = event === "new" ? (newId() as string) : event;
  return { id, form: shown(await readEventForm(app, actor, { area, id })) };
}

export async function action({ context, params: { area, event }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const on = onTarget(app, actor, (input) => ({ area, id: event === "new" ? String(input.id) : event }));
  return answerForm(request, [on(saveEvent, ({ id }) => `/areas/${area}/events/${id}`)]);
}

export default function EventFormPage({ loaderData: { form, id }, actionData }: Route.ComponentProps) {
  const { isNew, initiatives, area, ...values } = form;
  const options = initiatives.map(({ id: value, title: label }) => ({ value, label }));
  return (
    <>
      <PageHead
        title={isNew ? EVENT_FORM.new : EVENT_FORM.edit}
        place={isNew ? area.name : values.values.title}
      />
      <CommandForm
        {...values}
        command="event.save"
        answer={actionData}
        submit={EVENT_FORM.save}
        labels={EVENT_FORM}
        options={EVENT_OPTIONS}
      >
        <input type="hidden" name="id" value={id} />
        <EventFields initiatives={options} values={values.values} />
      </CommandForm>
    </>
  );
}
