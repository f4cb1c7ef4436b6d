import { answerForm } from "#platform/web/form-answer.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Folded } from "#ui/fold.tsx";
import { answerFor } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Removal } from "#ui/removal.tsx";
import { STATE } from "../messages.ts";
import type { Route } from "./+types/meeting";
import { meetingCommands } from "./meeting-actions.tsx";
import { Agenda } from "./meeting-agenda.tsx";
import { MeetingAside } from "./meeting-aside.tsx";
import { Attendance } from "./meeting-attendance.tsx";
import { ChangeMeeting } from "./meeting-change.tsx";
import { Decisions } from "./meeting-decisions.tsx";
import { Invitation } from "./meeting-invitation.tsx";
import { loadMeeting } from "./meeting-load.tsx";
import { MinutesState } from "./meeting-minutes.tsx";
import { OwnAnswers } from "./meeting-own.tsx";
import { Papers } from "./meeting-papers.tsx";
import { Poll } from "./meeting-poll.tsx";
import { MeetingWay } from "./meeting-way.tsx";
import { councilPlace } from "./place.tsx";

export const loader = async (args: Route.LoaderArgs) =>
  loadMeeting(await councilPlace(args), args.params.meeting);

export async function action(args: Route.ActionArgs) {
  return answerForm<never>(args.request, meetingCommands(await councilPlace(args), args.params.meeting));
}

/** A refusal tells that something changed: the page shows what stands now. */
export const shouldRevalidate = () => true;

export type MeetingPageProps = Route.ComponentProps;
export type MeetingPart = Readonly<{ view: MeetingPageProps["loaderData"]; answer: unknown }>;

export default function MeetingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, body, state, path, when, done, seat, invitees } = loaderData;
  // What the state of the meeting does not allow is said here: its form may be gone. What is to be mended, at the form.
  const part = { view: loaderData, answer: actionData?.message ? undefined : actionData };
  return (
    <>
      <PageHead
        title={meeting.title}
        lead={[body.name, when, meeting.place, STATE[state]].filter(Boolean).join("・")}
        actions={
          <ButtonLink to={`${path}/papers.pdf`} reload>
            次第と資料（PDF）
          </ButtonLink>
        }
      />
      {done && !actionData ? <Notice kind="success" title={done} /> : null}
      {actionData?.message ? <Notice kind="error" title={actionData.message} /> : null}
      {state === "cancelled" ? null : <MeetingWay view={loaderData} />}
      <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          {seat && !loaderData.mayEdit ? <OwnAnswers seat={seat} answer={part.answer} /> : null}
          <Poll {...part} />
          <Invitation {...part} />
          <Attendance {...part} />
          <MinutesState view={loaderData} />
          <Agenda {...part} />
          <Papers {...part} />
          <Decisions {...part} />
          {seat && loaderData.mayEdit ? (
            <Folded summary={`${seat.organisation}の委員としての回答`}>
              <OwnAnswers seat={seat} answer={part.answer} />
            </Folded>
          ) : null}
          <datalist id="task-owners">
            {invitees.map((one) => (
              <option key={one.memberId} value={one.organisation} />
            ))}
          </datalist>
          <Others {...part} />
        </div>
        <MeetingAside view={loaderData} />
      </div>
    </>
  );
}

/** What few need: another day, calling it off, deleting. */
function Others({ view, answer }: MeetingPart) {
  const { can, mayEdit, meeting } = view;
  if (!mayEdit) return null;
  const asked = ["meeting.move", "meeting.cancel", "meeting.set-place", "meeting.delete"];
  return (
    <div className="no-print mt-10 border-t border-solid-gray-300">
      <Folded summary="その他の操作" open={asked.some((one) => answerFor(answer, one) !== undefined)}>
        {can.move || can.place || can.cancel ? <ChangeMeeting view={view} answer={answer} /> : null}
        <Removal
          className="mt-4"
          open="この会議を削除する"
          named={meeting.title}
          goes="日程・資料・議事録・決定もあわせて表示されなくなります。30日以内は元に戻せます。"
          submit="会議を削除する"
          command="meeting.delete"
        />
      </Folded>
    </div>
  );
}
