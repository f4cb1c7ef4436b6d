import { randomBytes } from "node:crypto";
import { type Holder, scopeOf } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { type RowAccess, withRows } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { hashOf, isAlive, isNewUse, isToken, LINK_BYTES, tokenOf } from "./link.rules.ts";
import type { Link, LinkFilter } from "./link.schema.ts";
import { countUse, findLinkBySecret, insertLink, revokeLinkRows, revokeRowsOf } from "./link.store.server.ts";

export type NewLink = Readonly<{
  area: AreaId | null;
  purpose: string;
  subjectType: string;
  subject: string;
  detail?: Readonly<Record<string, string>>;
  /** Null for one that lasts until it is revoked. */
  expiresAt: Date | null;
}>;

/** Makes a secret link within the work under way and gives its token, which is kept nowhere. */
export async function makeLink(work: Work, link: NewLink): Promise<string> {
  const token = tokenOf(randomBytes(LINK_BYTES));
  await insertLink(
    work,
    { ...link, id: newId() as string, detail: link.detail ?? {} },
    { tokenHash: hashOf(token), madeBy: scopeOf(work.actor).actor },
  );
  return token;
}

export type OpenedLink = Readonly<{ link: Link; holder: Holder }>;

/**
 * Who holds the link of that token, as an actor, if it is one of these purposes. A token that is wrong, dead or of
 * another purpose looks the same: there is nothing there.
 */
export async function openLink(
  app: App,
  token: string,
  ...purposes: readonly string[]
): Promise<Result<OpenedLink>> {
  const now = app.clock.now();
  const link = await withSecret(app, token, async (access, found) => {
    if (!purposes.includes(found.purpose) || !isAlive(found, now)) return undefined;
    if (isNewUse(found.lastUsedAt, now)) await countUse(access, found, now);
    return found;
  });
  if (!link) return notFound("link");
  const { purpose, area, subject, detail } = link;
  return ok({ link, holder: { kind: "holder", purpose, area, subject, detail } });
}

/**
 * The area in which a link of that purpose led somewhere once, alive or dead: for a page that says where else to turn.
 * Of a token that never was one nothing is known.
 */
export const areaOfLink = (app: App, token: string, purpose: string): Promise<AreaId | null | undefined> =>
  withSecret(app, token, async (_access, found) => (found.purpose === purpose ? found.area : undefined));

/** Works on the link of that token, in a transaction that reaches it and nothing else. */
async function withSecret<T>(
  app: App,
  token: string,
  work: (access: RowAccess, link: Link) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (!isToken(token)) return undefined;
  const tokenHash = hashOf(token);
  return withRows(app.db, { actor: "<links>", areas: [], holds: tokenHash }, async (access) => {
    const found = await findLinkBySecret(access, tokenHash);
    return found && work(access, found);
  });
}

/** Revokes the links of that kind in an area; from now on their tokens open nothing. */
export const revokeLinks = (work: Work, area: AreaId | null, filter: LinkFilter): Promise<number> =>
  revokeLinkRows(work, area, filter);

/** Revokes every link to that subject in the areas in reach, whatever it is for. */
export const revokeLinksOf = (work: Work, subject: string): Promise<void> => revokeRowsOf(work, subject);
