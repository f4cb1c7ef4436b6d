import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { toldJa } from "#platform/mail/messages.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { meetingComments } from "../meetings/comment.usecases.server.ts";
import {
  attendanceValues,
  fixedValues,
  moveValues,
  placeValues,
  showSlot,
  showTask,
  showWhen,
  taskPath,
  taskValues,
} from "../meetings/meeting.present.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import { MEETING_DONE, STATE } from "../messages.ts";
import type { Route } from "./+types/meeting";
import { meetingCommands } from "./meeting-actions.tsx";
import { Attendance } from "./meeting-attendance.tsx";
import { Decisions } from "./meeting-decisions.tsx";
import { Papers } from "./meeting-papers.tsx";
import { Poll } from "./meeting-poll.tsx";
import { councilPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, url } = await councilPlace(args);
  const view = shown(await readMeeting(app, actor, { area: area.id, meeting: args.params.meeting }));
  const { meeting, body, state, answers, asked, agenda, papers, minutes, decisions, tasks } = view;
  return {
    ...{ meeting, body, state, answers, asked, agenda, papers, minutes, decisions },
    tasks: tasks.map((task) => ({ ...task, form: formShowing(taskValues(task)) })),
    ...{ base, mayEdit, can: view.can },
    path: `${base}/meetings/${meeting.id}`,
    plan: `/areas/${area.slug}/plan`,
    said: shown(await meetingComments.list(app, actor, { area: area.id, kind: "meeting", id: meeting.id })),
    move: formShowing(moveValues(meeting)),
    place: formShowing(placeValues(meeting)),
    fixed: formShowing(fixedValues(meeting, view.poll)),
    came: formShowing(attendanceValues(view.invitees)),
    when: state === "polling" ? "" : showWhen(meeting),
    /** A key for each form that makes something. */
    once: {
      agenda: newId() as string,
      file: newId() as string,
      report: newId() as string,
      decision: newId() as string,
      comment: newId() as string,
    },
    left: view.left.map((task) => ({
      id: task.id,
      line: showTask(task),
      to: taskPath(base, task),
      meeting: task.meeting,
    })),
    poll: view.poll.map(({ id, counts, best, ...slot }) => ({ id, counts, best, name: showSlot(slot) })),
    invitees: view.invitees.map(({ undelivered, ...invitee }) => ({
      ...invitee,
      undelivered: undelivered ? toldJa(undelivered) : "",
    })),
    done: MEETING_DONE[url.searchParams.get("done") ?? ""]?.(url.searchParams.get("count") ?? "0"),
  };
}

export async function action(args: Route.ActionArgs) {
  return answerForm<never>(args.request, meetingCommands(await councilPlace(args), args.params.meeting));
}

export type MeetingPageProps = Route.ComponentProps;
export type MeetingPart = Readonly<{ view: MeetingPageProps["loaderData"]; answer: unknown }>;

export default function MeetingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, body, state, base, path, when, minutes, done, can } = loaderData;
  // What the state of the meeting does not allow is said here: its form may be gone. What is to be mended, at the form.
  const part = { view: loaderData, answer: actionData?.message ? undefined : actionData };
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
            <ButtonLink to={base}>協議会に戻る</ButtonLink>
          </>
        }
      />
      {done && !actionData ? <Notice kind="success" title={done} /> : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      <Poll {...part} />
      <Papers {...part} />
      {can.attend || loaderData.invitees.some((one) => one.attendance) ? <Attendance {...part} /> : null}
      {minutes || can.minute ? (
        <Section title="議事録">
          <p>
            {minutes
              ? `第${minutes.version}版　${minutes.approved ? "承認済み" : "下書き"}　`
              : "未作成です。　"}
            <TextLink to={`${path}/minutes`}>
              {minutes ? (can.minute ? "議事録を閲覧・編集する" : "議事録を閲覧する") : "議事録を作成する"}
            </TextLink>
          </p>
        </Section>
      ) : null}
      <Decisions {...part} />
      {loaderData.mayEdit ? <DeleteMeeting named={meeting.title} /> : null}
    </>
  );
}

const DeleteMeeting = ({ named }: { named: string }) => (
  <Removal
    className="mt-10"
    open="この会議を削除する"
    named={named}
    goes="日程・資料・議事録・決定もあわせて表示されなくなります。30日以内は元に戻せます。"
    submit="会議を削除する"
    command="meeting.delete"
  />
);
