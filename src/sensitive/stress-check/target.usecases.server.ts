import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import type { Finder } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "./access.ts";

/** What an address names at an office: the policy is asked about that office alone. */
export const atOffice = <More extends z.ZodRawShape = Record<never, never>>(
  more: More = {} as More,
  type = "stress-run",
) => ({
  policy,
  target: z.object({ organisation: rowId<OrganisationId>(), ...more }),
  async subject(find: Finder, target: Readonly<{ organisation: OrganisationId }>) {
    const office = (await getOrganisations(find, [target.organisation])).get(target.organisation);
    const { run, request } = target as Readonly<Record<string, unknown>>;
    const named = type === "stress-request" ? request : run;
    return (
      office && {
        ...{ type, organisation: office.id, area: office.areaId },
        ...(typeof named === "string" ? { id: named } : {}),
      }
    );
  },
});

export const ofRun = <More extends z.ZodRawShape = Record<never, never>>(more: More = {} as More) =>
  atOffice({ run: rowId(), ...more });

/** Who comes without an account, by the one thing that they hold: a workplace's id, or the hash of a worker's code. */
export const byHolder = <More extends z.ZodRawShape = Record<never, never>>(
  type: "stress-workplace" | "stress-code",
  more: More = {} as More,
) => ({
  policy,
  hides: true,
  target: z.object({ held: z.string().regex(/^[0-9a-f-]{36,64}$/), ...more }),
  subject: ({ actor }: Finder, { held }: Readonly<{ held: string }>) => ({
    ...{ type, id: held },
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
});
