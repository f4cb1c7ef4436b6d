import type { SupportPermit } from "../access.ts";
import { askedOf, isLetGo, possibleTeams, type Team } from "../model/enquiry.rules.ts";
import { type Full, fiscalYearNumber, fullOn, NOTHING_TAKEN } from "../model/offer.rules.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { countTaken } from "../offers/capacity.commands.server.ts";
import { selectOffers } from "../offers/offer.store.server.ts";
import { TEAM_WARNING } from "./engagement.messages.ts";
import { type Clash, clashesAt } from "./engagement.rules.ts";
import { selectEngagements } from "./engagement.store.server.ts";

/** A team as the secretariat decides on it: what it is warned of before, and the offer that has no place left. */
export type ShownTeam = Team & Readonly<{ warnings: readonly string[]; full: string | undefined }>;

export type TeamView = Readonly<{
  teams: readonly ShownTeam[];
  /** By enquiry and time: where the organisation is bound elsewhere. */
  clashes: Readonly<Record<string, readonly (readonly Clash[])[]>>;
  /** Offers that were asked and have no place left at a time that was asked for: they may be waited for. */
  full: readonly Readonly<{ id: string; title: string }>[];
}>;

/** Who could come when, with what stands in the way. */
export async function teamsOf(
  permit: SupportPermit,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
): Promise<TeamView> {
  const standing = enquiries.filter((one) => !isLetGo(one.state));
  const today = permit.clock.today();
  const area = request.areaId;
  const engagements = await selectEngagements(
    permit,
    area,
    standing.map((one) => one.organisationId),
    today,
  );
  const clashes = Object.fromEntries(
    standing.map((one) => [one.id, request.slots.map((slot) => clashesAt(slot, one, engagements))]),
  );
  const offers = await selectOffers(permit, area, { ids: [...new Set(standing.map((one) => one.offerId))] });
  const years = [...new Set(request.slots.map(({ day }) => fiscalYearNumber(day)))];
  const ids = offers.map(({ id }) => id);
  const taken = await countTaken(permit, area, ids, years, today, request.id);
  const fullAt = (id: string, slot: number): Full | undefined => {
    const offer = offers.find((one) => one.id === id);
    return offer && fullOn(offer, taken.get(id) ?? NOTHING_TAKEN, request.slots[slot]!.day);
  };
  const full = offers.filter(({ id }) => request.slots.some((_, slot) => fullAt(id, slot)));
  const teams = possibleTeams(request.needs, askedOf(enquiries), request.slots.length).map((team) => {
    const members = standing.filter((one) => team.members.includes(one.id));
    const none = full.find(({ id }) => members.some((one) => one.offerId === id) && fullAt(id, team.slot));
    return {
      ...team,
      full: none && TEAM_WARNING.full(none.title, fullAt(none.id, team.slot)!),
      warnings: members.flatMap((one) =>
        clashes[one.id]![team.slot]!.map((clash) => TEAM_WARNING.clash(one.organisationName, clash)),
      ),
    };
  });
  return { teams, clashes, full: full.map(({ id, title }) => ({ id, title })) };
}
