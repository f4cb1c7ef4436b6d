import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { FieldErrors, SelectField, TextField } from "#ui/field.tsx";
import { CommandForm, useFormField } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { listBodies } from "../bodies/member.usecases.server.ts";
import { planMeeting } from "../meetings/meeting.usecases.server.ts";
import type { Route } from "./+types/meeting-new";
import { councilPlace } from "./place.tsx";

const SLOTS = [0, 1, 2, 3, 4] as const;
const USUAL_HOURS = Object.fromEntries(
  SLOTS.flatMap((slot) => [
    [`slots.${slot}.startsAt`, "13:30"],
    [`slots.${slot}.endsAt`, "15:00"],
  ]),
);

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, mayEdit } = await councilPlace(args);
  if (!mayEdit) throw data(null, { status: 403 });
  const bodies = shown(await listBodies(app, actor, { area: area.id }));
  const once = newId() as string;
  return { name: area.name, once, bodies: bodies.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const on = onTarget(app, actor, { area: area.id });
  return answerForm(args.request, [on(planMeeting, ({ id }) => `${base}/meetings/${id}`)]);
}

export default function NewMeeting({ loaderData, actionData }: Route.ComponentProps) {
  const { name, once, bodies } = loaderData;
  return (
    <>
      <PageHead
        title="会議を開く"
        lead={`${name}。日が決まっていれば1つ、決まっていなければ候補を書くと、委員に都合をたずねられます。`}
      />
      <CommandForm
        command="meeting.plan"
        answer={actionData}
        values={USUAL_HOURS}
        once={once}
        submit="会議をつくる"
      >
        <SelectField label="会議体" options={bodies} name="bodyId" />
        <TextField label="会議の名前" hint="例　第2回 協議会" name="title" />
        <TextField
          label="場所"
          hint="オンラインで開くときは、そのことを書いてください。あとでも変えられます。"
          optional
          name="place"
        />
        <Slots />
        <TextField
          label="返事の期限"
          hint="候補が2つ以上のとき。2日前に、まだの委員に自動でもう一度たずねます。"
          type="date"
          optional
          className="max-w-56"
          name="pollDeadline"
        />
      </CommandForm>
    </>
  );
}

function Slots() {
  const { id = "slots", errors } = useFormField("slots") ?? {};
  return (
    <div id={id} tabIndex={-1}>
      <FieldErrors id={`${id}-error`} errors={errors} />
      {SLOTS.map((slot) => (
        <fieldset key={slot} className="my-2 flex flex-wrap gap-x-6">
          <legend className="text-std-16B-170">候補 {slot + 1}</legend>
          <TextField label="日" type="date" optional={slot > 0} name={`slots.${slot}.day`} />
          <TextField label="始まり" type="time" optional name={`slots.${slot}.startsAt`} />
          <TextField label="終わり" type="time" optional name={`slots.${slot}.endsAt`} />
        </fieldset>
      ))}
    </div>
  );
}
