import type { Partner } from "./initiative-kinds.schema.ts";

/** The names that were typed one a line, each once. */
export const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n、,]/)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];

/** The organisations of the form: the lead in one field, the partners in another. */
export const organisationsOf = (
  lead: string,
  partners: readonly string[],
): Pick<Partner, "role" | "name">[] => [
  ...(lead === "" ? [] : [{ role: "lead" as const, name: lead }]),
  ...partners.map((name) => ({ role: "partner" as const, name })),
];

/** What is known of organisations by their names: from before, or from the register. */
export function withKnown(
  named: readonly Pick<Partner, "role" | "name">[],
  known: readonly Pick<Partner, "name" | "sector" | "organisationId">[],
): Partner[] {
  return named.map(({ role, name }) => {
    const found = known.find((one) => one.name === name);
    return { role, name, sector: found?.sector ?? null, organisationId: found?.organisationId ?? null };
  });
}
