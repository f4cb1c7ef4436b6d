import { roleInOrganisation, scopeOf } from "#foundation/actors/public.ts";
import { ROLE_NAMES } from "#foundation/identity/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ConsultationPermit } from "../access.ts";
import type { CaseRow } from "../model/case.schema.ts";
import { insertLooks } from "./look.store.server.ts";
import { selectGrounds } from "./target.store.server.ts";

/** Why an office looks, as the person reads it. */
export const LOOK_WHY = {
  inCharge: "担当のため",
  supervising: "責任者として",
  colleague: "同じ機関の担当として",
  handedOn: "紹介を受けて",
  handingOn: "紹介元として",
  sending: "紹介の書類の作成のため",
  searching: "相談者の検索で",
  same: "同じ方かどうかの確認のため",
  family: "家族の支援計画のため",
  disclosure: "開示のため",
  own: "ご本人による確認",
} as const;
type Why = (typeof LOOK_WHY)[keyof typeof LOOK_WHY];

/** What is looked at, by which right; once a day where it stands in a list. */
type At = Readonly<{ what: string; why: Why; onDay?: PlainDate }>;

/** Writes down a look for the persons that it is about: which office, in which role, at what, why. */
export async function noteLooks(
  permit: ConsultationPermit,
  organisation: OrganisationId,
  looks: readonly (At & Readonly<{ person: string }>)[],
): Promise<void> {
  if (looks.length === 0) return;
  const role = roleInOrganisation(permit.actor, organisation, ["supervisor", "caseworker"]);
  const office = (await getOrganisations(permit, [organisation])).get(organisation);
  await insertLooks(
    permit,
    looks.map((look) => ({
      ...look,
      ...{ organisation, office: office?.name ?? "", role: role ? ROLE_NAMES[role] : "" },
    })),
  );
}

type Seen = Pick<CaseRow, "personId" | "organisationId" | "referralId" | "caseworker">;

/**
 * The same of what belongs to cases of an office. Of one that came by a referral the person's own page is that of who sent
 * it. The reason is what holds of the case, unless one is given.
 */
export async function noteCaseLooks(
  permit: ConsultationPermit,
  rows: readonly Seen[],
  { what, why, onDay }: Readonly<{ what: string; why?: Why; onDay?: PlainDate }>,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const grounds = await selectGrounds(
    permit,
    rows.flatMap(({ referralId }) => referralId ?? []),
  );
  await noteLooks(
    permit,
    first.organisationId,
    rows.map((row) => ({
      person: (row.referralId ? grounds.get(row.referralId)?.personId : undefined) ?? row.personId,
      what,
      why: why ?? whyOf(permit, row),
      ...(onDay ? { onDay } : {}),
    })),
  );
}

/** By what right somebody of the office looks at a case. */
function whyOf(permit: ConsultationPermit, row: Seen): Why {
  if (row.referralId) return LOOK_WHY.handedOn;
  if (row.caseworker !== null && row.caseworker === scopeOf(permit.actor).actor) return LOOK_WHY.inCharge;
  return roleInOrganisation(permit.actor, row.organisationId, ["supervisor"])
    ? LOOK_WHY.supervising
    : LOOK_WHY.colleague;
}
