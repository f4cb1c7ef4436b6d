import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../../access.ts";
import { holdCounting } from "../../facts/store.server.ts";
import { tellActivities } from "../../facts/usecases.server.ts";
import { restorable } from "../../rules.ts";
import { DAYS_TO_RESTORE } from "../../schema.ts";
import { readToEdit } from "../../usecases.server.ts";
import { WITHDRAWAL } from "../messages.ts";
import type { HeldImport, Standing } from "./schema.ts";
import { bringBack, findImport, selectImports, selectStanding, takeBack } from "./store.server.ts";

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

async function named(unit: Unit, imports: readonly HeldImport[]): Promise<NamedImport[]> {
  const ids = imports.flatMap(({ by, deletedBy }) => [by, deletedBy ?? []].flat());
  const names = await namesOfUsers(unit, ids);
  const nameOf = (id: string | null) => names.get(id as UserId) ?? "";
  return imports.map((one) => ({ ...one, who: nameOf(one.by), deletedWho: nameOf(one.deletedBy) }));
}

/** The last imports of an area, those that were taken back too. */
export function listActivityImports(
  app: App,
  actor: Actor,
  area: AreaId,
  after?: string,
): Promise<Result<Readonly<{ imports: readonly NamedImport[]; after: string | undefined }>>> {
  return readToEdit(app, actor, area, SUBJECT, async (unit) => {
    const found = await selectImports(unit, area, { after, limit: IMPORTS_A_PAGE + 1 });
    const imports = found.slice(0, IMPORTS_A_PAGE);
    const more = found.length > IMPORTS_A_PAGE ? imports.at(-1)!.id : undefined;
    return ok({ imports: await named(unit, imports), after: more });
  });
}

/** What taking an import back would do, or did. */
export function getActivityImport(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<ImportView>> {
  return readToEdit(app, actor, area, SUBJECT, async (unit): Promise<Result<ImportView>> => {
    const found = await findImport(unit, area, id);
    if (!found) return notFound(SUBJECT);
    const [one] = await named(unit, [found]);
    const standing = await selectStanding(unit, area, found);
    const { removed, reverted, gone } = standing;
    const kept = found.added + found.changed - removed - reverted - gone;
    return ok({ ...one!, ...standing, kept, mayRestore: isRestorable(found, unit.clock.now()) });
  });
}

const isRestorable = ({ deletedAt }: HeldImport, now: Date): boolean =>
  deletedAt !== null && restorable(deletedAt, now, DAYS_TO_RESTORE);

/** Takes an import back. Sent twice by the same person it is done; of two persons the second is told. */
export function withdrawActivityImport(app: App, actor: Actor, area: AreaId, id: string) {
  return changeImport(app, actor, area, id, "activity-import.withdraw", async (unit, held, by) => {
    if (held.deletedAt) return held.deletedBy === by ? ok([]) : conflict(WITHDRAWAL.already);
    return ok(await takeBack(unit, area, id, { by, at: unit.clock.now() }));
  });
}

/** Brings an import back. Sent twice it is there already. */
export function restoreActivityImport(app: App, actor: Actor, area: AreaId, id: string) {
  return changeImport(app, actor, area, id, "activity-import.restore", async (unit, held) => {
    if (!held.deletedAt) return ok([]);
    if (!isRestorable(held, unit.clock.now())) return conflict(WITHDRAWAL.tooLate(DAYS_TO_RESTORE));
    return ok(await bringBack(unit, area, held));
  });
}

/** One at a time: the second sees what the first did. */
function changeImport(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  action: "activity-import.withdraw" | "activity-import.restore",
  work: (unit: Unit, held: HeldImport, by: string) => Promise<Result<number[]>>,
): Promise<Result<undefined>> {
  return act(app, actor, async (unit): Promise<Result<undefined>> => {
    const permit = await authorise(unit, planPolicy, action, { type: SUBJECT, id, area });
    if (!permit.ok) return permit;
    await holdCounting(unit, area);
    const held = await findImport(unit, area, id);
    if (!held) return notFound(SUBJECT);
    const years = await work(unit, held, scopeOf(actor).actor);
    if (!years.ok) return years;
    await tellActivities(unit, area, years.value);
    return ok(undefined);
  });
}
