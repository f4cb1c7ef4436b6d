import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { recordActivity, withdrawActivity } from "#programmes/plan/public.ts";
import { supportPolicy } from "../access.ts";
import { selectEnquiries } from "../enquiries/store.server.ts";
import { post } from "../letters/usecases.server.ts";
import { byLink, makeLink } from "../links/usecases.server.ts";
import { FEE_NAMES, KIND_NAMES, TOPIC_NAMES } from "../offers/messages.ts";
import type { OfferKind } from "../offers/schema.ts";
import { selectOffers } from "../offers/store.server.ts";
import { ERRORS as REQUEST_ERRORS } from "../requests/messages.ts";
import { type Key, ofWorkplace, whoWith } from "../requests/own/usecases.server.ts";
import type { Enquiry, SupportRequest } from "../requests/schema.ts";
import { hold, step, subjectOf, valuesFor } from "../requests/steps/usecases.server.ts";
import { findRequest } from "../requests/store.server.ts";
import { ERRORS } from "./messages.ts";
import { FeedbackInput, type ReportDraft, ReportInput } from "./schema.ts";
import { findLastReport, findReport, insertReport, saveFeedback } from "./store.server.ts";

/** Who came tells what was done, by the link of its letters. */
export const reportByLink = (app: App, token: string, input: unknown): Promise<Result<SupportRequest>> =>
  byLink(app, token, "answer", (unit, link) =>
    report(unit, app, link.area, link.requestId!, link.enquiryId!, input),
  );

/** The same by somebody signed in; the secretariat may report for whom telephones. */
export function reportVisit(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
  enquiryId: string,
  input: unknown,
): Promise<Result<SupportRequest>> {
  return act(app, actor, (unit) => report(unit, app, area, id, enquiryId, input));
}

async function report(
  unit: Unit,
  app: App,
  area: AreaId,
  id: string,
  enquiryId: string,
  input: unknown,
): Promise<Result<SupportRequest>> {
  const request = await findRequest(unit, area, id, true);
  const enquiries = request ? await selectEnquiries(unit, area, id) : [];
  const writer = enquiries.find((one) => one.id === enquiryId && one.state === "chosen");
  if (!request || !writer) return notFound("enquiry");
  const subject = { ...subjectOf(request), asked: [writer.organisationId] };
  const permit = await authorise(unit, supportPolicy, "enquiry.answer", subject);
  if (!permit.ok) return permit;
  const draft = checked(ReportInput, input);
  if (!draft.ok) return draft;
  if (draft.value.heldOn > unit.clock.today()) return invalid({ heldOn: [ERRORS.future] });
  const by = unit.actor.kind === "service" ? writer.organisationName : scopeOf(unit.actor).actor;
  const before = await findLastReport(unit, area, id);
  let held: Result<SupportRequest> = ok(request);
  if (request.status === "fixed")
    held = await step(unit, request, "hold", { by, detail: { on: draft.value.heldOn } });
  if (held.ok)
    held = await step(unit, held.value, "report", { by, detail: { who: writer.organisationName } });
  if (!held.ok) return held;
  const version = (before?.version ?? 0) + 1;
  await insertReport(unit, area, id, draft.value, { version, by, at: unit.clock.now(), withdrawn: false });
  const counted = await count(unit, held.value, enquiries, draft.value);
  if (!counted.ok) return counted;
  if (before) return held;
  await askForFeedback(unit, app, held.value);
  await thank(unit, app, held.value, enquiries);
  return held;
}

/** The secretariat takes a report back that was wrong: the visit is to come again, and counts in the plan no more. */
export function retractReport(
  app: App,
  actor: Actor,
  area: AreaId,
  id: string,
): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const held = await hold(unit, area, id, "request.manage");
    if (!held.ok) return held;
    const last = await findReport(unit, area, id);
    if (!last) return notFound("report");
    const done = await step(unit, held.value.request, "retract");
    if (!done.ok) return done;
    const by = scopeOf(unit.actor).actor;
    const version = { version: last.version + 1, by, at: unit.clock.now(), withdrawn: true };
    await insertReport(unit, area, id, last, version);
    const withdrawn = await withdrawActivity(unit, area, SOURCE, id);
    return withdrawn.ok ? done : withdrawn;
  });
}

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
  unit: Unit,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
  draft: ReportDraft,
): Promise<Result<unknown>> {
  const came = enquiries.filter((one) => one.state === "chosen");
  const offers = await selectOffers(unit, request.areaId, { ids: came.map((one) => one.offerId) });
  const offerOf = (one: Enquiry) => offers.find((offer) => offer.id === one.offerId);
  // The first in the row leads; one that the plan knows goes before one that it does not.
  const host = came.find((one) => offerOf(one)?.initiativeId) ?? came[0]!;
  const lead = offerOf(host)!;
  const partners = came.filter((one) => one !== host).map((one) => one.organisationName);
  const topics = request.topics.map((topic) => TOPIC_NAMES[topic].ja).join("・");
  return recordActivity(unit, request.areaId, {
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

/** Thanks to each who came, with the way back to the report. */
async function thank(
  unit: Unit,
  app: App,
  request: SupportRequest,
  enquiries: readonly Enquiry[],
): Promise<void> {
  const { areaId: area, id: requestId } = request;
  for (const one of enquiries.filter((each) => each.state === "chosen" && each.email !== "")) {
    const token = await makeLink(unit, area, "answer", { requestId, enquiryId: one.id });
    const values = { ...(await valuesFor(unit, request)), link: `${app.config.origin}/a/${token}` };
    await post(unit, { area, letter: "thanks", to: one.email, values, onceKey: one.id });
  }
}

async function askForFeedback(unit: Unit, app: App, request: SupportRequest): Promise<void> {
  if (request.email === "") return;
  const token = await makeLink(unit, request.areaId, "receipt", { requestId: request.id });
  const values = { ...(await valuesFor(unit, request)), link: `${app.config.origin}/r/${token}` };
  await post(unit, {
    area: request.areaId,
    letter: "feedback",
    to: request.email,
    language: request.language,
    values,
    onceKey: request.id,
  });
}

/** The workplace says in two minutes how it was. */
export const rateOwn = (app: App, key: Key, input: unknown): Promise<Result<SupportRequest>> =>
  ofWorkplace(app, key, async (unit, request) => {
    const feedback = checked(FeedbackInput, input);
    if (!feedback.ok) return feedback;
    const done = await step(unit, request, "rate", {
      by: whoWith(unit),
      detail: { rating: feedback.value.rating },
    });
    if (!done.ok) return conflict(REQUEST_ERRORS[request.language].moment!);
    await saveFeedback(unit, request.areaId, request.id, feedback.value, unit.clock.now());
    return done;
  });

/** Nothing more is to be done: the matter is closed and its links die. */
export function close(app: App, actor: Actor, area: AreaId, id: string): Promise<Result<SupportRequest>> {
  return act(app, actor, async (unit) => {
    const request = await findRequest(unit, area, id, true);
    if (!request) return notFound("request");
    const permit = await authorise(unit, supportPolicy, "request.manage", subjectOf(request));
    return permit.ok ? step(unit, request, "close") : permit;
  });
}
