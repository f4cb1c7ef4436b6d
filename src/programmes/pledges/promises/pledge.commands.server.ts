import { inArea } from "#foundation/areas/public.ts";
import { alsoDo, command } from "#foundation/authority/public.ts";
import { type FiscalYear, firstDayOf, fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { type StateTable, stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { createInitiative } from "#programmes/plan/public.ts";
import { type ActPermit, actPolicy } from "../access.ts";
import { ofCheck } from "../checks/act-check.commands.server.ts";
import { findCheck } from "../checks/act-check.store.server.ts";
import { PLEDGE_STATE_NAMES } from "../model/act.messages.ts";
import { PledgeInput } from "../model/act.schema.ts";
import type { PledgeState } from "../model/act-lists.schema.ts";
import { PLEDGES } from "../model/pledge.messages.ts";
import { insertPledge, lockPledge, selectPledgesOf, updatePledge } from "./pledge.store.server.ts";

const MOST = 10;
type PledgeStep = "show" | "refuse" | "withdraw";

/** What nobody wants to be public is kept; what is offered is shown once the secretariat has looked at it. */
export const PLEDGE_STEPS = {
  kept: { withdraw: "withdrawn" },
  offered: { show: "listed", refuse: "refused", withdraw: "withdrawn" },
  listed: { refuse: "refused", withdraw: "withdrawn" },
  refused: { show: "listed", withdraw: "withdrawn" },
  withdrawn: {},
} as const satisfies StateTable<PledgeState, PledgeStep>;

/** Somebody undertakes something for this year; a person's acts stay their own and are none. */
export const makePledge = command({
  name: "pledge.make",
  ...ofCheck(),
  input: PledgeInput,
  once: true,
  async run(permit, { id, name, reason: action, open }) {
    const check = await findCheck(permit, id);
    if (!check || check.tier === "person") return notFound("check");
    if ((await selectPledgesOf(permit, id)).length >= MOST) return conflict(PLEDGES[check.language].tooMany);
    const pledge = newId() as string;
    await insertPledge(permit, {
      ...{ id: pledge, checkId: id, organisationId: check.organisationId, tier: check.tier, name, action },
      fiscalYear: fiscalYearOf(permit.clock.today()),
      state: open ? "offered" : "kept",
      ...{ doneOn: null, initiativeId: null, decidedAt: null },
    });
    return ok({ id: pledge });
  },
});

async function step(permit: ActPermit, id: string, name: PledgeStep, check?: string) {
  const pledge = await lockPledge(permit, id);
  if (!pledge || (check !== undefined && pledge.checkId !== check)) return notFound("pledge");
  const next = stepFrom<PledgeState, PledgeStep>(PLEDGE_STEPS, pledge.state, name);
  if (!next.ok) return wrongState(PLEDGE_STATE_NAMES[pledge.state].ja);
  await updatePledge(permit, id, { state: next.value, decidedAt: permit.clock.now() });
  return ok({ id });
}

const ofMaker = ofCheck({ pledge: rowId() });

/** Whoever undertook it takes it back; it is public no longer. */
export const withdrawPledge = command({
  name: "pledge.withdraw",
  ...ofMaker,
  run: (permit, { id, pledge }) => step(permit, pledge, "withdraw", id),
});

export const finishPledge = command({
  name: "pledge.finish",
  ...ofMaker,
  async run(permit, { id, pledge }) {
    const found = await lockPledge(permit, pledge);
    if (found?.checkId !== id || found.state === "withdrawn") return notFound("pledge");
    await updatePledge(permit, pledge, { doneOn: permit.clock.today() });
    return ok({ id: pledge });
  },
});

const ofOffice = inArea(actPolicy, "pledge", { id: rowId() });

export const showPledge = command({
  name: "pledge.show",
  ...ofOffice,
  run: (permit, { id }) => step(permit, id, "show"),
});

export const refusePledge = command({
  name: "pledge.refuse",
  ...ofOffice,
  run: (permit, { id }) => step(permit, id, "refuse"),
});

const KINDS = {
  workplace: "workplace_action",
  partner_organisations: "publicity",
  administration: "environment",
} as const;

/** What a partner or an office undertakes becomes an initiative of the plan, once. */
export const planPledge = command({
  name: "pledge.plan",
  ...ofOffice,
  async run(permit, { id }, app) {
    const pledge = await lockPledge(permit, id);
    if (pledge?.state !== "listed") return notFound("pledge");
    if (pledge.initiativeId) return conflict(PLEDGES.ja.planned);
    const year = pledge.fiscalYear as FiscalYear;
    const made = await alsoDo(
      permit,
      createInitiative,
      { area: permit.subject.area },
      {
        ...{ title: pledge.action, fineKind: KINDS[pledge.tier], whoActs: [pledge.tier], lead: pledge.name },
        ...{ periodFrom: firstDayOf(year), periodTo: lastDayOf(year), status: "running" },
      },
      app,
    );
    if (!made.ok) return made;
    await updatePledge(permit, id, { initiativeId: made.value.id });
    return ok({ id, initiative: made.value.id });
  },
});
