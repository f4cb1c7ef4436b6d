import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { WISH_TEXTS } from "#platform/mail/digest/messages.ts";
import { WISHES } from "#platform/mail/digest/rules.ts";
import { findWish, saveWish } from "#platform/mail/digest/wishes.ts";
import { accountPolicy } from "../access.ts";
import { ownAccount, userId } from "../sign-in/entry.usecases.server.ts";
import { findAddress } from "../user-name.store.server.ts";

const own = { policy: accountPolicy, target: z.object({ user: userId }), subject: ownAccount };

/** The areas whose offices write to a person: those that the person's organisations serve. */
const areasOf = (actor: Actor): readonly AreaId[] =>
  actor.kind === "person" ? [...new Set(actor.memberships.flatMap((held) => held.areas))] : [];

/** How the mailbox that a person signs in by wants its mail. */
export const readOwnWish = query({
  name: "account.read-mail",
  ...own,
  async run(permit, { user }) {
    const address = await findAddress(permit, user);
    if (address === undefined) return notFound("account");
    const [area] = areasOf(permit.actor);
    return ok(area === undefined ? "at_once" : await findWish(permit, area, address));
  },
});

/** One wish for all areas that the person works in. */
export const saveOwnWish = command({
  name: "account.mail",
  ...own,
  input: z.object({ wish: z.enum(WISHES, { error: WISH_TEXTS.choose }) }),
  async run(permit, { user, wish }) {
    const address = await findAddress(permit, user);
    if (address === undefined) return notFound("account");
    for (const area of areasOf(permit.actor))
      await saveWish(permit, { area, address, wish }, user, permit.clock.now());
    return ok(undefined);
  },
});
