import { type Role, roleInOrganisation } from "#foundation/actors/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { workersOf } from "#foundation/identity/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** Who does casework for an office: its caseworkers and supervisors, by id with their names, and who asks. */
export async function colleaguesOf(
  work: Work,
  organisation: OrganisationId,
): Promise<ReadonlyMap<string, string>> {
  const colleagues = new Map(await workersOf(work, organisation, CASEWORK));
  const { actor } = work;
  if (actor.kind === "person" && roleInOrganisation(actor, organisation, CASEWORK))
    colleagues.set(actor.userId, actor.name);
  return colleagues;
}

const CASEWORK: readonly Role[] = ["caseworker", "supervisor"];
