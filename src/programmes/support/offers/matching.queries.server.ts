import type { SupportPermit } from "../access.ts";
import { isLetGo } from "../model/enquiry.rules.ts";
import { fiscalYearNumber } from "../model/offer.rules.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { countUses } from "./capacity.commands.server.ts";
import { type Candidate, consider, inOrder } from "./matching.rules.ts";
import { selectStanding } from "./matching.store.server.ts";

/** Those who could be asked for it, in the stated order: of the same topics or service, or of any where `all` is asked. */
export async function matches(
  permit: SupportPermit,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
  all: boolean,
): Promise<Candidate[]> {
  const area = request.areaId;
  const today = permit.clock.today();
  const { size, people, industry, municipality, place, freeOnly, topics, service, slots, needs } = request;
  const same = all ? {} : { topics, service };
  const standing = await selectStanding(permit, area, { ...same, on: today });
  const asked = new Set(enquiries.filter((one) => !isLetGo(one.state)).map((one) => one.offerId));
  const uses = await countUses(permit, area, request.workplaceKey, fiscalYearNumber(today));
  const wish = { size, people, industry, municipality, place, freeOnly, topics, service, slots, needs };
  const found = standing
    .filter(({ offer }) => !asked.has(offer.id))
    .map(({ offer, taken }) => consider(offer, taken, { ...wish, uses: uses.get(offer.id) ?? 0 }, today));
  return inOrder(found, request.freeOnly);
}
