import { randomBytes } from "node:crypto";
import { service } from "#foundation/actors/public.ts";
import { act, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, type Result } from "#platform/kernel/result.ts";
import { hashOf, isAlive, isToken, LINK_BYTES, tokenOf } from "./rules.ts";
import { findLink, insertLink, type LinkPurpose, type LinkRow } from "./store.server.ts";

/** A matter that takes longer than this is told of by a new letter. */
const LINK_DAYS = 400;

/** Makes a secret link and gives its token, which is kept nowhere. */
export async function makeLink(
  unit: Unit,
  area: AreaId,
  purpose: LinkPurpose,
  to: Readonly<{ requestId?: string; enquiryId?: string; organisationId?: string; userId?: string }>,
): Promise<string> {
  const token = tokenOf(randomBytes(LINK_BYTES));
  const madeAt = unit.clock.now();
  await insertLink(unit, {
    area,
    tokenHash: hashOf(token),
    purpose,
    requestId: to.requestId ?? null,
    enquiryId: to.enquiryId ?? null,
    organisationId: to.organisationId ?? null,
    userId: to.userId ?? null,
    madeAt,
    expiresAt: purpose === "feed" ? null : new Date(madeAt.getTime() + LINK_DAYS * 86_400_000),
  });
  return token;
}

/**
 * Runs a use-case for whoever holds a link of that purpose, or of one of those. A token that is wrong, dead or of another purpose looks
 * the same: there is nothing there.
 */
export function byLink<T>(
  app: App,
  token: string,
  purpose: LinkPurpose | readonly LinkPurpose[],
  work: (unit: Unit, link: LinkRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  const purposes = [purpose].flat();
  return act(app, service(`link:${purposes[0]}`), async (unit) => {
    const link = isToken(token) ? await findLink(unit, hashOf(token)) : undefined;
    if (!link || !purposes.includes(link.purpose) || !isAlive(link, unit.clock.now()))
      return notFound("link");
    return work(unit, link);
  });
}
