import { formShowing } from "#platform/kernel/form-values.ts";
import { newId } from "#platform/kernel/ids.ts";
import { toldJa } from "#platform/mail/messages.ts";
import { shown } from "#platform/web/refusal.ts";
import { agendaValues } from "../meetings/agenda.commands.server.ts";
import { meetingComments } from "../meetings/comment.usecases.server.ts";
import {
  attendanceValues,
  fixedValues,
  moveValues,
  placeValues,
  replyValues,
  shortSlot,
  showSlot,
  showTask,
  showUntil,
  showWhen,
  taskPath,
  taskValues,
  wayNotes,
} from "../meetings/meeting.present.ts";
import { readMeeting } from "../meetings/meeting-view.queries.server.ts";
import { ownSeat } from "../member/member-link.present.ts";
import { readOwnSeat } from "../member/member-link.usecases.server.ts";
import { MEETING_DONE } from "../messages.ts";
import type { councilPlace } from "./place.tsx";

type Place = Awaited<ReturnType<typeof councilPlace>>;

/** What the page of a meeting shows. */
export async function loadMeeting({ app, actor, area, base, mayEdit, url }: Place, id: string) {
  const target = { area: area.id, meeting: id };
  const view = shown(await readMeeting(app, actor, target));
  const { meeting, body, state, stage, answers, asked, papers, minutes, decisions, replies, came, round } =
    view;
  const seat = view.maySit ? shown(await readOwnSeat(app, actor, target)) : null;
  return {
    ...{ meeting, body, state, stage, answers, asked, papers, minutes, decisions, replies, came, round },
    ...{ base, mayEdit, can: view.can },
    agenda: view.agenda.map((item) => ({ ...item, form: formShowing(agendaValues(item)) })),
    tasks: view.tasks.map((task) => ({ ...task, form: formShowing(taskValues(task)) })),
    path: `${base}/meetings/${meeting.id}`,
    plan: `/areas/${area.slug}/plan`,
    said: shown(await meetingComments.list(app, actor, { area: area.id, kind: "meeting", id })),
    move: formShowing(moveValues(meeting)),
    place: formShowing(placeValues(meeting)),
    fixed: formShowing(fixedValues(meeting, view.poll)),
    attending: formShowing(attendanceValues(view.invitees)),
    replying: formShowing(replyValues(view.invitees)),
    seat: seat && ownSeat(seat),
    /** Whose answers are being written down: a member's id, all, or nobody's. */
    enter: url.searchParams.get("enter") ?? "",
    when: state === "polling" ? "" : showWhen(meeting),
    until: showUntil(meeting, app.clock.today()),
    notes: wayNotes(view),
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
    poll: view.poll.map(({ id, counts, best, ...slot }) => ({
      id,
      counts,
      best,
      name: showSlot(slot),
      short: shortSlot(slot),
    })),
    invitees: view.invitees.map(({ undelivered, ...invitee }) => ({
      ...invitee,
      undelivered: undelivered ? toldJa(undelivered) : "",
    })),
    done: MEETING_DONE[url.searchParams.get("done") ?? ""]?.(url.searchParams.get("count") ?? "0"),
  };
}
