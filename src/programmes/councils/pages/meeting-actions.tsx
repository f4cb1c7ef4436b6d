import { onRow, onTarget } from "#foundation/authority/public.ts";
import { addAgendaItem, changeAgendaItem, moveAgendaItem } from "../meetings/agenda.commands.server.ts";
import { fillAttendance, saveAttendance } from "../meetings/attendance.commands.server.ts";
import { meetingComments } from "../meetings/comment.usecases.server.ts";
import { decide, finishTask, reopenTask, saveTask } from "../meetings/decision.commands.server.ts";
import {
  cancelMeeting,
  fixDate,
  invite,
  moveMeeting,
  setPlace,
} from "../meetings/invitation.commands.server.ts";
import { addFile, addReport } from "../meetings/paper.usecases.server.ts";
import { remindPoll, startPoll } from "../meetings/poll.commands.server.ts";
import { enterAnswers, enterReplies } from "../meetings/telephone.commands.server.ts";
import { answerMinutes, answerPoll, replyToInvitation } from "../member/seat.commands.server.ts";
import { removePart } from "../secretariat/council-part.usecases.server.ts";
import type { councilPlace } from "./place.tsx";

type Place = Pick<Awaited<ReturnType<typeof councilPlace>>, "app" | "actor" | "area" | "base">;
type Named = Readonly<{ declared: { name: string } }>;

/** What the buttons of a meeting's page ask for. The page then says what was done, and how many were written to. */
export function meetingCommands({ app, actor, area, base }: Place, meeting: string) {
  const target = { area: area.id, meeting };
  const commented = { area: area.id, kind: "meeting", id: meeting } as const;
  const on = onTarget(app, actor, target);
  const row = onRow(app, actor, target);
  const part = onRow(app, actor, { area: area.id, under: meeting });
  const done = ({ declared }: Named, count?: number) =>
    `${base}/meetings/${meeting}?done=${declared.name}${count === undefined ? "" : `&count=${count}`}`;
  return [
    ...[startPoll, remindPoll, invite, moveMeeting].map((one) => on(one, ({ sent }) => done(one, sent))),
    ...[setPlace, cancelMeeting, addAgendaItem, saveAttendance].map((one) => on(one, () => done(one))),
    ...[answerPoll, replyToInvitation, answerMinutes].map((one) => on(one, () => done(one))),
    ...[enterAnswers, enterReplies].map((one) => on(one, ({ entered }) => done(one, entered))),
    on(fillAttendance, ({ filled }) => done(fillAttendance, filled)),
    ...[changeAgendaItem, moveAgendaItem].map((one) => row(one, () => done(one))),
    ...[addReport, addFile].map((one) => on(one, () => done(one))),
    on(decide, () => done(decide)),
    row(fixDate, ({ sent }) => done(fixDate, sent)),
    row(saveTask, () => done(saveTask)),
    ...[finishTask, reopenTask].map((one) => row(one, () => done(one))),
    ...[removePart.paper, removePart.task, removePart.decision, removePart.agenda].map((one) =>
      part(one, () => done(one)),
    ),
    ...meetingComments.forms(app, actor, commented, () => `${base}/meetings/${meeting}#comments`),
    onTarget(app, actor, { area: area.id, id: meeting })(removePart.meeting, () => `${base}?removed`),
  ];
}
