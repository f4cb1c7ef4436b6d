import type { Partner } from "../schema.ts";

/** The organisations of the form: the lead in one field, partners one a line. */
export function organisationsOf(lead: string, partners: string): Pick<Partner, "role" | "name">[] {
  const names = partners
    .split(/[\n、,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const first = lead.trim() === "" ? [] : [{ role: "lead" as const, name: lead.trim() }];
  return [...first, ...[...new Set(names)].map((name) => ({ role: "partner" as const, name }))];
}

/** What is known of organisations by their names: from before, or from the register. */
export function withKnown(
  named: readonly Pick<Partner, "role" | "name">[],
  known: readonly Readonly<{ name: string; sector: string | null; organisationId: string | null }>[],
): Partner[] {
  return named.map(({ role, name }) => {
    const found = known.find((one) => one.name === name);
    return { role, name, sector: found?.sector ?? null, organisationId: found?.organisationId ?? null };
  });
}
