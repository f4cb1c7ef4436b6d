import { scopeOf } from "#foundation/actors/public.ts";
import { command } from "#foundation/authority/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { recordActivity, withdrawActivity } from "#programmes/plan/public.ts";
import type { SupportPermit } from "../access.ts";
import { FEE_NAMES, KIND_NAMES, TOPIC_NAMES } from "../model/offer.messages.ts";
import type { OfferKind } from "../model/offer.schema.ts";
import { ERRORS } from "../model/report.messages.ts";
import { FeedbackInput, type ReportDraft, ReportInput } from "../model/report.schema.ts";
import { ERRORS as REQUEST_ERRORS } from "../model/request.messages.ts";
import type { Enquiry, SupportRequest } from "../model/request.schema.ts";
import { selectOffers } from "../offers/offer.store.server.ts";
import { onEnquiry } from "../support-target.usecases.server.ts";
import { whoWith, withOwn } from "./own-request.usecases.server.ts";
import { findLastReport, findReport, insertReport, saveFeedback } from "./report.store.server.ts";
import { findRequest } from "./request.store.server.ts";
import { tellSupporters, tellWorkplace } from "./request-letter.commands.server.ts";
import { onOwnRequest, onRequest, step, withMatter, withRequest } from "./step.commands.server.ts";

/** Who came tells what was done, by the link of its letters or signed in; the secretariat for whom telephones. */
export const reportVisit = command({
  name: "visit.report",
  ...onEnquiry,
  input: ReportInput,
  run: withMatter(async (permit, { request, enquiries }, { area, id, enquiry, ...draft }, app) => {
    const writer = enquiries.find((one) => one.id === enquiry && one.state === "chosen");
    if (!writer) return notFound("enquiry");
    if (draft.heldOn > permit.clock.today()) return invalid({ heldOn: [ERRORS.future] });
    const by = permit.actor.kind === "holder" ? writer.organisationName : scopeOf(permit.actor).actor;
    const before = await findLastReport(permit, area, id);
    let held: Result<SupportRequest> = ok(request);
    if (request.status === "fixed")
      held = await step(permit, request, "hold", { by, detail: { on: draft.heldOn } });
    if (held.ok)
      held = await step(permit, held.value, "report", { by, detail: { who: writer.organisationName } });
    if (!held.ok) return held;
    const version = (before?.version ?? 0) + 1;
    const written = { version, writtenBy: by, writtenAt: permit.clock.now(), withdrawn: false };
    await insertReport(permit, { ...draft, ...written, areaId: area, requestId: id });
    const counted = await count(permit, held.value, enquiries, draft);
    if (!counted.ok) return counted;
    if (before) return held;
    await tellWorkplace(permit, app, held.value, "feedback");
    const came = enquiries.filter((one) => one.state === "chosen");
    await tellSupporters(permit, app, held.value, came, "thanks");
    return held;
  }),
});

/** The secretariat takes a report back that was wrong: the visit is to come again, and counts in the plan no more. */
export const retractReport = command({
  ...onRequest,
  name: "visit.retract",
  async run(permit, { area, id }) {
    const request = await findRequest(permit, area, id, true);
    const last = await findReport(permit, area, id);
    if (!request || !last) return notFound("report");
    const done = await step(permit, request, "retract");
    if (!done.ok) return done;
    const written = { writtenBy: scopeOf(permit.actor).actor, writtenAt: permit.clock.now() };
    await insertReport(permit, { ...last, ...written, version: last.version + 1, withdrawn: true });
    const withdrawn = await withdrawActivity(permit, area, SOURCE, id);
    return withdrawn.ok ? done : withdrawn;
  },
});

const SOURCE = "support";

const ACTIVITY_KIND: Readonly<Record<OfferKind, "outreach_lecture" | "consultation" | "visit" | "event">> = {
  lecture: "outreach_lecture",
  check_corner: "event",
  consultation: "consultation",
  workplace_visit: "visit",
  chisanpo: "consultation",
};

/** The visit counts in the council's plan by itself, once for its request, under the initiative of its offer. */
async function count(
  permit: SupportPermit,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
  draft: ReportDraft,
): Promise<Result<unknown>> {
  const came = enquiries.filter((one) => one.state === "chosen");
  const offers = await selectOffers(permit, request.areaId, { ids: came.map((one) => one.offerId) });
  const offerOf = (one: Enquiry) => offers.find((offer) => offer.id === one.offerId);
  // The first in the row leads; one that the plan knows goes before one that it does not.
  const host = came.find((one) => offerOf(one)?.initiativeId) ?? came[0]!;
  const lead = offerOf(host)!;
  const partners = came.filter((one) => one !== host).map((one) => one.organisationName);
  const topics = request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・");
  return recordActivity(permit, request.areaId, {
    source: SOURCE,
    sourceKey: request.id,
    initiativeId: lead.initiativeId,
    kind: ACTIVITY_KIND[lead.kind],
    title: topics ? `${KIND_NAMES[lead.kind].ja}「${topics}」` : lead.title,
    from: draft.heldOn,
    to: draft.heldOn,
    place: request.place === "on_site" ? "事業所" : "",
    online: request.place === "online",
    host: host.organisationName,
    hostOrganisationId: host.organisationId as OrganisationId,
    partners: partners.join("、"),
    sessions: 1,
    participants: draft.people,
    men: null,
    women: null,
    workplaces: 1,
    fee: lead.fee,
    result: `受付番号 ${request.number}（${FEE_NAMES[lead.fee].ja}）`,
  });
}

/** The workplace says in two minutes how it was. */
export const rateVisit = command({
  ...onOwnRequest,
  name: "receipt.rate",
  input: FeedbackInput,
  run: withOwn(async (permit, request, { rating, useful, again }) => {
    if (rating === null) return invalid({ rating: [REQUEST_ERRORS[request.language].rating!] });
    const done = await step(permit, request, "rate", { by: whoWith(permit), detail: { rating } });
    if (!done.ok) return conflict(REQUEST_ERRORS[request.language].moment!);
    await saveFeedback(permit, request.areaId, request.id, { rating, useful, again }, permit.clock.now());
    return done;
  }),
});

/** Nothing more is to be done: the matter is closed and its links die. */
export const closeRequest = command({
  ...onRequest,
  name: "request.close",
  run: withRequest((permit, request) => step(permit, request, "close")),
});
