import type { AuditEntry } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { ListQuery } from "#platform/lists/list.ts";

/** An entry with the names that a person reads. */
export type ReadEntry = AuditEntry &
  Readonly<{ actorName: string | undefined; personName: string | undefined; areaName: string }>;

export type EntryQuery = Readonly<{
  list: Pick<ListQuery<unknown>, "sort" | "after" | "limit">;
  areas: readonly AreaId[] | "all";
  people: readonly string[] | undefined;
  action: string | undefined;
  from: Date | undefined;
  to: Date | undefined;
  outcome: "granted" | "refused" | undefined;
}>;
