import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import type { Finder } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "./access.ts";

/** What an address names at an office that asks: the policy is asked about that office alone. */
export const atOffice = <More extends z.ZodRawShape = Record<never, never>>(
  more: More = {} as More,
  type = "survey",
) => ({
  policy,
  target: z.object({ organisation: rowId<OrganisationId>(), ...more }),
  async subject(find: Finder, target: Readonly<{ organisation: OrganisationId }>) {
    const office = (await getOrganisations(find, [target.organisation])).get(target.organisation);
    const named = (target as Readonly<Record<string, unknown>>).survey;
    return (
      office && {
        ...{ type, organisation: office.id, area: office.areaId },
        ...(typeof named === "string" ? { id: named } : {}),
      }
    );
  },
});

/** One survey of an office. */
export const ofSurvey = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) =>
  atOffice({ survey: rowId(), ...more });

/** Whoever answers, by the one thing that they hold: the unit of their link, or the hash of their code. */
export const byHolder = (type: "survey-unit" | "survey-code") => ({
  policy,
  hides: true,
  target: z.object({ held: z.string().regex(/^[0-9a-f-]{36,64}$/) }),
  subject: ({ actor }: Finder, { held }: Readonly<{ held: string }>) => ({
    ...{ type, id: held },
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
});
