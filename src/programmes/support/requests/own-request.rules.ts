import { type Actor, organisationsOf } from "#foundation/actors/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** The organisation for which a signed-in workplace asks. */
export const workplaceOf = (actor: Actor): OrganisationId | null =>
  organisationsOf(actor, ["workplace"])[0] ?? null;
