import type { Actor } from "#foundation/actors/public.ts";
import { scopeOf } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { invalid, ok, type Result } from "#platform/kernel/result.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import type { Wish } from "#platform/mail/digest/rules.ts";
import { findWish, isWish, saveWish } from "#platform/mail/digest/wishes.ts";
import type { Session } from "../../schema.ts";
import { accountPolicy } from "../../sign-in/access.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** The areas whose offices write to a person: those that the person's organisations serve. */
const areasOf = (actor: Person): readonly AreaId[] => [
  ...new Set(actor.memberships.flatMap((held) => held.areas)),
];

/** How the mailbox that a person signs in by wants its mail. */
export async function readOwnWish(app: App, actor: Person, session: Session): Promise<Wish> {
  const [area] = areasOf(actor);
  if (area === undefined) return "at_once";
  return withRows(app.db, scopeOf(actor), (permit) => findWish(permit, area, session.email));
}

/** One wish for all areas that the person works in. */
export function saveOwnWish(
  app: App,
  actor: Person,
  session: Session,
  wish: string,
): Promise<Result<undefined>> {
  return act(app, actor, async (unit) => {
    const areas = areasOf(actor);
    const subject = { type: "account", id: session.userId, area: areas[0] ?? ("jp" as AreaId) } as const;
    const permit = await authorise(unit, accountPolicy, "account.mail", subject);
    if (!permit.ok) return permit;
    if (!isWish(wish)) return invalid({ wish: [WISH_TEXTS.choose] });
    for (const area of areas)
      await saveWish(unit, { area, address: session.email, wish }, session.userId, unit.clock.now());
    return ok(undefined);
  });
}
