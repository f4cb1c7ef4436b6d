import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { type Option, SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { RowsField } from "#ui/field-rows.tsx";
import { SteppedForm } from "#ui/form-steps.tsx";
import { PageHead } from "#ui/page.tsx";
import { listBodies } from "../bodies/member.usecases.server.ts";
import { planMeeting } from "../meetings/meeting.usecases.server.ts";
import type { Route } from "./+types/meeting-new";
import { councilPlace } from "./place.tsx";

const MOST_SLOTS = 20;
const USUAL_HOURS = Object.fromEntries(
  [...Array(MOST_SLOTS).keys()].flatMap((slot) => [
    [`slots.${slot}.startsAt`, "13:30"],
    [`slots.${slot}.endsAt`, "15:00"],
  ]),
);

const LABELS = {
  bodyId: "会議体",
  title: "会議名",
  place: "場所",
  slots: "候補日",
  pollDeadline: "回答期限",
};

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
        title="会議を登録する"
        lead={`${name}。日程が決まっている場合は1つ、未定の場合は候補日を入力すると、委員に日程調整を依頼できます。`}
      />
      <SteppedForm
        command="meeting.plan"
        answer={actionData}
        values={USUAL_HOURS}
        once={once}
        labels={LABELS}
        options={{ bodyId: bodies }}
        submit="会議を登録する"
        steps={[
          { title: "会議の概要", fields: ["bodyId", "title", "place"], part: <What bodies={bodies} /> },
          { title: "開催日時", fields: ["slots", "pollDeadline"], part: <When /> },
        ]}
      />
    </>
  );
}

const What = ({ bodies }: { bodies: readonly Option[] }) => (
  <>
    <SelectField label={LABELS.bodyId} options={bodies} name="bodyId" />
    <TextField label={LABELS.title} hint="例　第2回 協議会" name="title" />
    <TextField
      label={LABELS.place}
      hint="オンラインで開くときは、そのことを入力してください。あとでも変えられます。"
      optional
      name="place"
    />
  </>
);

const When = () => (
  <>
    <RowsField
      name="slots"
      label={LABELS.slots}
      hint="日が決まっていれば1つだけ入力してください。"
      first={3}
      most={MOST_SLOTS}
      add="候補日を追加する"
    >
      {(at, row) => (
        <>
          <DayField label="日" optional={row > 0} name={at("day")} />
          <TextField label="開始時刻" type="time" optional name={at("startsAt")} />
          <TextField label="終了時刻" type="time" optional name={at("endsAt")} />
        </>
      )}
    </RowsField>
    <DayField
      label={LABELS.pollDeadline}
      hint="候補日が2つ以上の場合に使用します。期限の2日前に、未回答の委員へ自動で再依頼します。"
      optional
      name="pollDeadline"
    />
  </>
);
