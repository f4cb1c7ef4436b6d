import { data, redirect } from "react-router";
import { newId } from "#platform/kernel/ids.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { FieldErrors, SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead } from "#ui/page.tsx";
import { planMeeting } from "../meetings/usecases.server.ts";
import { listBodies } from "../usecases.server.ts";
import type { Route } from "./+types/meeting-new";
import { councilPlace, fieldsOf } from "./place.tsx";

const SLOTS = [0, 1, 2, 3, 4] as const;
const PARTS = ["day", "startsAt", "endsAt"] as const;

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, mayEdit } = await councilPlace(args);
  if (!mayEdit) throw data(null, { status: 403 });
  const bodies = shown(await listBodies(app, actor, area.id));
  const onceKey = newId() as string;
  return { name: area.name, onceKey, bodies: bodies.map(({ id, name }) => ({ value: id, label: name })) };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const values = await fieldsOf(args.request);
  const filled = SLOTS.filter((slot) => values[`day${slot}`]);
  const slots = filled.map((slot) =>
    Object.fromEntries(PARTS.map((part) => [part, values[`${part}${slot}`]])),
  );
  const planned = await planMeeting(app, actor, area.id, { ...values, slots }, values.once);
  if (planned.ok) throw redirect(`${base}/meetings/${planned.value.id}`);
  if (planned.error.kind !== "invalid") throw data(null, { status: statusOf(planned.error) });
  // Errors name the place among the filled rows; on the page it is the row itself.
  const errors = Object.fromEntries(
    Object.entries(planned.error.fields).map(([field, why]) => {
      const match = /^slots\.(\d)\.(\w+)$/.exec(field);
      return [match ? `${match[2]}${filled[Number(match[1])]}` : field, why];
    }),
  );
  return data({ errors, values }, { status: 422 });
}

export default function NewMeeting({ loaderData, actionData }: Route.ComponentProps) {
  const { name, onceKey, bodies } = loaderData;
  const values = actionData?.values;
  const errors: Readonly<Record<string, readonly string[]>> = actionData?.errors ?? {};
  const field = (key: string) => ({ name: key, defaultValue: values?.[key], errors: errors[key] });
  return (
    <>
      <PageHead
        title="会議を開く"
        lead={`${name}。日が決まっていれば1つ、決まっていなければ候補を書くと、委員に都合をたずねられます。`}
      />
      {actionData ? <Notice kind="error" title="直すところがあります。書いたものは残っています。" /> : null}
      <OnceForm submit="会議をつくる" onceKey={onceKey}>
        <SelectField label="会議体" options={bodies} {...field("bodyId")} />
        <TextField label="会議の名前" hint="例　第2回 協議会" {...field("title")} />
        <TextField
          label="場所"
          hint="オンラインで開くときは、そのことを書いてください。あとでも変えられます。"
          optional
          {...field("place")}
        />
        <FieldErrors id="slots-error" errors={errors.slots} />
        {SLOTS.map((slot) => (
          <fieldset key={slot} className="my-2 flex flex-wrap gap-x-6">
            <legend className="text-std-16B-170">候補 {slot + 1}</legend>
            <TextField label="日" type="date" optional={slot > 0} {...field(`day${slot}`)} />
            <TextField
              label="始まり"
              type="time"
              optional
              {...field(`startsAt${slot}`)}
              defaultValue={values?.[`startsAt${slot}`] ?? "13:30"}
            />
            <TextField
              label="終わり"
              type="time"
              optional
              {...field(`endsAt${slot}`)}
              defaultValue={values?.[`endsAt${slot}`] ?? "15:00"}
            />
          </fieldset>
        ))}
        <TextField
          label="返事の期限"
          hint="候補が2つ以上のとき。2日前に、まだの委員に自動でもう一度たずねます。"
          type="date"
          optional
          className="max-w-56"
          {...field("pollDeadline")}
        />
      </OnceForm>
    </>
  );
}
