import type { AreaId } from "#platform/kernel/ids.ts";

/**
 * A secret link, without its secret. It leads to one subject for one purpose; `detail` holds the ids that narrow what its
 * holder may do there (whose answer, which member). `area` is null where the subject belongs to no area.
 */
export type Link = Readonly<{
  id: string;
  area: AreaId | null;
  purpose: string;
  subjectType: string;
  subject: string;
  detail: Readonly<Record<string, string>>;
  madeAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  uses: number;
  lastUsedAt: Date | null;
}>;

/** Which links: of a subject, of a purpose or of all but one, with these details. */
export type LinkFilter = Readonly<{
  subject?: string;
  purpose?: string;
  spared?: string;
  detail?: Readonly<Record<string, string>>;
}>;
