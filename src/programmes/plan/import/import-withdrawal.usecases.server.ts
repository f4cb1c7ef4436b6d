import { command, query } from "#foundation/authority/public.ts";
import { DAYS_TO_RESTORE, restorable } from "#foundation/deletions/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { aboutArea, aboutRow, type PlanPermit, stamp } from "../access.ts";
import { lockCounting } from "../chain/plan-facts.store.server.ts";
import { pushActivityCounts } from "../chain/plan-facts.usecases.server.ts";
import { WITHDRAWAL } from "./activity-import.messages.ts";
import type { HeldImport, Standing } from "./import-withdrawal.schema.ts";
import {
  bringBack,
  findImport,
  selectImports,
  selectStanding,
  takeBack,
} from "./import-withdrawal.store.server.ts";

const IMPORTS_A_PAGE = 20;
const SUBJECT = "activity-import";

/** An import with the names of who sent it and who took it back. */
export type NamedImport = HeldImport & Readonly<{ who: string; deletedWho: string }>;
export type ImportView = NamedImport &
  Standing &
  Readonly<{
    /** Changed since by hand or by another import. */
    kept: number;
    mayRestore: boolean;
  }>;

/** The last imports of an area, those that were taken back too. */
export const listActivityImports = query({
  name: "activity-import.list",
  ...aboutArea(SUBJECT, { after: rowId().optional() }),
  async run(permit, { area, after }) {
    const found = await selectImports(permit, area, { after, limit: IMPORTS_A_PAGE + 1 });
    const imports = found.slice(0, IMPORTS_A_PAGE);
    const more = found.length > IMPORTS_A_PAGE ? imports.at(-1)!.id : undefined;
    return ok({ imports: await named(permit, imports), after: more });
  },
});

/** What taking an import back would do, or did. */
export const getActivityImport = query({
  name: "activity-import.read",
  ...aboutRow(SUBJECT),
  async run(permit, { area, id }) {
    const found = await findImport(permit, area, id);
    if (!found) return notFound(SUBJECT);
    const [one] = await named(permit, [found]);
    const standing = await selectStanding(permit, area, found);
    const { removed, reverted, gone } = standing;
    const kept = found.added + found.changed - removed - reverted - gone;
    const mayRestore = isRestorable(found, permit.clock.now());
    return ok<ImportView>({ ...one!, removed, reverted, gone, kept, mayRestore });
  },
});

/** Takes an import back. Sent twice by the same person it is done; of two persons the second is told. */
export const withdrawActivityImport = command({
  name: "activity-import.withdraw",
  ...aboutRow(SUBJECT),
  run: (permit, { area, id }) =>
    changeImport(permit, area, id, async (held) => {
      if (held.deletedAt) return held.deletedBy === stamp(permit).by ? ok([]) : conflict(WITHDRAWAL.already);
      return ok(await takeBack(permit, area, id));
    }),
});

/** Brings an import back. Sent twice it is there already. */
export const restoreActivityImport = command({
  name: "activity-import.restore",
  ...aboutRow(SUBJECT),
  run: (permit, { area, id }) =>
    changeImport(permit, area, id, async (held) => {
      if (!held.deletedAt) return ok([]);
      if (!isRestorable(held, permit.clock.now())) return conflict(WITHDRAWAL.tooLate(DAYS_TO_RESTORE));
      return ok(await bringBack(permit, area, held));
    }),
});

/** One at a time: the second sees what the first did. The work says which fiscal years it touched. */
async function changeImport(
  permit: PlanPermit,
  area: AreaId,
  id: string,
  work: (held: HeldImport) => Promise<Result<number[]>>,
): Promise<Result<undefined>> {
  await lockCounting(permit);
  const held = await findImport(permit, area, id);
  if (!held) return notFound(SUBJECT);
  const years = await work(held);
  if (!years.ok) return years;
  await pushActivityCounts(permit, years.value);
  return ok(undefined);
}

async function named(permit: PlanPermit, imports: readonly HeldImport[]): Promise<NamedImport[]> {
  const ids = imports.flatMap(({ by, deletedBy }) => [by, deletedBy ?? []].flat());
  const names = await namesOfUsers(permit, ids);
  const nameOf = (id: string | null) => names.get(id as UserId) ?? "";
  return imports.map((one) => ({ ...one, who: nameOf(one.by), deletedWho: nameOf(one.deletedBy) }));
}

const isRestorable = ({ deletedAt }: HeldImport, now: Date): boolean =>
  deletedAt !== null && restorable(deletedAt, now);
