import type { FieldErrors } from "#platform/kernel/result.ts";
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

/** The sentences about organisations by the fields in which their names are typed. */
export function errorsOf(errors: FieldErrors, { lead = "" }: Readonly<Record<string, string>>): FieldErrors {
  const of = (field: string) => {
    if (!field.startsWith("organisations")) return field;
    return field === "organisations.0.name" && lead.trim() !== "" ? "lead" : "partners";
  };
  const byField = Object.groupBy(Object.entries(errors), ([field]) => of(field));
  return Object.fromEntries(
    Object.entries(byField).map(([field, found = []]) => [
      field,
      [...new Set(found.flatMap(([, sentences]) => sentences))],
    ]),
  );
}
