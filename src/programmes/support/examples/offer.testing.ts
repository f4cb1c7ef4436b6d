import type { Actor } from "#foundation/actors/public.ts";
import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { addOffer } from "../offers/offer.usecases.server.ts";

/** A part of an offer: of an organisation of its own unless one is named. */
export const partOf = (organisationName: string, organisationId = newId<OrganisationId>(), email = "") => ({
  organisationId,
  organisationName,
  email,
});

/** What is typed of a free talk on a topic, with what else is given. */
export const talk = (change: object = {}) => ({
  title: "出前講座",
  kind: "lecture",
  topics: ["dental"],
  places: ["on_site"],
  fee: "free",
  leadDays: 0,
  parts: [partOf("浜田保健所", undefined, "office@example.jp")],
  ...change,
});

export const makeOffer = async (
  app: App,
  actor: Actor,
  area: AreaId,
  change: object = {},
): Promise<OfferId> => expectOk(await addOffer(app, actor, { area, id: newId<OfferId>() }, talk(change)));

const ofOrganisation = ({ organisation }: ExamplePlace) => ({ parts: [partOf("見本の機関", organisation)] });

/** An offer of the place's organisation, ended yesterday where that is asked for; offers are never deleted. */
async function offerIn(place: ExamplePlace): Promise<OfferId | undefined> {
  const { app, secretariat, area, state } = place;
  if (state === "deleted") return undefined;
  const endedOn = state === "ended" ? addDays(app.clock.today(), -1) : "";
  return makeOffer(app, secretariat, area, { ...ofOrganisation(place), endedOn });
}

const onArea =
  (more: object = {}) =>
  async ({ area, state }: ExamplePlace): Promise<Example | undefined> =>
    state === "standing" ? { target: { area, ...more } } : undefined;

const onOffer =
  (input?: (place: ExamplePlace) => object) =>
  async (place: ExamplePlace): Promise<Example | undefined> => {
    const id = await offerIn(place);
    return id && { target: { area: place.area, id }, ...(input ? { input: input(place) } : {}) };
  };

export const offerExamples: Examples = {
  "offer.public": onArea({ wish: {} }),
  "offer.list": onArea(),
  "offer.choices": onArea(),
  "offer.add": async (place) =>
    place.state === "standing"
      ? { target: { area: place.area, id: newId() }, input: talk(ofOrganisation(place)) }
      : undefined,
  "offer.read": onOffer(),
  "offer.set-intake": onOffer(() => ({ intake: "suspended", reason: "枠が埋まりました" })),
  "offer.save": onOffer((place) => talk(ofOrganisation(place))),
};
