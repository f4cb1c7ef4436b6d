import { type Actor, scopeOf, service } from "#foundation/actors/public.ts";
import { type Area, getArea, getAreas } from "#foundation/areas/public.ts";
import { act, authorise, type Unit, type Work } from "#foundation/authority/public.ts";
import { areasWithRole } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { ONE } from "../../enquiries/rules.ts";
import { post } from "../../letters/usecases.server.ts";
import { revokeLinks } from "../../links/store.server.ts";
import { makeLink } from "../../links/usecases.server.ts";
import { letGo } from "../../visits/ending/usecases.server.ts";
import { moveFiles } from "../files/keeping/usecases.server.ts";
import { insertEvent } from "../history/store.server.ts";
import { ERRORS } from "../messages.ts";
import type { RequestId, SupportRequest } from "../schema.ts";
import { hold, step, subjectOf, valuesFor } from "../steps/usecases.server.ts";
import { findRequest, hasAskedBefore, insertRequest } from "../store.server.ts";
import { PASSING } from "./messages.ts";
import { findPassed, reachAlso } from "./store.server.ts";

/** The areas to which a request can be handed on: those with a secretariat that would see it. */
export function areasToPassTo(app: App, from: AreaId): Promise<Area[]> {
  return withRows(app.db, scopeOf(service("passing")), async (permit) => {
    const areas = await getAreas(permit as Work, await areasWithRole(permit as Work, "coordinator"));
    const own = areas.get(from)?.prefectureId;
    const far = (area: Area) => Number(area.prefectureId !== own);
    return [...areas.values()]
      .filter((area) => area.id !== from)
      .sort((a, b) => far(a) - far(b) || a.id.localeCompare(b.id));
  });
}

/** Hands the request to the secretariat of a neighbouring area, with a sentence why. The workplace is told. */
export async function passOn(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  input: Readonly<{ to: string; why: string }>,
): Promise<Result<SupportRequest>> {
  const to = (await areasToPassTo(app, area)).find((one) => one.id === input.to);
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const why = sentence(input.why);
    if (!to || !why)
      return invalid({
        ...(to ? {} : { to: [PASSING.errors.to] }),
        ...(why ? {} : { why: [PASSING.errors.why] }),
      });
    const done = await step(unit, held.value.request, "pass", {
      detail: { who: to.name, why },
      change: { passed_to: to.id },
    });
    if (!done.ok) return done;
    await letGo(unit, held.value, "released");
    await revokeLinks(unit, area, { requestId: id, purpose: "answer" }, unit.clock.now());
    await tell(unit, app, done.value, to);
    return done;
  });
}

const LONGEST = 500;

const sentence = (text: string): string | undefined => {
  const clean = text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
  return clean !== "" && clean.length <= LONGEST && !/[<>]/.test(clean) ? clean : undefined;
};

/** The receiving area takes it over: from now on it is a request of its own, with the number that the workplace knows. */
export function takeOver(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await holdPassed(unit, area, id);
    if (!held.ok) return held;
    const origin = held.value;
    const [here, there] = [await getArea(unit, area), await getArea(unit, origin.areaId)];
    const now = unit.clock.now();
    const by = scopeOf(actor).actor;
    const request: SupportRequest = {
      ...origin,
      areaId: area,
      id: newId<RequestId>(),
      cameFrom: { areaId: origin.areaId, id: origin.id },
      returning: await hasAskedBefore(unit, area, origin.workplaceKey),
      follows: null,
      needs: ONE,
      decidedBy: "coordinator",
      status: "new",
      statusSince: now,
      slots: origin.wishes,
      moves: 0,
      passedTo: null,
    };
    if (!(await insertRequest(unit, request, { onceKey: `passed:${origin.id}`, by })))
      return conflict(ERRORS.ja.moment!);
    await moveFiles(unit, origin, request);
    await insertEvent(unit, area, request.id, {
      at: now,
      actor: by,
      action: "receive",
      status: "new",
      detail: { who: there.name },
    });
    const done = await step(unit, origin, "take", {
      detail: { who: here.name },
      change: { taken_as: request.id },
    });
    return done.ok ? ok((await findRequest(unit, area, request.id))!) : done;
  });
}

/** The receiving area hands it back with a reason, and sees it no more. */
export function handBack(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  reason: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await holdPassed(unit, area, id);
    if (!held.ok) return held;
    const why = sentence(reason);
    if (!why) return invalid({ why: [PASSING.errors.why] });
    return comeBack(unit, app, held.value, { who: (await getArea(unit, area)).name, why });
  });
}

/** The area that handed it on takes it back before anybody answered. */
export function recall(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    return held.ok ? comeBack(unit, app, held.value.request, {}) : held;
  });
}

async function comeBack(
  unit: Unit,
  app: App,
  request: SupportRequest,
  detail: Record<string, unknown>,
): Promise<Result<SupportRequest>> {
  const done = await step(unit, request, "return", { detail, change: { passed_to: null } });
  if (!done.ok) return done;
  await tell(unit, app, done.value, await getArea(unit, request.areaId));
  return done;
}

/** What was passed to this area, held for its answer. */
async function holdPassed(unit: Unit, area: AreaId, id: string): Promise<Result<SupportRequest>> {
  const passed = await findPassed(unit, area, id);
  if (!passed) return notFound("request");
  const permit = await authorise(unit, supportPolicy, "request.take", subjectOf(passed));
  if (!permit.ok) return notFound("request");
  await reachAlso(unit, passed.areaId);
  const request = await findRequest(unit, passed.areaId, id, true);
  return request?.passedTo === area && request.status === "passed"
    ? ok(request)
    : conflict(ERRORS.ja.moment!);
}

/** The workplace hears who looks after its request; its number and its link stay. */
async function tell(unit: Unit, app: App, request: SupportRequest, office: Area): Promise<void> {
  if (request.email === "") return;
  const { areaId: area, id, email, language } = request;
  const token = await makeLink(unit, area, "receipt", { requestId: id });
  await post(unit, {
    area,
    letter: "passed",
    to: email,
    language,
    values: {
      ...(await valuesFor(unit, { ...request, areaId: office.id })),
      link: `${app.config.origin}/r/${token}`,
    },
    onceKey: `${id}:${office.id}:${unit.clock.now().getTime()}`,
  });
}
