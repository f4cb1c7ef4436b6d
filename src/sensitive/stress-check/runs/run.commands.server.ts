import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { codeOf, makeLink } from "#foundation/links/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { allows, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import type { StressPermit } from "../access.ts";
import { stressCodeHash, WORKPLACE_LINK } from "../answering/door.usecases.server.ts";
import { selectWorkers, updateWorker } from "../answering/worker.store.server.ts";
import { readLines } from "../model/run.rules.ts";
import { GiveInput, JointInput, LinesInput, RUN, type Run, RunInput } from "../model/run.schema.ts";
import { CODES, STATE_WORDS } from "../model/stress.messages.ts";
import { ofRun } from "../target.usecases.server.ts";
import {
  findRun,
  findWorkplace,
  insertRun,
  insertWorkplaces,
  lockRun,
  selectEarlierWorkplaces,
  selectWorkplaces,
  updateRun,
} from "./run.store.server.ts";

/** An implementer's office starts a run: for one workplace, or for the branches of one firm. */
export const createRun = command({
  name: "stress-run.create",
  ...ofRun(),
  input: RunInput,
  once: true,
  async run(permit, { run: id, organisation, interviewOffice, ...told }) {
    if (told.kind !== "single" && told.kind !== "branches")
      return invalid({ kind: ["合同の実施は、商工会などの世話役の画面から始めてください。"] });
    await insertRun(permit, {
      id,
      organisationId: organisation,
      interviewOfficeId: interviewOffice,
      ...told,
    });
    return ok({ id });
  },
});

/** A chamber or association starts a joint run, carried out by an implementer's office that is another one. */
export const startJointRun = command({
  name: "stress-joint.start",
  ...ofRun(),
  input: JointInput,
  once: true,
  async run(permit, { run: id, organisation: organiserId, implementer, interviewOffice, ...told }) {
    if (told.kind === "single") return invalid({ kind: ["合同の実施方法を選択してください。"] });
    const office = implementer as OrganisationId;
    if (office === organiserId || !(await getOrganisations(permit, [office])).has(office))
      return invalid({ implementer: ["実施者の機関を選択してください。世話役の団体は実施者になれません。"] });
    const run = { id, organisationId: office, organiserId, interviewOfficeId: interviewOffice, ...told };
    await insertRun(permit, run);
    return ok({ id });
  },
});

async function addTo(
  permit: StressPermit,
  run: Run | undefined,
  { lines: typed, earlier }: z.output<typeof LinesInput>,
) {
  if (!run) return notFound("stress-run");
  if (!allows(RUN, run.state, "add")) return wrongState(STATE_WORDS[run.state]);
  const { rows, wrong } = readLines(typed);
  if (wrong)
    return invalid({ lines: [`「${wrong}」を読み取れません。「事業所名,人数」の形で入力してください。`] });
  const again = (await selectEarlierWorkplaces(permit, run)).filter(({ firmId }) => earlier.includes(firmId));
  const added = [...again, ...rows];
  if (added.length === 0) return invalid({ lines: ["登録する事業所を入力してください。"] });
  const held = (await selectWorkplaces(permit, run.id)).length;
  if (run.kind === "single" && held + added.length > 1)
    return conflict(
      "単独の実施に登録できる事業所は1か所です。合同の実施は、世話役の団体から始めてください。",
    );
  await insertWorkplaces(permit, run, added);
  return ok({ added: added.length });
}

export const addWorkplaces = command({
  name: "stress-workplace.add",
  ...ofRun(),
  input: LinesInput,
  once: true,
  run: async (permit, { run, ...sent }) => addTo(permit, await lockRun(permit, run), sent),
});
export const addJointWorkplaces = command({
  name: "stress-joint.add",
  ...ofRun(),
  input: LinesInput,
  once: true,
  run: async (permit, { run, ...sent }) => addTo(permit, await lockRun(permit, run, "organiserId"), sent),
});

/** A new link for the person in charge at a workplace; the organiser never gets it. */
export const giveLink = command({
  name: "stress-workplace.give-link",
  ...ofRun({ workplace: rowId() }),
  input: z.object({}),
  async run(permit, { run: id, workplace: of }, app) {
    const run = await findRun(permit, id);
    const workplace = await findWorkplace(permit, of);
    if (!run || workplace?.runId !== run.id) return notFound("stress-workplace");
    const token = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: WORKPLACE_LINK, subjectType: "stress-workplace" },
      ...{ subject: workplace.id, expiresAt: new Date(permit.clock.now().getTime() + 730 * 86_400_000) },
    });
    return ok({ address: `${app.config.origin}/stress/workplace/${token}` });
  },
});

export async function newCodes(
  permit: StressPermit,
  { run: id, workplace: of, which }: Readonly<{ run: string; workplace: string; which: string }>,
) {
  const run = await lockRun(permit, id);
  const workplace = await findWorkplace(permit, of);
  if (!run || workplace?.runId !== run.id) return notFound("stress-workplace");
  if (!allows(RUN, run.state, "add")) return wrongState(STATE_WORDS[run.state]);
  if (workplace.state !== "joined") return conflict(CODES.notJoined);
  const slips = [];
  const chosen = ({ id: worker, codeHash }: Awaited<ReturnType<typeof selectWorkers>>[number]) =>
    which === "all" || (which === "missing" ? codeHash === null : worker === which);
  for (const worker of (await selectWorkers(permit, of)).filter(chosen)) {
    const code = codeOf(randomBytes(12));
    await updateWorker(permit, worker.id, { codeHash: stressCodeHash(code) });
    slips.push({ number: worker.number, name: worker.name, code });
  }
  if (slips.length === 0)
    return which === "missing" ? conflict(CODES.none) : invalid({ which: [CODES.unknown] });
  return ok({ run, slips });
}

/** Codes for the slips of a workplace: of who has none, of everybody anew, or of one who lost theirs. They are shown once. */
export const giveCodes = command({
  name: "stress-code.give",
  ...ofRun({ workplace: rowId() }),
  input: GiveInput,
  async run(permit, target) {
    const given = await newCodes(permit, target);
    return given.ok ? ok({ slips: given.value.slips }) : given;
  },
});

export const openRun = command({
  name: "stress-run.open",
  ...ofRun(),
  once: true,
  async run(permit, { run: id }) {
    const run = await lockRun(permit, id);
    if (!run) return notFound("stress-run");
    if (!allows(RUN, run.state, "open")) return wrongState(STATE_WORDS[run.state]);
    if (!(await selectWorkplaces(permit, id)).some(({ state }) => state === "joined"))
      return conflict("参加する事業所がまだありません。参加の回答を受けてから、始めてください。");
    await updateRun(permit, id, { state: "open", openedOn: permit.clock.today() });
    return ok({ id });
  },
});

/** Ends the answering; from today on the five years of its records count. */
export const closeRun = command({
  name: "stress-run.close",
  ...ofRun(),
  once: true,
  async run(permit, { run: id }) {
    const run = await lockRun(permit, id);
    if (!run) return notFound("stress-run");
    if (!allows(RUN, run.state, "close")) return wrongState(STATE_WORDS[run.state]);
    await updateRun(permit, id, { state: "closed", closedOn: permit.clock.today() });
    return ok({ id });
  },
});
