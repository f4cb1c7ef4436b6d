import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, type Finder } from "#foundation/authority/public.ts";
import type { AreaId, UserId } from "#platform/kernel/ids.ts";
import { ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { accountPolicy } from "../access.ts";

/** The area whose log tells of somebody's account. */
export const homeOf = (actor: Actor): AreaId =>
  (actor.kind === "person" ? actor.memberships[0]?.areas[0] : undefined) ?? NATION;

/** A user's id. */
export const userId = z
  .string()
  .min(1)
  .transform((text) => text as UserId);

/** One's own account, as what is done to it. */
export const ownAccount = ({ actor }: Finder, { user }: Readonly<{ user: UserId }>) => ({
  type: "account",
  id: user,
  area: homeOf(actor),
});

/** Whose account it is, where that is known, and its area where the one who tries is a visitor. */
const ofAccount = z.object({ user: userId.optional(), area: areaId.optional() });

const account = ({ actor }: Finder, { user, area }: z.output<typeof ofAccount>) => ({
  type: "account",
  area: area ?? homeOf(actor),
  ...(user === undefined ? {} : { id: user }),
  ...(user === undefined || actor.kind === "person" ? {} : { person: user }),
});

/** The sign-in works in transactions of its own; what came of it is written down by these, which do nothing else. */
const done = () => ok(undefined);
const entry = { policy: accountPolicy, target: ofAccount, subject: account, run: done };

const beginSession = command({ name: "session.begin", ...entry });
const unlockSession = command({ name: "session.unlock", ...entry });

export const WAYS_IN = { "session.begin": beginSession, "session.unlock": unlockSession };
export type WayIn = keyof typeof WAYS_IN;
