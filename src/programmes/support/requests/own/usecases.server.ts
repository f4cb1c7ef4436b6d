import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit, type Work } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { isToken } from "../../links/rules.ts";
import { byLink } from "../../links/usecases.server.ts";
import { type Typed, typedFrom } from "../asking/rules.ts";
import { organisationsOf } from "../inbox/usecases.server.ts";
import { ERRORS } from "../messages.ts";
import { reachAlso } from "../passing/store.server.ts";
import { isOver, may, workplaceKey } from "../rules.ts";
import type { SupportRequest } from "../schema.ts";
import { step, subjectOf } from "../steps/usecases.server.ts";
import { findRequest } from "../store.server.ts";
import { selectOwn } from "./store.server.ts";

/** By what right a workplace comes to its request: the secret of its receipt, or its account. */
export type Key = string | Readonly<{ actor: Actor; area: AreaId; id: string }>;

/** Who the history says it was: somebody with the link, or the person who signed in. */
export const whoWith = (unit: Unit): string =>
  unit.actor.kind === "service" ? "<workplace>" : scopeOf(unit.actor).actor;

/** Runs a use-case of the workplace on its own request, which is held against everybody else where it is to be changed. */
export function ofWorkplace<T>(
  app: App,
  key: Key,
  work: (unit: Unit, request: SupportRequest) => Promise<Result<T>>,
  { hold = true }: { hold?: boolean } = {},
): Promise<Result<T>> {
  if (typeof key === "string")
    return byLink(app, key, "receipt", async (unit, link) => {
      const first = await findRequest(unit, link.area, link.requestId!, hold);
      const request = first && (await followed(unit, first, hold));
      return request && !isOver(request.status) ? work(unit, request) : notFound("request");
    });
  return act(app, key.actor, async (unit) => {
    const first = await findRequest(unit, key.area, key.id, hold);
    if (!first) return notFound("request");
    const permit = await authorise(unit, supportPolicy, "request.own", subjectOf(first));
    const request = permit.ok ? await followed(unit, first, hold) : undefined;
    return request ? work(unit, request) : notFound("request");
  });
}

/** What the request became where neighbouring areas took it over, so that one link and one number lead on. */
async function followed(
  unit: Unit,
  first: SupportRequest,
  hold: boolean,
): Promise<SupportRequest | undefined> {
  let request: SupportRequest | undefined = first;
  while (request?.takenAs && request.passedTo) {
    await reachAlso(unit, request.passedTo);
    request = await findRequest(unit, request.passedTo, request.takenAs, hold);
  }
  return request;
}

/** The organisation for which a signed-in workplace asks. */
export const workplaceOf = (actor: Actor): OrganisationId | null =>
  organisationsOf(actor, "workplace")[0] ?? null;

/** What the workplaces of a person asked in an area, newest first. */
export const ownRequests = (app: App, actor: Actor, area: AreaId): Promise<SupportRequest[]> =>
  withRows(app.db, scopeOf(actor), (permit) => selectOwn(permit, area, organisationsOf(actor, "workplace")));

/**
 * What is known of a signed-in workplace before it types: what it sent with an earlier request (`again`),
 * else what the directory holds of it. Days are chosen anew.
 */
export async function beginningFor(
  app: App,
  actor: Actor,
  area: AreaId,
  again: string | null,
): Promise<Typed | undefined> {
  const before = await earlierOf(app, actor, area, again);
  if (before) return typedFrom({ ...before, wishes: [] });
  const organisation = workplaceOf(actor);
  if (!organisation) return undefined;
  return withRows(app.db, scopeOf(actor), async (permit) => {
    const known = (await getOrganisations(permit as Work, [organisation])).get(organisation);
    if (!known) return undefined;
    const { name, address, phone, email } = known;
    return { text: { workplace: name, address, phone, email }, topics: [] };
  });
}

/** The request that is asked for again: by the secret of its receipt or of next year's letter, or by its id as one's own. */
export async function earlierOf(
  app: App,
  actor: Actor,
  area: AreaId,
  again: string | null,
): Promise<SupportRequest | undefined> {
  if (!again) return undefined;
  if (isToken(again)) {
    const found = await byLink(app, again, ["receipt", "again"], async (unit, link) => {
      const request = link.area === area && (await findRequest(unit, area, link.requestId!));
      return request ? ok(request) : notFound("request");
    });
    return found.ok ? found.value : undefined;
  }
  const own = organisationsOf(actor, "workplace");
  if (own.length === 0) return undefined;
  const all = await withRows(app.db, scopeOf(actor), (permit) => selectOwn(permit, area, own));
  return all.find((one) => one.id === again);
}

/**
 * The workplace of this person that a request of no account may become one of: the one that bears the name written on
 * it. Whoever holds the link can do no more with it than before; another organisation can't make it its own.
 */
export async function claimantOf(
  unit: Unit,
  actor: Actor,
  request: SupportRequest,
): Promise<OrganisationId | undefined> {
  if (request.organisationId !== null || !may(request.status, "claim")) return undefined;
  const named = await getOrganisations(unit, organisationsOf(actor, "workplace"));
  return [...named.values()].find((one) => workplaceKey(one.name) === request.workplaceKey)?.id;
}

/** A request that was sent without an account becomes one of the account, by its secret link. */
export function claim(app: App, actor: Actor, token: string): Promise<Result<SupportRequest>> {
  return ofWorkplace(app, token, async (unit, request) => {
    const organisation = await claimantOf(unit, actor, request);
    if (!organisation) return conflict(ERRORS[request.language].moment!);
    return step(unit, request, "claim", {
      by: scopeOf(actor).actor,
      change: { organisation_id: organisation },
    });
  });
}

/** As `claimantOf`, for the page that shows the button. */
export const mayClaim = (app: App, actor: Actor, token: string): Promise<Result<boolean>> =>
  ofWorkplace(
    app,
    token,
    async (unit, request) => ok((await claimantOf(unit, actor, request)) !== undefined),
    {
      hold: false,
    },
  );
