import { loadSolver } from "@yui/healthstats";
import { z } from "zod";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { command, type Permit, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { allows } from "#platform/kernel/states.ts";
import { publicationPolicy } from "./access.ts";
import {
  type CountedEdition,
  EDITION,
  type EditionStep,
  makeEdition,
  openEdition,
  shapeOf,
  stateOfEdition,
} from "./edition.rules.ts";
import type { EditionCounts, Period, Publication } from "./edition.schema.ts";
import {
  findEdition,
  holdSeries,
  insertEdition,
  selectCounted,
  selectEditions,
  updateWithdrawal,
} from "./edition.store.server.ts";
import { WITHDRAWAL } from "./messages.ts";

const word = z.string().regex(/^[a-z0-9-]{1,60}$/);
const named = { publication: word, period: word, number: z.coerce.number().int().positive() };

/**
 * Publishes the counts as the next edition, suppressed beside all editions of the period that anybody may have seen,
 * withdrawn ones too. Where nothing changed there is no new one: an edition that was withdrawn stays so until its counts
 * are others. The caller's own command has asked who may.
 */
export async function publishEdition(
  permit: Permit,
  publication: Publication,
  area: AreaId,
  period: Period,
  counts: EditionCounts,
): Promise<void> {
  const whole = { area, publication: publication.name, period: period.key };
  await holdSeries(permit, whole);
  const earlier = await selectCounted(permit, whole);
  const last = earlier[0];
  if (last && JSON.stringify(last.counts) === JSON.stringify(counts)) {
    const sameWords = shapeOf(last.content) === shapeOf(openEdition(publication, period, counts));
    if (last.withdrawn || sameWords) return;
  }
  const content = makeEdition(publication, period, counts, earlier, await loadSolver());
  await insertEdition(permit, whole, (last?.number ?? 0) + 1, { content, counts });
}

/**
 * Publishes an edition that a module has made by `makeEdition` beside earlier ones of its own, as it stands. What the
 * public holds is then a part of what was protected together. The caller's own command has asked who may.
 */
export async function publishMade(
  permit: Permit,
  area: AreaId,
  { content, counts }: CountedEdition,
): Promise<number> {
  const whole = { area, publication: content.publication, period: content.period.key };
  await holdSeries(permit, whole);
  const number = ((await selectCounted(permit, whole))[0]?.number ?? 0) + 1;
  await insertEdition(permit, whole, number, { content, counts });
  return number;
}

export const listEditions = query({
  name: "edition.list",
  ...inArea(publicationPolicy, "edition"),
  run: async (permit) => ok(await selectEditions(permit, permit.subject.area)),
});

export const readEdition = query({
  name: "edition.read",
  ...inArea(publicationPolicy, "edition", named),
  async run(permit, name) {
    const edition = await findEdition(permit, permit.subject.area, name);
    if (!edition) return notFound("edition");
    const may = (action: "edition.withdraw" | "edition.restore") =>
      publicationPolicy.may(permit.actor, action, permit.subject) !== undefined;
    const can = (step: EditionStep) => allows(EDITION, stateOfEdition(edition), step);
    return ok({
      edition,
      area: await getArea(permit, permit.subject.area),
      mayWithdraw: can("withdraw") && may("edition.withdraw"),
      mayRestore: can("restore") && may("edition.restore"),
    });
  },
});

/** Marks an edition as withdrawn. It stays readable, with the reason. */
export const withdrawEdition = command({
  name: "edition.withdraw",
  ...inArea(publicationPolicy, "edition", named),
  input: z.object({ reason: z.string().trim().min(1, { error: WITHDRAWAL.required }).max(500) }),
  once: true,
  async run(permit, { reason, ...name }) {
    const at = permit.clock.now();
    const done = await updateWithdrawal(permit, permit.subject.area, name, { at, reason });
    return done ? ok(null) : conflict(WITHDRAWAL.already);
  },
});

/** Takes a withdrawal back. */
export const restoreEdition = command({
  name: "edition.restore",
  ...inArea(publicationPolicy, "edition", named),
  async run(permit, name) {
    const done = await updateWithdrawal(permit, permit.subject.area, name, { at: null, reason: "" });
    return done ? ok(null) : conflict(WITHDRAWAL.already);
  },
});
