import { data, redirect } from "react-router";
import { type Sector, sectorLabel } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { toldJa } from "#platform/mail/messages.ts";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { showSlot, showTask, showWhen, taskPath } from "../meetings/present.ts";
import { readMeeting } from "../meetings/reading/usecases.server.ts";
import { allows } from "../meetings/rules.ts";
import { MEETING_DONE, STATE } from "../messages.ts";
import type { Route } from "./+types/meeting";
import { meetingAction } from "./meeting-actions.tsx";
import { Attendance } from "./meeting-attendance.tsx";
import { Decisions } from "./meeting-decisions.tsx";
import { Papers } from "./meeting-papers.tsx";
import { Poll } from "./meeting-poll.tsx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, mayComment, url } = await councilPlace(args);
  const view = shown(await readMeeting(app, actor, area.id, args.params.meeting));
  const [latest] = view.minutes;
  const can = (action: Parameters<typeof allows>[1]) => mayEdit && allows(view.state, action);
  return {
    ...view,
    base,
    path: `${base}/meetings/${view.meeting.id}`,
    plan: `/areas/${area.slug}/plan`,
    mayEdit,
    mayComment,
    overdue: view.tasks
      .filter((task) => !task.doneAt && task.dueOn !== null && task.dueOn < app.clock.today())
      .map((task) => task.id),
    can: {
      poll: can("poll"),
      fix: can("fix"),
      move: can("move"),
      place: can("place"),
      invite: can("invite"),
      cancel: can("cancel"),
      prepare: can("prepare"),
      attend: can("attend"),
      minute: can("minute"),
    },
    when: view.state === "polling" ? "" : showWhen(view.meeting),
    onceKey: newId() as string,
    left: view.left.map((task) => ({ ...task, line: showTask(task), to: taskPath(base, task) })),
    poll: view.poll.map((option) => ({ ...option, name: showSlot(option) })),
    invitees: view.invitees.map((one) => ({
      ...one,
      email: one.email !== "",
      undelivered: mayEdit && one.undelivered ? toldJa(one.undelivered) : "",
      sector: sectorLabel(one.sector as Sector),
    })),
    minutes: latest ? { version: latest.version, approved: latest.approvedAt !== null } : null,
    done: url.searchParams.get("done") ?? "",
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const { outcome, values, intent } = await meetingAction(
    app,
    actor,
    area.id,
    args.params.meeting,
    args.request,
  );
  if (outcome.ok && intent === "remove-meeting") throw redirect(`${base}?removed`);
  if (outcome.ok)
    throw redirect(
      `${base}/meetings/${args.params.meeting}?done=${intent}${outcome.value?.sent === undefined ? "" : `-${outcome.value.sent}`}`,
    );
  const { error } = outcome;
  if (error.kind === "invalid")
    return data({ errors: error.fields, message: null, values, intent }, { status: 422 });
  if (error.kind === "conflict")
    return data({ errors: {}, message: error.message, values, intent }, { status: 409 });
  throw data(null, { status: statusOf(error) });
}

export type MeetingPageProps = Route.ComponentProps;

export default function MeetingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, body, state, base, path, when, minutes, done, can } = loaderData;
  const [, doneIntent = "", count = ""] = /^([a-z-]+?)(?:-(\d+))?$/.exec(done) ?? [];
  const sentence = MEETING_DONE[doneIntent]?.(count);
  return (
    <>
      <PageHead
        title={meeting.title}
        lead={[body.name, when, meeting.place, STATE[state]].filter(Boolean).join("　")}
        actions={
          <>
            <ButtonLink to={`${path}/papers.pdf`} reload>
              会議の前の1枚（PDF）
            </ButtonLink>
            <ButtonLink to={base}>協議会にもどる</ButtonLink>
          </>
        }
      />
      {sentence && !actionData ? <Notice kind="success" title={sentence} /> : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {actionData && Object.keys(actionData.errors).length > 0 ? (
        <Notice kind="error" title="直すところがあります。書いたものは残っています。">
          {Object.values(actionData.errors).flat().join(" ")}
        </Notice>
      ) : null}
      <Poll view={loaderData} values={actionData?.values} intent={actionData?.intent} />
      <Papers view={loaderData} values={actionData?.values} intent={actionData?.intent} />
      {can.attend || loaderData.invitees.some((one) => one.attendance) ? (
        <Attendance view={loaderData} />
      ) : null}
      {minutes || can.minute ? (
        <Section title="議事録">
          <p>
            {minutes
              ? `第${minutes.version}版　${minutes.approved ? "承認ずみ" : "下書き"}　`
              : "まだ書かれていません。　"}
            <TextLink to={`${path}/minutes`}>
              {minutes ? (can.minute ? "議事録を読む・直す" : "議事録を読む") : "議事録を書く"}
            </TextLink>
          </p>
        </Section>
      ) : null}
      <Decisions view={loaderData} values={actionData?.values} intent={actionData?.intent} />
      {loaderData.mayEdit ? <RemoveMeeting /> : null}
    </>
  );
}

function RemoveMeeting() {
  return (
    <details className="no-print mt-10">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-blue-1000 underline underline-offset-4">
        この会議を消す
      </summary>
      <p className="my-2">日程・資料・議事録・決定もいっしょに見えなくなります。30日のあいだは戻せます。</p>
      <OnceForm submit="会議を消す" kind="danger" busy="消しています…">
        <input type="hidden" name="intent" value="remove-meeting" />
      </OnceForm>
    </details>
  );
}
