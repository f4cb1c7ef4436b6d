import { command } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { ofMeeting } from "../../target.schema.ts";
import { AttendanceInput } from "../schema.ts";
import { updateInvitee } from "../store.server.ts";
import { lockMeeting } from "../usecases.server.ts";

/** Writes down who came. */
export const saveAttendance = command({
  name: "attendance.save",
  ...ofMeeting,
  input: AttendanceInput,
  async run(permit, { area, meeting, attendances }) {
    const locked = await lockMeeting(permit, area, meeting, "attend");
    if (!locked.ok) return locked;
    for (const { memberId, attendance } of attendances)
      if (!(await updateInvitee(permit, area, meeting, memberId, { attendance }))) return notFound("member");
    return ok(undefined);
  },
});
