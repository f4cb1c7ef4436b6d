import { z } from "zod";
import { type Actor, type Holder, organisationsOf, scopeOf } from "#foundation/actors/public.ts";
import { command, query, reachAlso } from "#foundation/authority/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, expectOk, type FormValues, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { SupportPermit } from "../access.ts";
import { ERRORS } from "../model/request.messages.ts";
import { may, workplaceKey } from "../model/request.rules.ts";
import { ofRequest, type RequestId, type SupportRequest } from "../model/request.schema.ts";
import { formValues } from "../model/request-form.rules.ts";
import { aboutArea } from "../support-target.usecases.server.ts";
import { selectOwn } from "./inbox.store.server.ts";
import { rowOf } from "./own-request.present.ts";
import { workplaceOf } from "./own-request.rules.ts";
import { findRequest } from "./request.store.server.ts";
import { onOwnRequest, step, type Work } from "./step.commands.server.ts";

/** Who the history says it was: somebody with the link, or the person who signed in. */
export const whoWith = ({ actor }: Pick<SupportPermit, "actor">): string =>
  actor.kind === "holder" ? "<workplace>" : scopeOf(actor).actor;

/**
 * The request of the workplace that came, held against everybody else where it is to be changed: what it became where
 * neighbouring areas took it over, so that one link and one number lead on. What is over stays to be read; what can be
 * done with it is in the table of states.
 */
export async function ownRequest(
  permit: SupportPermit,
  { hold = true }: { hold?: boolean } = {},
): Promise<Result<SupportRequest>> {
  const { area, id } = permit.subject;
  let request = await findRequest(permit, area, id!, hold);
  while (request?.takenAs && request.passedTo) {
    await reachAlso(permit, request.passedTo, request.takenAs);
    request = await findRequest(permit, request.passedTo, request.takenAs, hold);
  }
  return request ? ok(request) : notFound("request");
}

const ofOwn =
  (hold: boolean) =>
  <In, Out>(work: Work<SupportRequest, In, Out>) =>
  async (permit: SupportPermit, input: In, app: App): Promise<Result<Out>> => {
    const own = await ownRequest(permit, { hold });
    return own.ok ? work(permit, own.value, input, app) : own;
  };
/** Work on the request of the workplace that came, which is held; or a look at it. */
export const withOwn = ofOwn(true);
export const lookAtOwn = ofOwn(false);

/** What the workplaces of a person asked in an area, newest first. */
export const listOwnRequests = query({
  name: "receipt.list",
  ...aboutArea("request"),
  run: async (permit, { area }) =>
    ok((await selectOwn(permit, area, organisationsOf(permit.actor, ["workplace"]))).map(rowOf)),
});

/** What the directory holds of the workplaces of a person. */
export const listOwnWorkplaces = query({
  name: "workplace.list",
  ...aboutArea("organisation"),
  run: async (permit) => {
    const own = await getOrganisations(permit, organisationsOf(permit.actor, ["workplace"]));
    return ok(
      [...own.values()].map(({ id, name, address, phone, email }) => ({ id, name, address, phone, email })),
    );
  },
});

/** An earlier request to ask for the like again, as the form shows it. Days are chosen anew. */
export const repeatRequest = query({
  ...onOwnRequest,
  name: "request.repeat",
  async run(permit, { area, id }) {
    const request = await findRequest(permit, area, id);
    return request ? ok({ id, values: formValues({ ...request, wishes: [] }) }) : notFound("request");
  },
});

type Earlier = Readonly<{ id: RequestId; values: FormValues }>;

/** The request that is asked for again: by the secret of its receipt or of next year's letter, or by its id as one's own. */
export async function findEarlier(
  app: App,
  actor: Actor,
  area: AreaId,
  again: string | null,
): Promise<Earlier | undefined> {
  if (!again) return undefined;
  const opened = await openLink(app, again, "receipt", "again");
  const found = opened.ok
    ? await repeatRequest(app, opened.value.holder, { area, id: opened.value.holder.subject })
    : await repeatRequest(app, actor, { area, id: again });
  return found.ok ? found.value : undefined;
}

/**
 * What is known of a workplace before it types: what it sent with an earlier request (`again`), else what the directory
 * holds of it where it is signed in.
 */
export async function beginningFor(
  app: App,
  actor: Actor,
  area: AreaId,
  again: string | null,
): Promise<FormValues | undefined> {
  const before = await findEarlier(app, actor, area, again);
  if (before) return before.values;
  const workplace = workplaceOf(actor);
  const known = workplace ? expectOk(await listOwnWorkplaces(app, actor, { area })) : [];
  const own = known.find(({ id }) => id === workplace);
  return own && { workplace: own.name, address: own.address, phone: own.phone, email: own.email };
}

/** Somebody who is signed in for workplaces, and their names. */
const claimant = z.object({
  user: z.string(),
  workplaces: z.array(z.object({ id: rowId<OrganisationId>(), name: z.string() })),
});

/** The workplace of this person that a request of no account may become one of: the one that bears the name on it. */
const claimingOf = (request: SupportRequest, { workplaces }: z.output<typeof claimant>) =>
  request.organisationId === null && may(request.status, "claim")
    ? workplaces.find((one) => workplaceKey(one.name) === request.workplaceKey)
    : undefined;

/**
 * A request that was sent without an account becomes one of the account. The right is the link's; who is signed in says
 * for which workplace. Whoever holds the link can do no more with it than before; another organisation can't have it.
 */
export const claimRequest = command({
  ...onOwnRequest,
  name: "receipt.claim",
  target: ofRequest.extend({ claimant }),
  async run(permit, target) {
    const request = await ownRequest(permit);
    if (!request.ok) return request;
    const organisation = claimingOf(request.value, target.claimant);
    if (!organisation) return conflict(ERRORS[request.value.language].moment!);
    return step(permit, request.value, "claim", {
      by: target.claimant.user,
      change: { organisationId: organisation.id },
    });
  },
});

/** Whether the button for that makes sense. */
export const mayClaim = query({
  ...onOwnRequest,
  name: "receipt.may-claim",
  target: ofRequest.extend({ claimant }),
  async run(permit, target) {
    const request = await ownRequest(permit, { hold: false });
    return request.ok ? ok(claimingOf(request.value, target.claimant) !== undefined) : request;
  },
});

/** What the holder of a receipt and a person who is signed in claim with. */
export async function claimTarget(app: App, person: Actor, { area, subject }: Holder) {
  const target = { area: area!, id: subject };
  const workplaces = workplaceOf(person)
    ? expectOk(await listOwnWorkplaces(app, person, { area: area! }))
    : [];
  return { ...target, claimant: { user: scopeOf(person).actor, workplaces } };
}
