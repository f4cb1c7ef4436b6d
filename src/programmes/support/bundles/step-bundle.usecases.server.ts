import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { CarriedKind } from "#foundation/exchange/public.ts";
import { addToHistory, selectHistory } from "#foundation/history/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { STATUS_NAMES } from "../model/request.messages.ts";
import type { Action, Status } from "../model/request.rules.ts";
import { historyOfRequest, type SupportRequest } from "../model/request.schema.ts";
import { updateRequest } from "../requests/request.store.server.ts";
import { CARRIED_STEPS_WORDS } from "./request-bundle.messages.ts";
import { CarriedSteps } from "./request-bundle.schema.ts";
import { BY_BUNDLE, lockByNumber, selectSince } from "./request-bundle.store.server.ts";

const everywhere = () => ({ type: "request", area: NATION });

const giveSteps = query({
  name: "request.give-steps",
  policy: supportPolicy,
  target: z.object({ since: z.date().nullable() }),
  subject: everywhere,
  async run(permit, { since }) {
    const rows = [];
    for (const request of await selectSince(permit, since, true)) rows.push(await asCarried(permit, request));
    return ok<readonly object[]>(rows);
  },
});

/** Where a state was entered, and where the day was moved; who did it, and what was said, stays inside. */
async function asCarried(permit: SupportPermit, request: SupportRequest): Promise<CarriedSteps> {
  const { areaId, number, status, statusSince, fixed, moves } = request;
  const history = await selectHistory<Action>(permit, historyOfRequest(areaId, request.id));
  const steps: CarriedSteps["steps"] = [];
  let before: string | null = null;
  for (const { action, state, at } of history) {
    if (state !== null && (state !== before || action === "move"))
      steps.push({ action, state: state as Status, at: at.toISOString() });
    before = state ?? before;
  }
  return { areaId, number, steps, status, since: statusSince.toISOString(), fixed, moves };
}

const takeSteps = command({
  name: "request.take-steps",
  policy: supportPolicy,
  target: z.object({}),
  subject: everywhere,
  input: z.object({ rows: z.array(CarriedSteps) }),
  async run(permit, { rows }) {
    let changed = 0;
    for (const row of rows) changed += await takeStepsOf(permit, row);
    return ok(changed);
  },
});

async function takeStepsOf(permit: SupportPermit, row: CarriedSteps): Promise<number> {
  const request = await lockByNumber(permit, row.areaId, row.number);
  // The workplace took it back here, which the inside has yet to hear of.
  if (!request || request.status === "withdrawn") return 0;
  const of = historyOfRequest(request.areaId, request.id);
  const key = (action: string, at: string) => `${action} ${at}`;
  const known = new Set(
    (await selectHistory<Action>(permit, of)).map(({ action, at }) => key(action, at.toISOString())),
  );
  const fresh = row.steps.filter(({ action, at }) => action !== "receive" && !known.has(key(action, at)));
  for (const { action, state, at } of fresh)
    await addToHistory(permit, of, { action, state, at: new Date(at), actor: BY_BUNDLE });
  if (fresh.length === 0) return 0;
  const { status, since, fixed, moves } = row;
  await updateRequest(permit, request, {
    ...{ status, statusSince: new Date(since), moves },
    ...{
      fixedDay: (fixed?.day ?? null) as never,
      fixedFrom: fixed?.from ?? null,
      fixedTo: fixed?.to ?? null,
    },
  });
  return 1;
}

/** What became of requests inside, for the workplaces that follow them outside. */
export const CARRIED_STEPS: CarriedKind = {
  name: "request-steps",
  ...CARRIED_STEPS_WORDS,
  direction: "outwards",
  persons: false,
  row: CarriedSteps,
  line: ({ number, status, fixed }: CarriedSteps) =>
    `${number}　${STATUS_NAMES[status].ja}${fixed ? `　${fixed.day}` : ""}`,
  give: giveSteps,
  take: takeSteps,
};
