import { type Actor, reaches, roleAnywhere, roleInArea } from "#foundation/actors/public.ts";
import type { Grounds, Policy, Subject } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type ImportAct = "import.read" | "import.prepare" | "import.take" | "import.withdraw";

/**
 * Coordinators bring figures in for the areas that they work for, administrators for any. The figures themselves
 * are held to the person's reach once more, row by row.
 */
function may(actor: Actor, _action: ImportAct, { area }: Subject): Grounds | undefined {
  if (actor.kind === "service") return "service";
  const coordinator = roleInArea(actor, area, ["coordinator"]);
  if (coordinator) return coordinator;
  const administrator = roleAnywhere(actor, ["administrator"]);
  return administrator && reaches(actor, area) ? administrator : undefined;
}

export const importPolicy: Policy<ImportAct> = { may, quiet: ["import.read"] };

/** The areas for which somebody may bring figures in; `all` where any. */
export function importAreas(actor: Actor): readonly AreaId[] | "all" {
  if (actor.kind === "service") return "all";
  if (actor.kind !== "person") return [];
  if (actor.reach === "all" && roleAnywhere(actor, ["administrator"])) return "all";
  const held = actor.memberships.filter(({ role }) => role === "coordinator" || role === "administrator");
  return [...new Set(held.flatMap(({ areas }) => areas))];
}
