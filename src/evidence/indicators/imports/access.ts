import type { Grounds, Policy, Subject } from "#foundation/audit/public.ts";
import { type Actor, reaches, roleAnywhere, roleInArea } from "#foundation/identity/public.ts";

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
