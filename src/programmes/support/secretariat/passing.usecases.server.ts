import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { type Area, getArea, getAreas } from "#foundation/areas/public.ts";
import { command, query, reachAlso } from "#foundation/authority/public.ts";
import { addToHistory } from "#foundation/history/public.ts";
import { areasWithSecretariat } from "#foundation/identity/public.ts";
import { revokeLinks } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import type { SupportPermit } from "../access.ts";
import { ERRORS } from "../model/request.messages.ts";
import {
  historyOfRequest,
  NEW_REQUEST,
  type RequestId,
  type SupportRequest,
} from "../model/request.schema.ts";
import { tidy } from "../model/typed.schema.ts";
import { findRequest, hasAskedBefore, insertRequest } from "../requests/request.store.server.ts";
import { letGo } from "../requests/request-ending.commands.server.ts";
import { moveFiles } from "../requests/request-file-keeping.commands.server.ts";
import { tellWorkplace } from "../requests/request-letter.commands.server.ts";
import { onOwnRequest, onRequest, step, withMatter, withRequest } from "../requests/step.commands.server.ts";
import { findSubject } from "../requests/step.store.server.ts";
import { aboutArea } from "../support-target.usecases.server.ts";
import { PASSING } from "./passing.messages.ts";

/** The areas to which a request can be handed on: those with a secretariat that would see it, the near ones first. */
export const listNeighbours = query({
  name: "neighbour.list",
  ...aboutArea("request"),
  run: async (permit, { area }) =>
    ok((await neighboursOf(permit, area)).map(({ id, name }) => ({ id, name }))),
});

async function neighboursOf(permit: SupportPermit, from: AreaId): Promise<Area[]> {
  const areas = await getAreas(permit, await areasWithSecretariat(permit));
  const own = (await getArea(permit, from)).prefectureId;
  const far = (area: Area) => Number(area.prefectureId !== own);
  return [...areas.values()]
    .filter((area) => area.id !== from)
    .sort((a, b) => far(a) - far(b) || a.id.localeCompare(b.id));
}

const LONGEST = 500;
/** A sentence that the other office reads. */
const why = z
  .string()
  .default("")
  .transform(tidy)
  .refine((text) => text !== "" && text.length <= LONGEST && !/[<>]/.test(text), {
    error: PASSING.errors.why,
  });

/** Hands the request to the secretariat of a neighbouring area, with a sentence why. The workplace is told. */
export const passOn = command({
  ...onRequest,
  name: "request.pass",
  input: z.object({ to: z.string().default(""), why: z.string().default("") }),
  run: withMatter(async (permit, matter, { area, id, ...said }, app) => {
    const to = (await neighboursOf(permit, area)).find((one) => one.id === said.to);
    const reason = why.safeParse(said.why);
    if (!to || !reason.success)
      return invalid({
        ...(to ? {} : { to: [PASSING.errors.to] }),
        ...(reason.success ? {} : { why: [PASSING.errors.why] }),
      });
    const done = await step(permit, matter.request, "pass", {
      detail: { who: to.name, why: reason.data },
      change: { passedTo: to.id },
    });
    if (!done.ok) return done;
    await letGo(permit, matter, "released");
    await revokeLinks(permit, area, { subject: id, purpose: "answer" });
    await tell(permit, app, done.value, to);
    return done;
  }),
});

/** What use-cases of the receiving area on what was passed to it have in common. */
const onPassed = {
  ...onOwnRequest,
  subject: (find: Parameters<typeof findSubject>[0], { area, id }: { area: AreaId; id: RequestId }) =>
    findSubject(find, area, id, { passed: true }),
} as const;

/** The receiving area takes it over: from now on it is a request of its own, with the number that the workplace knows. */
export const takeOver = command({
  ...onPassed,
  name: "request.take",
  async run(permit, { area, id }) {
    const held = await holdPassed(permit, area, id);
    if (!held.ok) return held;
    const origin = held.value;
    const [here, there] = [await getArea(permit, area), await getArea(permit, origin.areaId)];
    const now = permit.clock.now();
    const by = scopeOf(permit.actor).actor;
    const request: SupportRequest = {
      ...origin,
      ...NEW_REQUEST,
      areaId: area,
      id: newId<RequestId>(),
      cameFrom: { areaId: origin.areaId, id: origin.id },
      cameBefore: await hasAskedBefore(permit, area, origin.workplaceKey),
      follows: null,
      statusSince: now,
      slots: origin.wishes,
    };
    await reachAlso(permit, area, request.id);
    if (!(await insertRequest(permit, request, { onceKey: `passed:${origin.id}`, by })))
      return conflict(ERRORS.ja.moment!);
    await moveFiles(permit, origin, request);
    const came = { action: "receive", state: "new", detail: { who: there.name } };
    await addToHistory(permit, historyOfRequest(area, request.id), came);
    const done = await step(permit, origin, "take", {
      detail: { who: here.name },
      change: { takenAs: request.id },
    });
    return done.ok ? ok((await findRequest(permit, area, request.id))!) : done;
  },
});

/** The receiving area hands it back with a reason, and sees it no more. */
export const handBack = command({
  ...onPassed,
  name: "request.return",
  input: z.object({ why }),
  async run(permit, { area, id, why }, app) {
    const held = await holdPassed(permit, area, id);
    if (!held.ok) return held;
    return comeBack(permit, app, held.value, { who: (await getArea(permit, area)).name, why });
  },
});

/** The area that handed it on takes it back before anybody answered. */
export const recall = command({
  ...onRequest,
  name: "request.recall",
  run: withRequest((permit, request, _, app) => comeBack(permit, app, request, {})),
});

async function comeBack(
  permit: SupportPermit,
  app: App,
  request: SupportRequest,
  detail: Record<string, unknown>,
): Promise<Result<SupportRequest>> {
  const done = await step(permit, request, "return", { detail, change: { passedTo: null } });
  if (!done.ok) return done;
  await tell(permit, app, done.value, await getArea(permit, request.areaId));
  return done;
}

/** What was passed to this area, held for its answer; of the other area the transaction reaches nothing else. */
async function holdPassed(permit: SupportPermit, area: AreaId, id: string): Promise<Result<SupportRequest>> {
  const from = permit.subject.area;
  await reachAlso(permit, from, id);
  const request = await findRequest(permit, from, id, true);
  return request?.passedTo === area && request.status === "passed"
    ? ok(request)
    : conflict(ERRORS.ja.moment!);
}

/** The workplace hears who looks after its request; its number and its link stay. */
async function tell(permit: SupportPermit, app: App, request: SupportRequest, office: Area): Promise<void> {
  const key = `${request.id}:${office.id}:${permit.clock.now().getTime()}`;
  await tellWorkplace(permit, app, request, "passed", { key, office: office.id });
}
