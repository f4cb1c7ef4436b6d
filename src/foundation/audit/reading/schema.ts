import type { AuditEntry } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { ListQuery } from "#platform/lists/list.ts";
import type { About } from "./about.rules.ts";

/** Something that an entry is about, by its name where it is a user in reach. */
export type Thing = Readonly<{ type: string; id: string; name: string | undefined }>;

/** An entry with the names that a person reads. */
export type ReadEntry = AuditEntry &
  Readonly<{
    actorName: string | undefined;
    personName: string | undefined;
    areaName: string;
    /** What was done to, and whom it showed. */
    subject: Thing | undefined;
    things: readonly Thing[];
  }>;

export type EntryQuery = Readonly<{
  list: Pick<ListQuery<unknown>, "sort" | "after" | "limit">;
  areas: readonly AreaId[] | "all";
  people: readonly string[] | undefined;
  about: About | undefined;
  action: string | undefined;
  from: Date | undefined;
  to: Date | undefined;
  outcome: "granted" | "refused" | undefined;
}>;
