import { command } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { ofMeeting } from "../model/council-target.schema.ts";
import { AttendanceInput, FillInput } from "../model/meeting.schema.ts";
import { attendanceValues } from "./meeting.present.ts";
import { findMeeting, selectInvitees, updateInvitee } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";

/** Writes down who came; not over what somebody else has written meanwhile. */
export const saveAttendance = command({
  name: "attendance.save",
  ...ofMeeting,
  input: AttendanceInput,
  async seen(permit, { meeting }) {
    if (!(await findMeeting(permit, meeting, true))) return undefined;
    return attendanceValues(await selectInvitees(permit, meeting));
  },
  async run(permit, { meeting, attendances }) {
    const locked = await lockMeeting(permit, meeting, "attend");
    if (!locked.ok) return locked;
    for (const { memberId, attendance, proxyName } of attendances)
      if (!(await updateInvitee(permit, meeting, memberId, { attendance, proxyName })))
        return notFound("member");
    return ok(undefined);
  },
});

/** Those of whom nothing is written yet: all present, or as each has said. What is written stays. */
export const fillAttendance = command({
  name: "attendance.fill",
  ...ofMeeting,
  input: FillInput,
  async run(permit, { meeting, from }) {
    const locked = await lockMeeting(permit, meeting, "attend");
    if (!locked.ok) return locked;
    const open = (await selectInvitees(permit, meeting)).filter((one) => one.attendance === null);
    const filled = open.flatMap(({ memberId, reply }) => {
      const attendance = from === "all" ? "present" : reply;
      return attendance === null ? [] : [{ memberId, attendance }];
    });
    for (const { memberId, attendance } of filled)
      await updateInvitee(permit, meeting, memberId, { attendance });
    return ok({ filled: filled.length });
  },
});
