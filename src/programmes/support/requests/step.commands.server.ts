import { addToHistory } from "#foundation/history/public.ts";
import { revokeLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, expectOk, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { stepFrom } from "#platform/kernel/states.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { ENQUIRY, type EnquiryStep } from "../model/enquiry.rules.ts";
import { ERRORS } from "../model/request.messages.ts";
import { type Action, isOver, stateAfter, TAKEN_BY } from "../model/request.rules.ts";
import { type Enquiry, historyOfRequest, ofRequest, type SupportRequest } from "../model/request.schema.ts";
import { type EnquiryChange, selectEnquiries, updateEnquiry } from "./enquiry.store.server.ts";
import { findRequest, type RequestChange, updateRequest } from "./request.store.server.ts";
import { dropFiles } from "./request-file-keeping.commands.server.ts";
import { requestIn } from "./step.store.server.ts";

type OfRequest = Readonly<{ area: AreaId; id: string }>;
/** What a use-case does with the thing that its address names. */
export type Work<Thing, In, Out> = (
  permit: SupportPermit,
  thing: Thing,
  input: In,
  app: App,
) => Promise<Result<Out>> | Result<Out>;

/** What use-cases on one request of an area have in common. */
export const onRequest = { policy: supportPolicy, target: ofRequest, subject: requestIn } as const;
/** Of those that the workplace asks for: of another's it learns nothing. */
export const onOwnRequest = { ...onRequest, hides: true } as const;

/**
 * Does one thing of the table of states: guards it, adds to the history, changes the row. The caller holds the row.
 * When the matter is over, the links of those who were asked die with it; the workplace's still shows what became of it,
 * and next year's begins another. Of one that came to nothing the files go as well. `own`: the workplace changed something by itself, which the secretariat is to look at.
 */
export async function step(
  permit: SupportPermit,
  request: SupportRequest,
  action: Action,
  {
    detail = {},
    change = {},
    by,
    own = false,
  }: { detail?: Record<string, unknown>; change?: RequestChange; by?: string; own?: boolean } = {},
): Promise<Result<SupportRequest>> {
  if (!TAKEN_BY[action].includes(permit.action))
    throw new Error(`${permit.action} does not take the step ${action}`);
  const next = stateAfter(request.status, action);
  if (!next.ok) return conflict(ERRORS.ja.moment!);
  const status = next.value;
  const at = permit.clock.now();
  await addToHistory(permit, historyOfRequest(request.areaId, request.id), {
    ...{ action, state: status, detail, at, actor: by },
  });
  const columns = {
    ...change,
    ...(status === request.status ? {} : { status, statusSince: at }),
    ...(own ? { changedAt: at } : {}),
  };
  if (Object.keys(columns).length > 0) await updateRequest(permit, request, columns);
  if (isOver(status) && !isOver(request.status))
    await revokeLinks(permit, request.areaId, { subject: request.id, purpose: "answer" });
  if (status === "withdrawn" || status === "unmet") await dropFiles(permit, request);
  return ok((await findRequest(permit, request.areaId, request.id))!);
}

export type Matter = Readonly<{ request: SupportRequest; enquiries: readonly Enquiry[] }>;

/** The request held for a change, with whom it was asked of. */
export async function holdMatter(permit: SupportPermit, area: AreaId, id: string): Promise<Result<Matter>> {
  const request = await findRequest(permit, area, id, true);
  return request ? ok({ request, enquiries: await selectEnquiries(permit, area, id) }) : notFound("request");
}

/** Work on a request that is held, with whom it was asked of. */
export const withMatter =
  <In extends OfRequest, Out>(work: Work<Matter, In, Out>) =>
  async (permit: SupportPermit, input: In, app: App): Promise<Result<Out>> => {
    const held = await holdMatter(permit, input.area, input.id);
    return held.ok ? work(permit, held.value, input, app) : held;
  };

/** Work on a request that is held. */
export const withRequest =
  <In extends OfRequest, Out>(work: Work<SupportRequest, In, Out>) =>
  async (permit: SupportPermit, input: In, app: App): Promise<Result<Out>> => {
    const request = await findRequest(permit, input.area, input.id, true);
    return request ? work(permit, request, input, app) : notFound("request");
  };

/** Does one thing of the table of an enquiry's states. That it can be done was looked at before. */
export async function stepEnquiry(
  permit: SupportPermit,
  enquiry: Enquiry,
  step: EnquiryStep,
  change: EnquiryChange = {},
): Promise<void> {
  const state = expectOk(stepFrom(ENQUIRY, enquiry.state, step));
  await updateEnquiry(permit, enquiry, { ...change, state });
}
