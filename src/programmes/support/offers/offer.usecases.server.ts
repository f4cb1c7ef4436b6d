import { z } from "zod";
import { scopeOf, VISITOR } from "#foundation/actors/public.ts";
import { also, command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { listTarget, pageOfAll } from "#platform/lists/list.ts";
import { type SupportPermit, type SupportSubject, supportPolicy } from "../access.ts";
import { ERRORS as OFFER_ERRORS } from "../model/offer.messages.ts";
import { firstDay, fiscalYearNumber, NOTHING_TAKEN, placesLeft } from "../model/offer.rules.ts";
import { type Offer, type OfferDraft, type OfferId, OfferInput } from "../model/offer.schema.ts";
import { INTAKES } from "../model/offer-lists.schema.ts";
import { ERRORS } from "../model/request.messages.ts";
import { aboutArea } from "../support-target.usecases.server.ts";
import { countTaken } from "./capacity.commands.server.ts";
import { obstaclesFor, type Wish } from "./matching.rules.ts";
import { OFFER_LIST, type OfferRow, offerRow, type PublicOffer, publicOffer } from "./offer.present.ts";
import {
  findOffer,
  findOfferSubject,
  insertOffer,
  lockOffers,
  selectOffers,
  selectPublicOffers,
  updateIntake,
  updateOffer,
} from "./offer.store.server.ts";
import { valuesOf } from "./offer-form.rules.ts";

const LONGEST_REASON = 200;
const ofOffer = z.object({ area: areaId, id: rowId<OfferId>() });

export type { PublicOffer };

const readPublicOffers = query({
  name: "offer.public",
  ...aboutArea("offer", { wish: z.custom<Wish>() }),
  async run(permit, { area, wish }) {
    const today = permit.clock.today();
    const { topics, service } = wish;
    const offers = await selectPublicOffers(permit, area, { topics, service, on: today });
    const found = offers.map(({ offer, organisations, taken }) =>
      publicOffer(offer, organisations, obstaclesFor(offer, wish, today), firstDay(offer, taken, today)),
    );
    const rank = (one: PublicOffer) => (one.obstacles.length === 0 ? 0 : 1);
    return ok(found.sort((a, b) => rank(a) - rank(b) || (a.first ?? "9").localeCompare(b.first ?? "9")));
  },
});

/** What an area offers to a workplace, the possible first; asked by anyone. */
export const offersFor = (app: App, area: AreaId, wish: Wish): Promise<Result<PublicOffer[]>> =>
  readPublicOffers(app, VISITOR, { area, wish });

/** The offers of an area, with how full they are this fiscal year. What is not published is seen by who keeps it. */
export const listOffers = query({
  name: "offer.list",
  ...aboutArea("offer", { list: listTarget(OFFER_LIST) }),
  async run(permit, { area, list }) {
    const today = permit.clock.today();
    const year = fiscalYearNumber(today);
    const offers = await selectOffers(permit, area, { on: today });
    const ids = offers.map((one) => one.id);
    const taken = await countTaken(permit, area, ids, [year], today);
    const rows = offers.flatMap((offer): OfferRow[] => {
      const held = taken.get(offer.id) ?? NOTHING_TAKEN;
      const writable = supportPolicy.may(permit.actor, "offer.save", subjectOf(offer)) !== undefined;
      if (!offer.published && !writable) return [];
      const left = placesLeft(offer, held, today);
      return [offerRow(offer, { left, takenYear: held.years[year] ?? 0, writable })];
    });
    const { q = "" } = list.filter;
    const fits = (row: OfferRow) => `${row.title} ${row.organisations.join(" ")}`.includes(q);
    return ok(pageOfAll(OFFER_LIST, list, rows.filter(fits)));
  },
});

const subjectOf = ({ areaId: area, id, parts }: Pick<Offer, "areaId" | "id" | "parts">): SupportSubject => ({
  type: "offer",
  ...{ area, id, offering: parts.map((part) => part.organisationId) },
});

/** What an offer counts for in the plan is the secretariat's to say. */
const managesPlan = ({ grounds }: { grounds: string }) => grounds !== "provider";

/** An open intake needs no reason or dates; another begins today unless said otherwise. */
function settled(draft: OfferDraft, today: PlainDate, manages: boolean): OfferDraft {
  const { initiativeId, ...rest } = draft;
  const intake =
    rest.intake === "open"
      ? { intakeReason: "", intakeSince: null, intakeUntil: null }
      : { intakeSince: rest.intakeSince ?? today };
  return { ...rest, ...intake, ...(manages && initiativeId !== undefined ? { initiativeId } : {}) };
}

/** An offer as its form shows it. */
export const readOffer = query({
  name: "offer.read",
  policy: supportPolicy,
  target: ofOffer,
  subject: (find, { area, id }) => findOfferSubject(find, area, id),
  async run(permit, { area, id }) {
    const offer = await findOffer(permit, area, id);
    return offer ? ok(valuesOf(offer, managesPlan(permit))) : notFound("offer");
  },
});

/** Adds an offer. Whoever is no secretariat adds one of their own organisation. */
export const addOffer = command({
  name: "offer.add",
  ...aboutArea("offer", { id: rowId<OfferId>() }),
  input: OfferInput,
  once: true,
  async run(permit, { area, id, ...draft }) {
    const own = await also(permit, supportPolicy, "offer.save", subjectOf({ areaId: area, id, ...draft }));
    if (!own.ok) return own;
    const offer = settled(draft, permit.clock.today(), managesPlan(permit));
    return (await insertOffer(permit, area, id, offer, written(permit)))
      ? ok(id)
      : conflict(ERRORS.ja.moment!);
  },
});

/** Changes an offer. Neither may somebody else's be taken over nor an own one be given to others. */
export const changeOffer = command({
  name: "offer.save",
  policy: supportPolicy,
  target: ofOffer,
  subject: (find, { area, id }) => findOfferSubject(find, area, id),
  input: OfferInput,
  once: true,
  async seen(permit, { area, id }) {
    await lockOffers(permit, area, [id]);
    const offer = await findOffer(permit, area, id);
    return offer && valuesOf(offer, managesPlan(permit));
  },
  async run(permit, { area, id, ...draft }) {
    const own = await also(permit, supportPolicy, "offer.save", subjectOf({ areaId: area, id, ...draft }));
    if (!own.ok) return own;
    const offer = settled(draft, permit.clock.today(), managesPlan(permit));
    await updateOffer(permit, area, id, offer, written(permit));
    return ok(id);
  },
});

const written = ({ actor, clock }: SupportPermit) => ({
  updatedAt: clock.now(),
  updatedBy: scopeOf(actor).actor,
});

const IntakeInput = z.object({
  intake: z.enum(INTAKES),
  reason: z
    .string()
    .default("")
    .transform((typed) => typed.normalize("NFC").trim())
    .pipe(z.string().max(LONGEST_REASON, { error: OFFER_ERRORS.long(LONGEST_REASON) })),
});

/** Stops the intake of an offer with a reason, or opens it again, without the whole form. */
export const setIntake = command({
  name: "offer.set-intake",
  policy: supportPolicy,
  target: ofOffer,
  subject: (find, { area, id }) => findOfferSubject(find, area, id),
  input: IntakeInput,
  async run(permit, { area, id, intake, reason }) {
    await lockOffers(permit, area, [id]);
    const offer = await findOffer(permit, area, id);
    if (!offer) return notFound("offer");
    if (intake !== "open" && reason === "") return invalid({ reason: [OFFER_ERRORS.reason] });
    const open = intake === "open";
    await updateIntake(permit, area, id, {
      intake,
      intakeReason: open ? "" : reason,
      intakeSince: open ? null : permit.clock.today(),
      intakeUntil: null,
      ...written(permit),
    });
    return ok(id);
  },
});
