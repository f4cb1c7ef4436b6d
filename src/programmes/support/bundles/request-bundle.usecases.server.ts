import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { CarriedKind } from "#foundation/exchange/public.ts";
import { addToHistory, selectHistory } from "#foundation/history/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { ERRORS } from "../model/request.messages.ts";
import { type Action, may } from "../model/request.rules.ts";
import {
  historyOfRequest,
  NEW_REQUEST,
  type RequestId,
  type SupportRequest,
} from "../model/request.schema.ts";
import { findRequest, hasAskedBefore, insertRequest } from "../requests/request.store.server.ts";
import { step } from "../requests/step.commands.server.ts";
import { CARRIED_REQUESTS_WORDS } from "./request-bundle.messages.ts";
import { CarriedRequest } from "./request-bundle.schema.ts";
import { BY_BUNDLE, selectSince } from "./request-bundle.store.server.ts";

const everywhere = () => ({ type: "request", area: NATION });

const giveRequests = query({
  name: "request.give-bundle",
  policy: supportPolicy,
  target: z.object({ since: z.date().nullable() }),
  subject: everywhere,
  async run(permit, { since }) {
    const rows = [];
    for (const request of await selectSince(permit, since, false))
      rows.push(await asCarried(permit, request));
    return ok<readonly object[]>(rows);
  },
});

async function asCarried(permit: SupportPermit, request: SupportRequest): Promise<CarriedRequest> {
  const history = await selectHistory<Action>(permit, historyOfRequest(request.areaId, request.id));
  const withdrawn = history.findLast(({ action }) => action === "withdraw");
  const { areaId, id, number, madeOn, channel, language, workplace, workplaceKey } = request;
  const { contact, phone, email, municipality, address, industry, size, people, kind, service } = request;
  const { topics, wish, place, freeOnly, wishes, heardFrom, dueOn } = request;
  return {
    ...{ areaId, id, number, madeAt: request.madeAt.toISOString(), madeOn, channel, language },
    ...{ workplace, workplaceKey, contact, phone, email, municipality, address, industry, size, people },
    ...{ kind, service, topics: [...topics], wish, place, freeOnly, wishes: [...wishes], heardFrom, dueOn },
    withdrawnAt: withdrawn?.at.toISOString() ?? null,
  };
}

const takeRequests = command({
  name: "request.take-bundle",
  policy: supportPolicy,
  target: z.object({}),
  subject: everywhere,
  input: z.object({ rows: z.array(CarriedRequest) }),
  async run(permit, { rows }) {
    let changed = 0;
    for (const row of rows) {
      const taken = await takeRequest(permit, row);
      if (!taken.ok) return taken;
      changed += taken.value;
    }
    return ok(changed);
  },
});

/** How many changes it made: a request that is there already is the secretariat's, and only its withdrawal still counts. */
async function takeRequest(
  permit: SupportPermit,
  { withdrawnAt, areaId, id, ...given }: CarriedRequest,
): Promise<Result<number>> {
  const area = areaId as AreaId;
  const known = await findRequest(permit, area, id, true);
  const request = known ?? (await insertCarried(permit, { areaId: area, id: id as RequestId }, given));
  if (!request) return conflict(ERRORS.ja.moment!);
  const made = known ? 0 : 1;
  if (!withdrawnAt || !may(request.status, "withdraw")) return ok(made);
  const withdrawn = await step(permit, request, "withdraw", { by: BY_BUNDLE });
  return withdrawn.ok ? ok(made + 1) : withdrawn;
}

async function insertCarried(
  permit: SupportPermit,
  key: Pick<SupportRequest, "areaId" | "id">,
  given: Omit<CarriedRequest, "withdrawnAt" | "areaId" | "id">,
): Promise<SupportRequest | undefined> {
  const madeAt = new Date(given.madeAt);
  const request = {
    ...{ ...NEW_REQUEST, ...given, ...key, madeAt, statusSince: madeAt },
    ...{ slots: given.wishes, organisationId: null, follows: null, cameFrom: null },
    cameBefore: await hasAskedBefore(permit, key.areaId, given.workplaceKey),
  } as unknown as SupportRequest;
  const kept = { onceKey: `bundle ${key.id}`, by: BY_BUNDLE };
  if (!(await insertRequest(permit, request, kept))) return undefined;
  await addToHistory(permit, historyOfRequest(key.areaId, key.id), {
    ...{ action: "receive", state: "new", at: madeAt, actor: BY_BUNDLE },
    detail: { channel: given.channel },
  });
  return findRequest(permit, key.areaId, key.id);
}

/** What workplaces ask outside is answered inside. */
export const CARRIED_REQUESTS: CarriedKind = {
  name: "requests",
  ...CARRIED_REQUESTS_WORDS,
  direction: "inwards",
  persons: true,
  row: CarriedRequest,
  line: ({ number, madeOn }: CarriedRequest) => `${number}（${madeOn}）`,
  give: giveRequests,
  take: takeRequests,
};
