import type { Fact } from "../facts/fact.schema.ts";

export type Contact = Readonly<{ name: string; phone: string; lines: readonly string[] }>;

/** The facts of an edition as a leaflet prints them: of each office or hotline its name, telephone and the rest. */
export function contactsOf(
  facts: readonly Pick<Fact, "source" | "sourceId" | "field" | "label" | "printed">[],
): Contact[] {
  const each = Map.groupBy(facts, ({ source, sourceId }) => `${source}:${sourceId}`);
  return [...each.values()].map((own) => {
    const printed = (field: string) => own.find((one) => one.field === field)?.printed ?? "";
    return {
      name: printed("name") || own[0]!.label,
      phone: printed("phone"),
      lines: ["hours", "address", "website"].map(printed).filter(Boolean),
    };
  });
}
