import { scopeOf } from "#foundation/actors/public.ts";
import { command } from "#foundation/authority/public.ts";
import { selectHistory } from "#foundation/history/public.ts";
import { takeBackLetters, undoableUntil } from "#foundation/letters/public.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { ENQUIRIES } from "../model/enquiry.messages.ts";
import { mayStep } from "../model/enquiry.rules.ts";
import { type Action, may } from "../model/request.rules.ts";
import { historyOfRequest, type RequestEvent, type SupportRequest } from "../model/request.schema.ts";
import { places } from "../offers/capacity.commands.server.ts";
import { updateRequest } from "./request.store.server.ts";
import {
  type Matter,
  onRequest,
  step,
  stepEnquiry,
  withMatter,
  withRequest,
} from "./step.commands.server.ts";

/** What of a request's history can still be undone by who did it: the first asking, and a day that was fixed. */
export function undoableOf(
  { status }: Pick<SupportRequest, "status">,
  events: readonly Pick<RequestEvent, "action" | "at" | "actor">[],
  who: string,
  now: Date,
): Readonly<{ step: "unask" | "unfix"; since: Date; until: Date }> | undefined {
  const last = events.at(-1);
  if (!last || last.actor !== who || now >= undoableUntil(last.at)) return undefined;
  const since = last.at;
  const until = undoableUntil(since);
  const asked = events.filter(({ action }) => action === "ask");
  if (last.action === "ask" && asked.length === 1 && may(status, "unask"))
    return { step: "unask", since, until };
  return last.action === "fix" && may(status, "unfix") ? { step: "unfix", since, until } : undefined;
}

/** Takes back what was done a moment ago, as long as none of its letters has gone out. */
export const undoRequest = command({
  ...onRequest,
  name: "request.undo",
  run: withMatter(async (permit, { request, enquiries }): Promise<Result<SupportRequest>> => {
    const { areaId: area, id } = request;
    const events = await selectHistory<Action>(permit, historyOfRequest(area, id));
    const undo = undoableOf(request, events, scopeOf(permit.actor).actor, permit.clock.now());
    const about = [id, ...enquiries.map((one) => one.id)];
    if (!undo || !(await takeBackLetters(permit, area, about, undo.since)))
      return conflict(ENQUIRIES.tooLate);
    return undo.step === "unask"
      ? unask(permit, { request, enquiries })
      : unfix(permit, { request, enquiries });
  }),
});

async function unask(permit: SupportPermit, { request, enquiries }: Matter): Promise<Result<SupportRequest>> {
  for (const one of enquiries.filter(({ state }) => mayStep(state, "release")))
    await stepEnquiry(permit, one, "release");
  return step(permit, request, "unask");
}

/** Everybody stands where they stood: who had answered with the answer, the others still asked. */
async function unfix(permit: SupportPermit, { request, enquiries }: Matter): Promise<Result<SupportRequest>> {
  await places.release(permit, request.areaId, request.id, "undone");
  for (const one of enquiries.filter(({ state }) => state === "chosen" || state === "released"))
    if (one.answers) await stepEnquiry(permit, one, "keep");
    else if (one.askedAt) await stepEnquiry(permit, one, "restore");
  return step(permit, request, "unfix", {
    change: { fixedDay: null, fixedFrom: null, fixedTo: null, tellSince: null, tellWhat: null },
  });
}

/** The secretariat has telephoned. */
export const noteTold = command({
  ...onRequest,
  name: "request.told",
  run: withRequest(async (permit, request) => {
    await updateRequest(permit, request, { tellSince: null, tellWhat: null });
    return may(request.status, "tell") ? step(permit, request, "tell") : ok(request);
  }),
});
