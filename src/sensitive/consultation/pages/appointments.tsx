import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { labelled, SelectField, TextField } from "#ui/field.tsx";
import { DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import {
  attendAppointment,
  bookAppointment,
  cancelAppointment,
  cancelSession,
  listAppointments,
  openSession,
} from "../appointments/appointment.commands.server.ts";
import type { Route } from "./+types/appointments";
import { SessionPlaces } from "./session-places.tsx";

const LABELS = {
  day: "相談日",
  starts: "開始時刻",
  ends: "終了時刻",
  kind: "方法",
  place: "場所",
  counsellor: "相談に応じる人",
  places: "予約できる人数",
};
const field = labelled(LABELS);

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const view = shown(
    await listAppointments(app, actor, {
      organisation: params.organisation,
      counsellor: url.searchParams.get("counsellor")?.slice(0, 80) || undefined,
    }),
  );
  return { ...view, today: app.clock.today(), once: newId() as string, id: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const organisation = params.organisation as OrganisationId;
  const naming = (name: "session" | "appointment") =>
    onTarget(app, actor, (input: Input) => ({ organisation, [name]: String(input[name] ?? "") }) as never);
  const saved = () => `/offices/${organisation}/appointments?saved`;
  return answerForm(request, [
    naming("session")(openSession, saved),
    naming("session")(bookAppointment, saved),
    naming("session")(cancelSession, saved),
    naming("appointment")(cancelAppointment, saved),
    naming("appointment")(attendAppointment, saved),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function Appointments({ loaderData, actionData, params }: Route.ComponentProps) {
  const { sessions, counsellors, mayOpen, id, once } = loaderData;
  return (
    <>
      <PageHead
        title="予約"
        lead="相談日と予約者の一覧です。相談の内容は表示されません。"
        actions={
          mayOpen ? (
            <ButtonLink to={`/offices/${params.organisation}/cases`}>相談の一覧</ButtonLink>
          ) : undefined
        }
      />
      <Done />
      {counsellors.length > 1 ? (
        <nav aria-label="相談に応じる人" className="my-4 flex flex-wrap gap-x-6">
          <TextLink to={`/offices/${params.organisation}/appointments`}>全員</TextLink>
          {counsellors.map((one) => (
            <TextLink
              key={one}
              to={`/offices/${params.organisation}/appointments?counsellor=${encodeURIComponent(one)}`}
            >
              {one}
            </TextLink>
          ))}
        </nav>
      ) : null}
      {sessions.length === 0 ? <p>今後の相談日はありません。</p> : null}
      {sessions.map((session) => (
        <Section
          key={session.id}
          title={`${showDateJa(session.day)} ${session.starts}〜${session.ends}`}
          lead={`${session.kind}　${session.counsellor}　${session.place}`}
        >
          <SessionPlaces session={session} answer={actionData} once={once} mayCancel={mayOpen} />
        </Section>
      ))}
      {mayOpen ? (
        <Section title="相談日の登録">
          <Folded summary="相談日を登録する" open={sessions.length === 0}>
            <CommandForm
              command="appointment.open-session"
              answer={actionData}
              once={once}
              labels={LABELS}
              submit="登録する"
            >
              <input type="hidden" name="session" value={id} />
              <DayField {...field("day")} />
              <TextField {...field("starts")} type="time" />
              <TextField {...field("ends")} type="time" />
              <SelectField
                {...field("kind")}
                options={[
                  { value: "visit", label: "来所" },
                  { value: "home-visit", label: "訪問" },
                  { value: "online", label: "オンライン" },
                ]}
              />
              <TextField {...field("place")} optional />
              <TextField {...field("counsellor")} hint="例：精神科医、保健師" />
              <TextField {...field("places")} inputMode="numeric" />
            </CommandForm>
          </Folded>
        </Section>
      ) : null}
    </>
  );
}
