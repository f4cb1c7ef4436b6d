import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { conflict, type FieldErrors, invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { type Slot, sameSlots } from "../model/offer.rules.ts";
import { TOPICS } from "../model/offer-lists.schema.ts";
import { ERRORS } from "../model/request.messages.ts";
import { ANSWERED_TO, PARTS, type Part, workplaceKey } from "../model/request.rules.ts";
import { type RequestDraft, requestInput, type SupportRequest } from "../model/request.schema.ts";
import {
  changeValues,
  type Difference,
  differences,
  partsOf,
  typedValues,
} from "../model/request-change.rules.ts";
import { PAGE } from "../model/request-form.messages.ts";
import { fieldsOf, type Sent } from "../model/request-form.rules.ts";
import { selectEnquiries } from "./enquiry.store.server.ts";
import { askAnew, stillAsked } from "./enquiry-renewal.commands.server.ts";
import { ownRequest, whoWith, withOwn } from "./own-request.usecases.server.ts";
import { type RequestChange, updateRequest } from "./request.store.server.ts";
import { holidayComplaints, townComplaints } from "./request-checks.queries.server.ts";
import { tellSupporters } from "./request-letter.commands.server.ts";
import { onOwnRequest, onRequest, step, withRequest } from "./step.commands.server.ts";

/**
 * A workplace changes its own request. The same change sent twice is one; who saw an older state is told first. The
 * secretariat is told by its inbox, those who were asked or come by mail.
 */
export const changeRequest = command({
  ...onOwnRequest,
  name: "receipt.change",
  input: z.record(z.string(), z.unknown()).transform((form) => ({ form })),
  async seen(permit) {
    const request = await ownRequest(permit);
    return request.ok ? changeValues(request.value) : undefined;
  },
  values: ({ form }) => typedValues(form),
  run: withOwn(async (permit, request, { form }, app): Promise<Result<SupportRequest | undefined>> => {
    const say = ERRORS[request.language];
    const unsent = (fields: FieldErrors) => invalid(fields, PAGE[request.language].wrong);
    const parts = partsOf(request);
    if (parts.length === 0) return conflict(say.moment!);
    const draft = read(permit, request, fieldsOf(form), parts);
    if (!draft.ok) return draft.error.kind === "invalid" ? unsent(draft.error.fields) : draft;
    const changed = differences(request, draft.value, parts);
    // Nothing to tell of.
    if (changed.length === 0) return ok(undefined);
    const named = (part: Part) => changed.some((one) => one.part === part);
    const errors = {
      ...(named("municipality")
        ? await townComplaints(permit, request.areaId, { ...request, ...draft.value })
        : {}),
      ...(named("wishes")
        ? await holidayComplaints(permit, request.areaId, { ...request, ...draft.value })
        : {}),
    };
    if (Object.keys(errors).length > 0) return unsent(errors);
    const enquiries = await selectEnquiries(permit, request.areaId, request.id);
    const asked = ["asking", "deciding"].includes(request.status) && stillAsked(enquiries).length > 0;
    const anew = asked && ANSWERED_TO.some(named);
    if (anew && draft.value.wishes.length === 0) return unsent({ wish1: [say.oneDay!] });
    const done = await step(permit, request, anew ? "reask" : "change", {
      by: whoWith(permit),
      detail: { changed },
      change: columnsOf(changed, request),
      own: true,
    });
    if (!done.ok) return done;
    // Other days leave what was said of the others true; another subject or place does not.
    if (anew)
      return askAnew(permit, app, done.value, enquiries, {
        keep: ["topics", "place", "municipality"].every((part) => !named(part as Part)),
      });
    const come = enquiries.filter((one) => one.state === "chosen");
    const now = permit.clock.now().getTime();
    // Another day is a question to the secretariat, not yet a change of the visit.
    if (request.status === "fixed" && changed.some(({ part }) => part !== "wishes"))
      await tellSupporters(permit, app, done.value, come, "changed", { key: ({ id }) => `${id}:${now}` });
    return done;
  }),
});

/** The request as it would be: what may not be changed stays, and wishes that were left alone may have gone by. */
function read(
  permit: SupportPermit,
  request: SupportRequest,
  input: Sent,
  parts: readonly Part[],
): Result<RequestDraft> {
  const given = Object.fromEntries(
    PARTS.map((part) => [part, parts.includes(part) ? input[part] : request[part]]),
  );
  const kept = sameSlots(given.wishes as readonly Slot[], request.wishes);
  const draft = checked(requestInput(request.language, permit.clock.today()), {
    ...request,
    ...given,
    wishes: kept ? [] : given.wishes,
  });
  if (!draft.ok) return draft;
  const topics = TOPICS.filter((topic) => draft.value.topics.includes(topic));
  return ok({ ...draft.value, topics, wishes: kept ? request.wishes : draft.value.wishes });
}

/** The wishes are also what supporters are asked for, whatever was proposed to them before, until a day is fixed. */
function columnsOf(changed: readonly Difference[], { fixed }: Pick<SupportRequest, "fixed">): RequestChange {
  const change: Record<string, unknown> = {};
  for (const { part, to } of changed) change[part] = part === "wishes" ? JSON.stringify(to) : to;
  if (change.wishes && !fixed) change.slots = change.wishes;
  if (typeof change.workplace === "string") change.workplaceKey = workplaceKey(change.workplace);
  return change;
}

/** The secretariat has looked at what the workplace changed at that time: a later change is still to be seen. */
export const acknowledgeChange = command({
  ...onRequest,
  name: "request.acknowledge",
  input: z.object({ changedAt: z.string().default("") }),
  run: withRequest(async (permit, request, { changedAt }) => {
    if (request.changedAt && request.changedAt.toISOString() !== changedAt)
      return conflict(ERRORS.ja.moment!);
    await updateRequest(permit, request, { changedAt: null });
    return ok({ ...request, changedAt: null });
  }),
});
