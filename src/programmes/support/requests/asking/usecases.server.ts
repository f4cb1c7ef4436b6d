import { randomBytes } from "node:crypto";
import { type Actor, scopeOf, service } from "#foundation/actors/public.ts";
import { municipalitiesOf } from "#foundation/areas/public.ts";
import { act, authorise, type Unit } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { contentFits } from "#platform/files/signature.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, isUuid, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { supportPolicy } from "../../access.ts";
import { ONE } from "../../enquiries/rules.ts";
import { post } from "../../letters/usecases.server.ts";
import { makeLink } from "../../links/usecases.server.ts";
import { dueOn, serviceOn } from "../../offers/chisanpo/rules.ts";
import { TOPICS } from "../../offers/lists/schema.ts";
import type { Language } from "../../offers/messages.ts";
import { closedAt, isHoliday, type Slot } from "../../offers/rules.ts";
import { selectOffers } from "../../offers/store.server.ts";
import { isReceived } from "../../office/usecases.server.ts";
import { keepFiles } from "../files/keeping/usecases.server.ts";
import { FILES } from "../files/messages.ts";
import { bytesOf, fileErrors, NO_FILES, type Sent } from "../files/rules.ts";
import { MOST_OF_ADDRESS_BYTES } from "../files/schema.ts";
import { insertEvent } from "../history/store.server.ts";
import { ERRORS } from "../messages.ts";
import { receiptNumber, workplaceKey } from "../rules.ts";
import {
  type Channel,
  type RequestDraft,
  type RequestId,
  requestInput,
  type SupportRequest,
} from "../schema.ts";
import { countFrom } from "../senders/usecases.server.ts";
import { valuesFor } from "../steps/usecases.server.ts";
import { findByOnceKey, hasAskedBefore, insertRequest } from "../store.server.ts";

const MOST_A_DAY = 20;
/** Nobody reads and fills the form in less; a program does. */
const SHORTEST_MS = 800;

export type Sending = Readonly<{
  area: AreaId;
  channel: Channel;
  language: Language;
  /** The form's own key: sent twice, it makes one request. A UUID of version 7, so that it tells when the form was shown. */
  onceKey: string;
  /** Where it came from; undefined for staff, who may enter as many as there are. */
  address?: string;
  /** A field that no person sees. */
  trap?: string;
  organisationId?: OrganisationId | null;
  follows?: RequestId | null;
  /** What was attached; kept with the request alone, never without one. */
  files?: Sent;
}>;

export type Receipt = Readonly<{ id: RequestId; number: string; token: string }>;

/** A workplace asks. Anyone may; what is sent twice is one request and gives a link to the same. */
export function ask(app: App, actor: Actor, input: unknown, sending: Sending): Promise<Result<Receipt>> {
  const by = scopeOf(actor).actor;
  const staff = sending.address === undefined;
  return act(app, staff ? actor : service("ask"), async (unit) => {
    const subject = { type: "request", area: sending.area };
    const permit = await authorise(unit, supportPolicy, staff ? "request.enter" : "request.make", subject);
    if (!permit.ok) return permit;
    // Whoever has no account here can't know whether anybody would see it.
    if (!staff && !(await isReceived(unit, sending.area))) return conflict(ERRORS[sending.language].nobody!);
    return receive(unit, app, input, sending, by);
  });
}

/** As `ask`, within a use-case that is under way. */
export async function receive(
  unit: Unit,
  app: App,
  input: unknown,
  sending: Sending,
  by: string,
): Promise<Result<Receipt>> {
  const { area, language } = sending;
  const say = ERRORS[language];
  const today = unit.clock.today();
  const { files = NO_FILES } = sending;
  const draft = checked(requestInput(language, today), input);
  const wrong = fileErrors(files, 0, contentFits, language);
  if (!draft.ok) return draft.error.kind === "invalid" ? invalid({ ...draft.error.fields, ...wrong }) : draft;
  if (wrong.files) return invalid(wrong);
  const known = await findByOnceKey(unit, area, sending.onceKey);
  if (known) return ok(await receiptOf(unit, known));
  if (sending.address !== undefined) {
    if (sending.trap || tooFast(sending.onceKey, unit.clock.now())) return invalid({}, say.fast);
    const bytes = bytesOf(files);
    const counted = await countFrom(unit, app, area, sending.address, { requests: 1, bytes });
    if (counted.requests > MOST_A_DAY) return invalid({}, say.tooMany);
    if (bytes > 0 && counted.bytes > MOST_OF_ADDRESS_BYTES)
      return invalid({ files: [FILES[language].today] });
  }
  const errors = await afterReading(unit, area, draft.value, language);
  if (Object.keys(errors).length > 0) return invalid(errors);
  const request = await requestFrom(unit, draft.value, sending);
  if (!(await insertRequest(unit, request, { onceKey: sending.onceKey, by })))
    return ok(await receiptOf(unit, (await findByOnceKey(unit, area, sending.onceKey))!));
  await insertEvent(unit, area, request.id, {
    at: request.madeAt,
    actor: by,
    action: "receive",
    status: "new",
    detail: { channel: sending.channel },
  });
  await keepFiles(unit, request, files.files, sending.address !== undefined);
  const receipt = await receiptOf(unit, request);
  await post(unit, {
    area,
    letter: "receipt",
    to: request.email,
    language,
    values: { ...(await valuesFor(unit, request)), link: `${app.config.origin}/r/${receipt.token}` },
    onceKey: request.id,
  });
  return ok(receipt);
}

const receiptOf = async (unit: Unit, request: SupportRequest): Promise<Receipt> => ({
  id: request.id,
  number: request.number,
  token: await makeLink(unit, request.areaId, "receipt", { requestId: request.id }),
});

/** The time at which a UUID of version 7 was made stands in its first 48 bits. */
const tooFast = (onceKey: string, now: Date): boolean =>
  !isUuid(onceKey) ||
  now.getTime() - Number.parseInt(onceKey.replace("-", "").slice(0, 12), 16) < SHORTEST_MS;

/** What only the towns, offers and services of the area can tell. */
async function afterReading(
  unit: Unit,
  area: AreaId,
  draft: RequestDraft,
  language: Language,
): Promise<Record<string, string[]>> {
  const today = unit.clock.today();
  const say = ERRORS[language];
  const towns = await municipalitiesOf(unit, area);
  if (!towns.some((town) => town.id === draft.municipality)) return { municipality: [say.municipality!] };
  const service = serviceOn(draft.service, today);
  if (draft.service && !service) return { service: [say.service!] };
  if (service?.asks === "checkup_on" && !draft.checkupOn) return { checkupOn: [say.checkupOn!] };
  if (service?.asks === "applied_on" && !draft.appliedOn) return { appliedOn: [say.appliedOn!] };
  return holidayComplaints(unit, area, { ...draft, language });
}

async function requestFrom(unit: Unit, draft: RequestDraft, sending: Sending): Promise<SupportRequest> {
  const now = unit.clock.now();
  const key = workplaceKey(draft.workplace);
  const { checkupOn, appliedOn, service, kind, ...rest } = draft;
  return {
    ...rest,
    topics: TOPICS.filter((topic) => rest.topics.includes(topic)),
    areaId: sending.area,
    id: newId<RequestId>(),
    number: receiptNumber(randomBytes(8)),
    madeAt: now,
    madeOn: unit.clock.today(),
    channel: sending.channel,
    language: sending.language,
    workplaceKey: key,
    organisationId: sending.organisationId ?? null,
    kind: service ? "chisanpo" : kind,
    service,
    returning: await hasAskedBefore(unit, sending.area, key),
    dueOn: dueOn(serviceOn(service, unit.clock.today()), { checkupOn, appliedOn }),
    follows: sending.follows ?? null,
    needs: ONE,
    decidedBy: "coordinator",
    status: "new",
    statusSince: now,
    slots: draft.wishes,
    fixed: null,
    moves: 0,
    passedTo: null,
    takenAs: null,
    cameFrom: null,
    unmetReason: null,
    consultationShownAt: null,
    changedAt: null,
  };
}

/** Wishes on a holiday on which nobody works who could be asked: said beside the field. */
export async function holidayComplaints(
  unit: Unit,
  area: AreaId,
  request: Pick<SupportRequest, "topics" | "service" | "wishes" | "language">,
): Promise<Record<string, string[]>> {
  const { topics, service, wishes, language } = request;
  const offers = await selectOffers(unit, area, { topics, service, on: unit.clock.today() });
  const closed = (slot: Slot) =>
    isHoliday(slot.day) && offers.every((offer) => closedAt(offer, slot) === "holiday");
  return Object.fromEntries(
    wishes.flatMap((wish, index) =>
      closed(wish) ? [[`wish${index + 1}`, [ERRORS[language].holidayOutside!]]] : [],
    ),
  );
}
