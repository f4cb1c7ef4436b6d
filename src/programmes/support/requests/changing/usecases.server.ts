import type { Actor } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { askAnew, stillAsked } from "../../enquiries/anew/usecases.server.ts";
import { selectEnquiries } from "../../enquiries/store.server.ts";
import { post } from "../../letters/usecases.server.ts";
import { makeLink } from "../../links/usecases.server.ts";
import { TOPICS } from "../../offers/lists/schema.ts";
import { type Slot, sameSlots } from "../../offers/rules.ts";
import { holidayComplaints } from "../asking/usecases.server.ts";
import { ERRORS } from "../messages.ts";
import { type Key, ofWorkplace, whoWith } from "../own/usecases.server.ts";
import { ANSWERED_TO, PARTS, type Part } from "../rules.ts";
import { type Enquiry, type RequestDraft, requestInput, type SupportRequest } from "../schema.ts";
import { hold, step, valuesFor } from "../steps/usecases.server.ts";
import { type RequestChange, updateRequest } from "../store.server.ts";
import { type Difference, differences, partsOf, printOf } from "./rules.ts";

/**
 * A workplace changes its own request. The same change sent twice is one; who saw an older state is told first. The
 * secretariat is told by its inbox, those who were asked or come by mail.
 */
export function changeOwn(
  app: App,
  key: Key,
  input: Readonly<Record<string, unknown>>,
  seen: string,
): Promise<Result<SupportRequest>> {
  return ofWorkplace(app, key, async (unit, request) => {
    const say = ERRORS[request.language];
    const parts = partsOf(request);
    if (parts.length === 0) return conflict(say.moment!);
    const draft = read(unit, request, input, parts);
    if (!draft.ok) return draft;
    const changed = differences(request, draft.value, parts);
    if (changed.length === 0) return ok(request);
    if (seen !== printOf(request)) return conflict(say.elsewhere!);
    const named = (part: Part) => changed.some((one) => one.part === part);
    const errors = named("wishes")
      ? await holidayComplaints(unit, request.areaId, { ...request, ...draft.value })
      : {};
    if (Object.keys(errors).length > 0) return invalid(errors);
    const enquiries = await selectEnquiries(unit, request.areaId, request.id);
    const asked = ["asking", "deciding"].includes(request.status) && stillAsked(enquiries).length > 0;
    const anew = asked && ANSWERED_TO.some(named);
    if (anew && draft.value.wishes.length === 0) return invalid({ wish1: [say.oneDay!] });
    const done = await step(unit, request, anew ? "reask" : "change", {
      by: whoWith(unit),
      detail: { changed },
      change: columnsOf(changed),
      own: true,
    });
    if (!done.ok) return done;
    // Other days leave what was said of the others true; another subject or place does not.
    if (anew) return askAnew(unit, app, done.value, enquiries, { keep: !named("topics") && !named("place") });
    if (request.status === "fixed") await tellComers(unit, app, done.value, enquiries);
    return done;
  });
}

/** The request as it would be: what may not be changed stays, and wishes that were left alone may have gone by. */
function read(
  unit: Unit,
  request: SupportRequest,
  input: Readonly<Record<string, unknown>>,
  parts: readonly Part[],
): Result<RequestDraft> {
  const given = Object.fromEntries(
    PARTS.map((part) => [part, parts.includes(part) ? input[part] : request[part]]),
  );
  const kept = sameSlots(given.wishes as readonly Slot[], request.wishes);
  const draft = checked(requestInput(request.language, unit.clock.today()), {
    ...request,
    ...given,
    wishes: kept ? [] : given.wishes,
  });
  if (!draft.ok) return draft;
  const topics = TOPICS.filter((topic) => draft.value.topics.includes(topic));
  return ok({ ...draft.value, topics, wishes: kept ? request.wishes : draft.value.wishes });
}

/** The wishes are also what supporters are asked for, whatever was proposed to them before. */
function columnsOf(changed: readonly Difference[]): RequestChange {
  const change: Record<string, unknown> = {};
  for (const { part, to } of changed) change[part] = part === "wishes" ? JSON.stringify(to) : to;
  if (change.wishes) change.slots = change.wishes;
  return change;
}

async function tellComers(
  unit: Unit,
  app: App,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
): Promise<void> {
  const { areaId: area, id: requestId } = request;
  const values = await valuesFor(unit, request);
  for (const one of enquiries.filter((each) => each.state === "chosen" && each.email !== "")) {
    const token = await makeLink(unit, area, "answer", { requestId, enquiryId: one.id });
    await post(unit, {
      area,
      letter: "changed",
      to: one.email,
      values: { ...values, link: `${app.config.origin}/a/${token}` },
      onceKey: `${one.id}:${unit.clock.now().getTime()}`,
    });
  }
}

/** The secretariat has looked at what the workplace changed; `seen` is when that was: a later change is still to be seen. */
export function acknowledge(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  seen: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const { request } = held.value;
    if (request.changedAt && request.changedAt.toISOString() !== seen) return conflict(ERRORS.ja.moment!);
    await updateRequest(unit, area, request.id, { changed_at: null });
    return ok({ ...request, changedAt: null });
  });
}
