import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { NATION, ofToday } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { getOrganisations, listOrganisations } from "#foundation/organisations/public.ts";
import { fiscalYear } from "#platform/kernel/fiscal-year.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { allows } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { TodayItem } from "#platform/web/today.ts";
import { policy, type StressPermit } from "../access.ts";
import { selectAdvised, selectWorkers, selectWorkersOfRun } from "../answering/worker.store.server.ts";
import { selectOpenRequests, selectRequests } from "../interviews/request.store.server.ts";
import { readSteps } from "../model/questionnaire.usecases.server.ts";
import { dueAfter, dueOf, isPast } from "../model/run.rules.ts";
import { RUN, RUN_STEPS, type Run } from "../model/run.schema.ts";
import { DUE_WORDS } from "../model/stress.messages.ts";
import { noticeLanguages } from "../prints/notice.queries.server.ts";
import { selectSheets } from "../sheets/sheet.store.server.ts";
import { atOffice, byHolder, ofRun } from "../target.usecases.server.ts";
import { lastInterviewDay } from "./forget.store.server.ts";
import {
  countRuns,
  findRun,
  findRunInReach,
  findWorkplace,
  selectEarlierWorkplaces,
  selectRuns,
  selectSteps,
  selectWorkplaces,
} from "./run.store.server.ts";

const shortly = ({ id, title, kind, fiscalYear: year, state, closesOn }: Run) => ({
  ...{ id, title, kind, fiscalYear: fiscalYear(year), state, closesOn },
});

/** At which doors somebody works: of an implementer, of an organiser, of an interview doctor. */
export const stressOffices = query({
  name: "stress-run.list-offices",
  ...ofToday(policy),
  async run(permit) {
    const doors = [];
    for (const role of ["implementer", "organiser", "interview_doctor"] as const) {
      const offices = await getOrganisations(permit, organisationsOf(permit.actor, [role]));
      doors.push(...[...offices.values()].map(({ id, name }) => ({ role, id, name })));
    }
    return ok(doors);
  },
});

/** Which of the year before can be taken over into a run that takes workplaces. */
const earlierOf = async (permit: StressPermit, run: Run) =>
  allows(RUN, run.state, "add")
    ? (await selectEarlierWorkplaces(permit, run)).map(({ firmId, name, workers }) => ({
        ...{ value: firmId, label: `${name}（${workers}人）` },
      }))
    : [];

/** Runs on one side of an office, and the offices that can be named in a new one. */
async function runsOf(permit: StressPermit, side: "organisationId" | "organiserId") {
  const offices = await listOrganisations(permit, { area: permit.subject.area });
  return ok({
    runs: (await selectRuns(permit, side)).map(shortly),
    offices: offices.map(({ id, name }) => ({ value: id as string, label: name })),
  });
}
export const listRuns = query({
  name: "stress-run.list",
  ...atOffice(),
  run: (permit) => runsOf(permit, "organisationId"),
});
export const listJointRuns = query({
  name: "stress-joint.list",
  ...atOffice(),
  run: (permit) => runsOf(permit, "organiserId"),
});

/** Which workplaces joined, and nothing else of them. */
export const readJointRun = query({
  name: "stress-joint.read",
  ...ofRun(),
  async run(permit, { run: id }) {
    const run = await findRun(permit, id, "organiserId");
    if (!run) return notFound("stress-run");
    const places = await selectWorkplaces(permit, id);
    return ok({
      run: shortly(run),
      workplaces: places.map(({ number, name, workers, state }) => ({ number, name, workers, state })),
      canAdd: allows(RUN, run.state, "add"),
      earlier: await earlierOf(permit, run),
    });
  },
});

export const readRun = query({
  name: "stress-run.read",
  ...ofRun(),
  async run(permit, { run: id }) {
    const run = await findRun(permit, id);
    if (!run) return notFound("stress-run");
    const workers = await selectWorkersOfRun(permit, id);
    const of = (place: string) => workers.filter(({ workplaceId }) => workplaceId === place);
    return ok({
      run: { ...shortly(run), method: run.method, contact: run.contact },
      workplaces: (await selectWorkplaces(permit, id)).map((one) => ({
        ...{ id: one.id, number: one.number, name: one.name, state: one.state, joint: one.joint },
        named: of(one.id).length,
        taken: of(one.id).filter(({ taken }) => taken).length,
      })),
      earlier: await earlierOf(permit, run),
      sheets: await selectSheets(permit, { run: id }),
      past:
        workers.length > 0 && isPast(run.closedOn, await lastInterviewDay(permit, id), permit.clock.today()),
      can: Object.fromEntries(RUN_STEPS.map((step) => [step, allows(RUN, run.state, step)])) as Readonly<
        Record<(typeof RUN_STEPS)[number], boolean>
      >,
    });
  },
});

/** A workplace at its implementer: its people, of whom an interview was advised, and what was asked for. */
export const readWorkplace = query({
  name: "stress-workplace.read",
  ...ofRun({ workplace: rowId() }),
  async run(permit, { run: id, workplace: of }) {
    const run = await findRun(permit, id);
    const workplace = await findWorkplace(permit, of);
    if (!run || workplace?.runId !== run.id) return notFound("stress-workplace");
    const results = new Map((await selectAdvised(permit, of)).map((one) => [one.workerId, one]));
    const asked = new Map(
      (await selectRequests(permit, "workplaceId", of)).map((one) => [one.workerId, one]),
    );
    return ok({
      run: shortly(run),
      workplace: { id: of, name: workplace.name, state: workplace.state },
      mayGive: workplace.state === "joined" && allows(RUN, run.state, "add"),
      steps: await selectSteps(permit, of),
      workers: (await selectWorkers(permit, of)).map(({ id: worker, number, name, taken, codeHash }) => ({
        ...{ id: worker, number, name, taken, hasCode: codeHash !== null },
        scored: results.has(worker),
        advised: results.get(worker)?.advised ?? false,
        toldOn: results.get(worker)?.toldOn ?? null,
        askedOn: asked.get(worker)?.askedOn ?? null,
        interviewOn: asked.get(worker)?.interviewOn ?? null,
        due: asked.has(worker) ? dueOf(asked.get(worker)!) : undefined,
      })),
    });
  },
  shows: ({ workers }) => workers.map(({ id }) => `stress-worker:${id}`),
});

/** What a workplace sees of its own: who has taken it, never when or what; whom a request names; the sheets. */
export const readOwn = query({
  name: "stress-own.read",
  ...byHolder("stress-workplace"),
  async run(permit, { held }) {
    const workplace = await findWorkplace(permit, held);
    const run = workplace && (await findRunInReach(permit, workplace.runId));
    if (!workplace || !run) return notFound("stress-workplace");
    const done = new Map((await selectSteps(permit, held)).map((one) => [one.step, one]));
    const workers = await selectWorkers(permit, held);
    const { underFifty, steps } = readSteps();
    return ok({
      run: shortly(run),
      workplace: { name: workplace.name, state: workplace.state, joint: workplace.joint },
      duty: permit.clock.today() >= underFifty.dutyFrom || workplace.workers >= 50,
      dutyFrom: underFifty.dutyFrom,
      steps: steps.map((one) => ({ ...one, doneOn: done.get(one.step)?.doneOn ?? null })),
      workers: workers.map(({ number, name, taken }) => ({ number, name, taken })),
      requests: (await selectRequests(permit, "workplaceId", held)).map((one) => ({
        ...{ id: one.id, name: one.name, askedOn: one.askedOn, interviewOn: one.interviewOn },
        ...{ opinion: one.opinion, opinionOn: one.opinionOn, measure: one.measure },
        ...{ measureOn: one.measureOn, workerToldOn: one.workerToldOn, reviewOn: one.reviewOn },
        ...{ review: one.review, reviewedOn: one.reviewedOn },
      })),
      area: workplace.areaId,
      languages: noticeLanguages(),
      sheets: await selectSheets(permit, { run: run.id, workplace: held }),
    });
  },
});

/** By workplace, what became due of its requests: the implementer reminds who has to act, and names nobody here. */
async function dueSteps(permit: StressPermit, office: OrganisationId): Promise<TodayItem[]> {
  const until = addDays(permit.clock.today(), 7);
  const items = new Map<string, TodayItem>();
  for (const { runId, workplaceId, workplace, ...request } of await selectOpenRequests(permit, office)) {
    const due = dueOf(request);
    if (!due || due.on > until) continue;
    const key = `${workplaceId} ${due.step}`;
    const held = items.get(key);
    if (held?.due && held.due <= due.on) continue;
    items.set(key, {
      ...{
        urgency: "know",
        title: `「${workplace}」${DUE_WORDS[due.step]}の期限が近づいています`,
        due: due.on,
      },
      action: {
        ...{ to: `/offices/${office}/stress-checks/${runId}/workplaces/${workplaceId}`, label: "確認する" },
      },
    });
  }
  return [...items.values()];
}

/** Runs about to end, and steps after a request that are due within a week. */
export const stressToday = query({
  name: "stress-run.read-today",
  ...ofToday(policy),
  async run(permit) {
    const items: TodayItem[] = [];
    const today = permit.clock.today();
    for (const office of organisationsOf(permit.actor, ["implementer"]))
      items.push(...(await dueSteps(permit, office)));
    for (const office of organisationsOf(permit.actor, ["implementer"]))
      for (const { id, title, state, closesOn } of await selectRuns(permit, "organisationId", office))
        if (state === "open" && closesOn !== null && closesOn <= addDays(today, 7))
          items.push({
            ...{ urgency: "know" as const, title: `「${title}」の回答期限が近づいています`, due: closesOn },
            action: { to: `/offices/${office}/stress-checks/${id}`, label: "状況を確認する" },
          });
    for (const office of organisationsOf(permit.actor, ["interview_doctor"]))
      for (const { askedOn, interviewOn } of await selectRequests(permit, "interviewOfficeId", office))
        if (interviewOn === null)
          items.push({
            ...{ urgency: "today" as const, title: "面接指導の申出があります" },
            ...{ due: dueAfter("interview", askedOn) },
            action: { to: `/offices/${office}/stress-interviews`, label: "確認する" },
          });
    return ok(items);
  },
});

/** For the command line: how many runs there are, nothing of what was answered. */
export const countAllRuns = query({
  name: "stress-run.count",
  policy,
  target: z.object({}),
  subject: () => ({ type: "stress-run", area: NATION }),
  run: async (permit) => ok(await countRuns(permit)),
});
