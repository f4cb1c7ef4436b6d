import { command, query } from "#foundation/authority/public.ts";
import { giveConsent, listConsents, requireConsent, takeConsentStep } from "#foundation/consent/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { optionalId } from "#platform/kernel/form-fields.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { PreventionPermit } from "../access.ts";
import { by } from "../model/actor.rules.ts";
import { CONSENT_TEXT } from "../model/prevention-data.schema.ts";
import { atOffice } from "../target.usecases.server.ts";
import { lastDayOf, REACHED, stepsOf } from "./bereaved-path.rules.ts";
import { PathInput } from "./bereaved-path.schema.ts";
import {
  type BereavedPath,
  insertPath,
  lockPath,
  nextPathNumber,
  selectPaths,
  updatePath,
} from "./bereaved-path.store.server.ts";
import { voiceCounts } from "./voice.store.server.ts";

const PURPOSE = "bereaved-interview";
/** Who hears the family: nobody outside of the office is given anything. */
const RECEIVER = "研修を受けた面接者";
const CONFIRM_WITHIN = 14;
type Told = ReturnType<typeof PathInput.parse>;

/**
 * Every step of a number, under one name: the log tells that the office worked on it, and neither number nor step. It
 * begins with the slip that the family itself has sent back.
 */
export const notePath = command({
  name: "prevention-path.note",
  ...atOffice({ path: optionalId() }),
  input: PathInput,
  once: true,
  async run(permit, { path: id, organisation: _, ...told }) {
    const today = permit.clock.today();
    if ([told.on, told.leafletOn].some((day) => day !== null && day > today))
      return invalid({ on: ["本日までの日付を入力してください。"] });
    if (told.what === "begin") return begin(permit, told);
    const path = id === null ? undefined : await lockPath(permit, id);
    if (!path) return notFound("prevention-path");
    if (!stepsOf(path).includes(told.what))
      return conflict("この番号には、その内容を記録できません。何も変わっていません。");
    if (told.what === "withdraw") return withdraw(permit, path);
    const last = lastDayOf([path.slipOn, path.interviewOn, path.weekOn, path.monthOn]);
    if (told.on !== null && last !== null && told.on < last)
      return invalid({ on: ["前の記録より後の日付を入力してください。"] });
    return goOn(permit, path, told);
  },
});

async function begin(permit: PreventionPermit, { on, leafletOn }: Told): Promise<Result<void>> {
  const organisation = permit.subject.organisation!;
  const office = (await getOrganisations(permit, [organisation])).get(organisation)!;
  const slipOn = on!;
  if (leafletOn !== null && leafletOn > slipOn)
    return invalid({ leafletOn: ["同意書が返送された日までの日付を入力してください。"] });
  // By chance alone: an id that is ordered by time would tell the day again.
  const [id, person] = [crypto.randomUUID() as string, crypto.randomUUID() as string];
  const given = await giveConsent(permit, {
    ...{ person, organisation, receiver: { organisation: null, name: RECEIVER }, purpose: PURPOSE },
    ...{ classes: ["consultation"], employer: "nothing", way: "paper", confirmWithin: CONFIRM_WITHIN },
    text: { language: "ja", body: `${office.name}　${CONSENT_TEXT.body}` },
    ...{ from: slipOn, until: null, heardBy: by(permit), heardAt: new Date(`${slipOn}T00:00:00+09:00`) },
  });
  if (!given.ok) return given;
  const fiscalYear = fiscalYearOf(slipOn);
  const number = await nextPathNumber(permit, fiscalYear);
  await insertPath(permit, { id, fiscalYear, number, personId: person, leafletOn, slipOn });
  return ok(undefined);
}

async function goOn(permit: PreventionPermit, path: BereavedPath, told: Told): Promise<Result<void>> {
  const { what: step, on, cared } = told;
  if (step === "end") {
    await updatePath(permit, path.id, { state: "ended" });
    return ok(undefined);
  }
  const agreed = await requireConsent(permit, path.personId!, {
    ...{ receiver: RECEIVER, purpose: PURPOSE, classes: ["consultation"] },
  });
  if (!agreed.ok) return agreed;
  const days: Partial<Record<string, Partial<Record<"interviewOn" | "weekOn" | "monthOn", PlainDate>>>> = {
    interview: { interviewOn: on! },
    week: { weekOn: on! },
    month: { monthOn: on! },
  };
  await updatePath(permit, path.id, {
    ...days[step],
    reached: REACHED[step]!,
    ...(step === "interview" ? { interviewersTrained: true } : {}),
    ...(cared === null ? {} : { interviewersCared: cared }),
  });
  return ok(undefined);
}

/** The days go, and the way to the ledger with them; the number stays as withdrawn, and counts as far as it came. */
async function withdraw(permit: PreventionPermit, path: BereavedPath): Promise<Result<void>> {
  const consents = await listConsents(permit, [path.personId!]);
  for (const { id, state } of consents)
    if (state === "effective") {
      const taken = await takeConsentStep(permit, id, "withdrawn");
      if (!taken.ok) return taken;
    }
  await updatePath(permit, path.id, {
    ...{ state: "withdrawn", personId: null, leafletOn: null, slipOn: null },
    ...{ interviewOn: null, weekOn: null, monthOn: null },
  });
  return ok(undefined);
}

/** The numbers of an office with what may come next, their counts, and what families said of the process. */
export const listPaths = query({
  name: "prevention-path.list",
  ...atOffice(),
  async run(permit, { organisation }) {
    const paths = await selectPaths(permit);
    const office = (await getOrganisations(permit, [organisation])).get(organisation)!;
    const at = (least: number) => paths.filter(({ reached }) => reached >= least).length;
    return ok({
      office: { id: office.id, name: office.name },
      paths: paths.map(({ personId: _, organisationId: _o, areaId: _a, ...path }) => ({
        ...path,
        next: stepsOf(path),
      })),
      counts: {
        begun: paths.length,
        interviewed: at(2),
        cared: at(4),
        withdrawn: paths.filter(({ state }) => state === "withdrawn").length,
      },
      voice: await voiceCounts(permit),
      consent: CONSENT_TEXT.body,
    });
  },
});
