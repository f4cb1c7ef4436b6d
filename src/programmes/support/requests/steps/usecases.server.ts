import { scopeOf } from "#foundation/actors/public.ts";
import { findArea, getArea } from "#foundation/areas/public.ts";
import { authorise, type Unit } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { type SupportAction, type SupportSubject, supportPolicy } from "../../access.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { officeName, type Values } from "../../letters/messages.ts";
import { revokeLinks } from "../../links/store.server.ts";
import { dropFiles } from "../files/keeping/usecases.server.ts";
import { insertEvent } from "../history/store.server.ts";
import { ERRORS } from "../messages.ts";
import { type Action, afterwards, isOver, may } from "../rules.ts";
import type { Enquiry, SupportRequest } from "../schema.ts";
import { findRequest, type RequestChange, updateRequest } from "../store.server.ts";

/**
 * Does one thing of the table of states: guards it, adds to the history, changes the row. The caller holds the row.
 * When the matter is over, its links die with it, but for next year's, which begins another; of one that came to nothing
 * the files go as well. `own`: the workplace changed something by itself, which the secretariat is to look at.
 */
export async function step(
  unit: Unit,
  request: SupportRequest,
  action: Action,
  {
    detail = {},
    change = {},
    by,
    own = false,
  }: { detail?: Record<string, unknown>; change?: RequestChange; by?: string; own?: boolean } = {},
): Promise<Result<SupportRequest>> {
  if (!may(request.status, action)) return conflict(ERRORS.ja.moment!);
  const status = afterwards(request.status, action);
  const at = unit.clock.now();
  await insertEvent(unit, request.areaId, request.id, {
    at,
    actor: by ?? scopeOf(unit.actor).actor,
    action,
    status,
    detail,
  });
  const columns = {
    ...change,
    ...(status === request.status ? {} : { status, status_since: at }),
    ...(own ? { changed_at: at } : {}),
  };
  if (Object.keys(columns).length > 0) await updateRequest(unit, request.areaId, request.id, columns);
  if (isOver(status) && !isOver(request.status))
    await revokeLinks(unit, request.areaId, { requestId: request.id, spared: "again" }, at);
  if (status === "withdrawn" || status === "unmet") await dropFiles(unit, request);
  return ok((await findRequest(unit, request.areaId, request.id))!);
}

export const subjectOf = (request: SupportRequest, enquiries: readonly Enquiry[] = []): SupportSubject => ({
  type: "request",
  id: request.id,
  area: request.areaId,
  workplace: request.organisationId,
  asked: enquiries.filter((one) => one.state !== "queued").map((one) => one.organisationId),
  passedTo: request.passedTo,
});

export type Matter = Readonly<{ request: SupportRequest; enquiries: readonly Enquiry[] }>;

/** The request held for a change, with whom it was asked of, after the question whether the actor may. */
export async function hold(
  unit: Unit,
  area: AreaId,
  id: string,
  action: SupportAction,
): Promise<Result<Matter>> {
  const request = await findRequest(unit, area, id, true);
  if (!request) return notFound("request");
  const enquiries = await selectEnquiries(unit, area, id);
  const permit = await authorise(unit, supportPolicy, action, subjectOf(request, enquiries));
  return permit.ok ? ok({ request, enquiries }) : permit;
}

/** What letters about a request may say: no name, no topic. */
export async function valuesFor(unit: Unit, request: SupportRequest): Promise<Values> {
  const town = request.municipality === "" ? undefined : await findArea(unit, request.municipality);
  const area = await getArea(unit, request.areaId);
  return {
    number: request.number,
    town: town?.name ?? area.name,
    size: String(request.size),
    office: officeName(area.name, "ja"),
  };
}
