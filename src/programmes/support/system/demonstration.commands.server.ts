import { service } from "#foundation/actors/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf, lastDayOf } from "#platform/kernel/fiscal-year.ts";
import { type AreaId, namedId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { loadDemonstrationPlan, readPlan } from "#programmes/plan/public.ts";
import sample from "../../../../reference/demonstration/support_offers.json" with { type: "json" };
import type { OfferId } from "../model/offer.schema.ts";
import { addOffer } from "../offers/offer.usecases.server.ts";
import { findPlace } from "../office/place.queries.server.ts";

const ACTOR = service("demonstration");
/** Loads what Hamada's support team offers; an offer that stands already stays as it is. */
export async function loadDemonstrationSupport(app: App): Promise<void> {
  const organisations = await loadDemonstrationOrganisations(app);
  await loadDemonstrationPlan(app);
  const area = expectOk(await findPlace(app, "hamada")).area.id;
  const initiativeId = await lectureInitiative(app, area);
  const year = fiscalYearOf(app.clock.today());
  for (const { key, by, ...offer } of sample.offers) {
    const id = namedId<OfferId>("support-offer", area, key);
    const parts = by.map((name) => ({
      organisationId: organisations.get(name)!.id,
      organisationName: name,
      ...sample.offices[name as keyof typeof sample.offices],
    }));
    const suspended = offer.intake === "suspended" ? { intakeUntil: lastDayOf(year) } : {};
    const fields = { service: "", ...sample.unsaid, ...offer, ...suspended, parts, initiativeId };
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
