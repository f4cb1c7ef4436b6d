import type { Work } from "#foundation/authority/public.ts";
import { workersOf } from "#foundation/identity/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";

/** Who does casework for an office: its caseworkers and supervisors, by id with their names. */
export const colleaguesOf = (
  work: Work,
  organisation: OrganisationId,
): Promise<ReadonlyMap<string, string>> => workersOf(work, organisation, ["caseworker", "supervisor"]);
