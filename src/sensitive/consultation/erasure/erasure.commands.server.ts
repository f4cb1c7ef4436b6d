import { z } from "zod";
import { scopeOf, service } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import { count } from "#platform/kernel/form-fields.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, expectOk, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type ConsultationPermit, policy } from "../access.ts";
import { atOffice } from "../targets/target.usecases.server.ts";
import { addedCounts, closedBefore, FEWEST_YEARS, MOST_YEARS } from "./erasure.rules.ts";
import {
  eraseAppointments,
  eraseCases,
  insertRun,
  lockRun,
  selectDoomed,
  selectKept,
  selectOrdered,
  selectRuns,
  updateRun,
  upsertYears,
  yearsKept,
} from "./erasure.store.server.ts";

export const UPKEEP = service("consultation-upkeep");
/** So many are shown, and erased in one transaction. */
const AT_ONCE = 500;
const MOST = 100_000;

/** What would go now: numbers and days, no names. */
async function doomedNow(permit: ConsultationPermit, organisation: OrganisationId) {
  const years = await yearsKept(permit, organisation);
  const before = closedBefore(permit.clock.today(), years);
  const doomed = await selectDoomed(permit, organisation, before, MOST);
  return { years, before, doomed };
}

/** What an office would delete now, and what it has deleted. */
export const readErasure = query({
  name: "erasure.read",
  ...atOffice("case"),
  async run(permit, { organisation }) {
    const { years, before, doomed } = await doomedNow(permit, organisation);
    const runs = await selectRuns(permit, organisation);
    const names = await namesOfUsers(
      permit,
      runs.map(({ orderedBy }) => orderedBy),
    );
    return ok({
      ...{ years, before },
      cases: doomed.length,
      contacts: doomed.reduce((sum, { contacts }) => sum + contacts, 0),
      doomed: doomed.slice(0, AT_ONCE).map(({ number, openedOn, closedOn, contacts }) => ({
        ...{ number, openedOn, closedOn, contacts },
      })),
      runs: runs.map((run) => ({
        ...{ id: run.id, before: run.closedBefore, expected: run.expected, erased: run.erased },
        ...{ counts: run.counts, done: run.doneAt !== null, by: names.get(run.orderedBy) ?? "" },
      })),
    });
  },
});

export const setYearsKept = command({
  name: "erasure.set-years",
  ...atOffice("case"),
  input: z.object({ years: count("保存する年数", { least: FEWEST_YEARS, most: MOST_YEARS, unit: "年" }) }),
  async run(permit, { organisation, years }) {
    await upsertYears(permit, organisation, years, scopeOf(permit.actor).actor);
    return ok(undefined);
  },
});

/** Orders what was shown to be deleted; where it is another number by now, nothing is ordered. */
export const orderErasure = command({
  name: "erasure.order",
  ...atOffice("case"),
  fresh: true,
  once: true,
  input: z.object({ expected: count("件数", { least: 1, unit: "件" }) }),
  async run(permit, { organisation, expected }) {
    const { before, doomed } = await doomedNow(permit, organisation);
    if (doomed.length !== expected)
      return conflict("対象の件数が変わりました。画面を開き直して確認してください。何も削除していません。");
    const waiting = (await selectRuns(permit, organisation)).some(({ doneAt }) => doneAt === null);
    if (waiting) return conflict("すでに削除を受け付けています。完了するまでお待ちください。");
    const id = newId() as string;
    const orderedBy = scopeOf(permit.actor).actor;
    const { area } = permit.subject;
    await insertRun(permit, {
      ...{ id, organisationId: organisation, areaId: area, closedBefore: before, expected, orderedBy },
    });
    return ok({ id });
  },
});

/** The same for the command line, of one office. */
export const previewErasure = query({
  name: "erasure.preview",
  ...atOffice("case"),
  async run(permit, { organisation }) {
    const { years, before, doomed } = await doomedNow(permit, organisation);
    return ok({
      years,
      before,
      cases: doomed.map(({ number, closedOn, contacts }) => ({ number, closedOn, contacts })),
    });
  },
});

export const beginErasure = command({
  name: "erasure.begin",
  ...atOffice("case"),
  async run(permit, { organisation }) {
    const { before, doomed } = await doomedNow(permit, organisation);
    const id = newId() as string;
    const orderedBy = scopeOf(permit.actor).actor;
    await insertRun(permit, {
      ...{ id, organisationId: organisation, areaId: permit.subject.area, closedBefore: before },
      ...{ expected: doomed.length, orderedBy },
    });
    return ok({ id });
  },
});

const ofAll = { policy, subject: () => ({ type: "case", area: NATION }) };

export const listOrderedErasures = query({
  name: "erasure.list-ordered",
  ...ofAll,
  target: z.object({}),
  run: async (permit) => ok((await selectOrdered(permit)).map(({ id }) => id)),
});

/** Deletes some of what was ordered; `left` says whether more is to come. Counts stay. */
export const runErasure = command({
  name: "erasure.run",
  ...ofAll,
  target: z.object({ run: rowId() }),
  async run(permit, { run: id }) {
    const run = await lockRun(permit, id);
    if (!run) return notFound("erasure-run");
    const most = Math.min(AT_ONCE, run.expected - run.erased);
    const doomed = await selectDoomed(permit, run.organisationId, run.closedBefore, most);
    const kept = await selectKept(
      permit,
      doomed.map((one) => one.id),
    );
    await eraseCases(permit, doomed);
    const erased = run.erased + doomed.length;
    const done = doomed.length < AT_ONCE || erased >= run.expected;
    await updateRun(permit, id, { erased, counts: addedCounts(run.counts, kept), done });
    return ok({ erased, left: !done });
  },
});

/** Deletes who was expected in the appointment book a year ago and longer. */
export const forgetAppointments = command({
  name: "erasure.forget-appointments",
  ...ofAll,
  target: z.object({}),
  run: async (permit) =>
    ok({ erased: await eraseAppointments(permit, closedBefore(permit.clock.today(), 1)) }),
});

export const forgetExpected = (app: App): Promise<void> =>
  forgetAppointments(app, UPKEEP, {}).then((done) => void expectOk(done));

/** All that was ordered, to its end. A run that was broken off goes on where it stood. */
export async function runErasures(app: App): Promise<number> {
  let erased = 0;
  for (const run of expectOk(await listOrderedErasures(app, UPKEEP, {}))) {
    for (let left = true; left; ) {
      const done = await runErasure(app, UPKEEP, { run });
      if (!done.ok) break;
      left = done.value.left;
      if (!left) erased += done.value.erased;
    }
  }
  return erased;
}
