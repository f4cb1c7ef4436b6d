import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { updateInvitee } from "../store.server.ts";
import { withMeeting } from "../usecases.server.ts";

const ATTENDANCES = ["present", "proxy", "absent"] as const;

/** Writes down who came, by member; an empty word takes it back. */
export function setAttendance(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  given: Readonly<Record<string, string>>,
): Promise<Result<undefined>> {
  return withMeeting(app, actor, area, id, "attend", async (unit): Promise<Result<undefined>> => {
    for (const [memberId, word] of Object.entries(given)) {
      const attendance = word === "" ? null : ATTENDANCES.find((one) => one === word);
      if (attendance === undefined)
        return invalid({ [memberId]: ["出席・代理出席・欠席から選んでください。"] });
      if (!(await updateInvitee(unit, area, id, memberId, { attendance }))) return notFound("member");
    }
    return ok(undefined);
  });
}
