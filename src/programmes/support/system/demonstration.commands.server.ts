import { service } from "#foundation/actors/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, namedId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { loadDemonstrationPlan, readPlan } from "#programmes/plan/public.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { addOffer } from "../offers/offer.usecases.server.ts";
import { findPlace } from "../office/place.queries.server.ts";
import { COMMON, HAMADA_OFFERS } from "./demonstration.rules.ts";

const ACTOR = service("demonstration");
/** Where the offices of the sample sit, as their names and the addresses of their kind tell. */
const SEATS: Readonly<Record<string, string>> = { 江津市: "32207" };
const HAMADA_CITY = "32202";

/** Loads what Hamada's support team offers; an offer that stands already stays as it is. */
export async function loadDemonstrationSupport(app: App): Promise<void> {
  const organisations = await loadDemonstrationOrganisations(app);
  await loadDemonstrationPlan(app);
  const area = expectOk(await findPlace(app, "hamada")).area.id;
  const initiativeId = await lectureInitiative(app, area);
  const year = fiscalYearOf(app.clock.today());
  for (const { key, by, rest, service: chisanpo, ...offer } of HAMADA_OFFERS) {
    const id = namedId<OfferId>("support-offer", area, key);
    const parts = by.map((part) => ({
      organisationId: organisations.get(part.organisation)!.id,
      organisationName: part.organisation,
      municipality: SEATS[part.organisation] ?? HAMADA_CITY,
      professions: part.professions,
      email: `${part.mailbox}.example`,
    }));
    const suspended = rest?.intake === "suspended" ? { intakeUntil: lastDayOf(year) } : {};
    const fields = {
      ...COMMON,
      ...offer,
      service: chisanpo ?? "",
      ...rest,
      ...suspended,
      parts,
      initiativeId,
    };
    const added = await addOffer(app, ACTOR, { area, id }, fields);
    if (!added.ok && added.error.kind !== "conflict") expectOk(added);
  }
}

/** The initiative of the plan under which visits of the support team count; null where there is no plan yet. */
async function lectureInitiative(app: App, area: AreaId): Promise<string | null> {
  const plan = expectOk(await readPlan(app, ACTOR, { area, all: true }));
  return (
    plan.chains.find((chain) => chain.initiative?.fineKind === "outreach_lecture")?.initiative?.id ?? null
  );
}
