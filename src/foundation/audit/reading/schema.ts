import { z } from "zod";
import type { AuditEntry } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { typedDayOf } from "#platform/kernel/written-day.ts";

const day = z
  .string()
  .optional()
  .transform((text) => typedDayOf(text ?? ""))
  .catch(undefined);

/** What the address of the page asks for. What makes no sense is left out, as if it had not been asked. */
export const AuditFilter = z.object({
  /** A part of the name of who acted or whom it concerns. */
  who: z.string().trim().max(120).catch(""),
  action: z.string().max(120).catch(""),
  area: z.string().max(60).catch(""),
  from: day,
  to: day,
  outcome: z.enum(["granted", "refused"]).optional().catch(undefined),
  after: z.string().max(200).catch(""),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const readFilter = (query: URLSearchParams): AuditFilter =>
  AuditFilter.parse({
    ...Object.fromEntries(
      ["who", "action", "area", "from", "to", "after"].map((name) => [name, query.get(name) ?? ""]),
    ),
    outcome: query.get("outcome") || undefined,
  });

/** An entry with the names that a person reads. */
export type ReadEntry = AuditEntry &
  Readonly<{ actorName: string | undefined; personName: string | undefined; areaName: string }>;

export type EntryQuery = Readonly<{
  areas: readonly AreaId[] | "all";
  people: readonly string[] | undefined;
  action: string | undefined;
  from: Date | undefined;
  to: Date | undefined;
  outcome: "granted" | "refused" | undefined;
  after: Readonly<{ at: Date; id: string }> | undefined;
  limit: number;
}>;
