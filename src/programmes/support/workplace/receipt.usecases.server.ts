import qrcode from "qrcode";
import { z } from "zod";
import { getArea } from "#foundation/areas/public.ts";
import { command, type OutputOf, query, reachAlso } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { townOf } from "../letters/letter.commands.server.ts";
import { undeliveredOfRequest } from "../letters/undelivered.queries.server.ts";
import { serviceOn, servicesOn } from "../model/chisanpo.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Offer } from "../model/offer.schema.ts";
import { changeValues, partsOf } from "../model/request-change.rules.ts";
import { selectOffers } from "../offers/offer.store.server.ts";
import { calendarOf } from "../requests/calendar.present.ts";
import { selectEnquiries } from "../requests/enquiry.store.server.ts";
import { lookAtOwn, whoWith, withOwn } from "../requests/own-request.usecases.server.ts";
import { findFeedback, findReport } from "../requests/report.store.server.ts";
import { receive, requestIdOf } from "../requests/request.commands.server.ts";
import { selectAttached } from "../requests/request-file.store.server.ts";
import { onOwnRequest, step } from "../requests/step.commands.server.ts";
import { afterVisit } from "./after-visit.usecases.server.ts";
import { comersOf, receiptOf } from "./receipt.present.ts";
import { stepsOf } from "./receipt-steps.present.ts";

const SMALL = 50;

/** What a workplace sees of its request. */
export const readReceipt = query({
  ...onOwnRequest,
  name: "receipt.read",
  run: lookAtOwn(async (permit, request) => {
    const area = request.areaId;
    const enquiries = await selectEnquiries(permit, area, request.id);
    const chosen = enquiries.filter((one) => one.state === "chosen");
    const offers = await selectOffers(permit, area, { ids: chosen.map((one) => one.offerId) });
    const { slug, name } = await getArea(permit, area);
    const over = ["held", "reported"].includes(request.status);
    // Services of the occupational health centre that may follow.
    const services = over && request.size < SMALL && request.service === null;
    const asked = serviceOn(request.service, request.madeOn);
    const rated = (await findFeedback(permit, area, request.id)) !== undefined;
    const [wanted] = request.wantedOfferId
      ? await selectOffers(permit, area, { ids: [request.wantedOfferId] })
      : [];
    return ok({
      request: receiptOf(request),
      town: await townOf(permit, request),
      wanted: wanted && titleIn(wanted, request.language),
      steps: stepsOf(request, enquiries, rated),
      area: { slug, name },
      comers: comersOf(chosen, offers),
      service: asked && { ja: asked.ja, en: asked.en },
      reported: (await findReport(permit, area, request.id))?.content,
      rated,
      /** The mailbox that our last mail did not reach. */
      undelivered: (await undeliveredOfRequest(permit, request, [])).workplace,
      files: await selectAttached(permit, area, request.id),
      changeable: partsOf(request),
      values: changeValues(request),
      services: services ? [...servicesOn(permit.clock.today())] : [],
      after: await afterVisit(permit, request),
    });
  }),
});
export type ReceiptView = OutputOf<typeof readReceipt>;

const titleIn = ({ title, titleEn }: Pick<Offer, "title" | "titleEn">, language: Language): string =>
  language === "en" && titleEn ? titleEn : title;

/** An address as a picture that a telephone reads. */
export const codeOf = async (address: string): Promise<string> =>
  `data:image/svg+xml;base64,${Buffer.from(await qrcode.toString(address, { type: "svg", margin: 1 })).toString("base64")}`;

/** The visit as a file for the workplace's calendar. */
export const receiptCalendar = query({
  ...onOwnRequest,
  name: "receipt.calendar",
  run: lookAtOwn(async (_permit, { id, number, fixed, moves, statusSince }, _, app) => {
    if (!fixed) return notFound("visit");
    const visit = { id, number, slot: fixed, town: "", sequence: moves, changedAt: statusSince };
    return ok(calendarOf("", [visit], new URL(app.config.origin).hostname));
  }),
});

/**
 * The workplace takes a service of the occupational health centre after the visit: a request of its own that follows
 * the first, with the deadline that the law counts. The same service is taken once.
 */
export const takeService = command({
  ...onOwnRequest,
  name: "receipt.follow",
  input: z.object({
    service: z.string().default(""),
    checkupOn: z.string().default(""),
    appliedOn: z.string().default(""),
  }),
  run: withOwn(async (permit, first, { service, checkupOn, appliedOn }, app) => {
    const by = whoWith(permit);
    const { workplace, contact, phone, email, municipality, address, industry, size } = first;
    const form = {
      ...{ service, checkupOn, appliedOn, workplace, contact, phone, email, municipality, address },
      ...{ industry, size, people: 1, place: "centre", topics: [], wishes: [] },
    };
    const area = first.areaId;
    const onceKey = `${first.id}:${service}`;
    for (const subject of [first.id, requestIdOf(area, onceKey)]) await reachAlso(permit, area, subject);
    const made = await receive(permit, app, form, {
      area,
      channel: permit.actor.kind === "holder" ? "web" : "account",
      language: first.language,
      onceKey,
      organisationId: first.organisationId,
      follows: first.id,
      by,
    });
    if (!made.ok) return made;
    const detail = { service, number: made.value.number };
    const done = await step(permit, first, "follow", { by, detail });
    return done.ok ? made : done;
  }),
});
