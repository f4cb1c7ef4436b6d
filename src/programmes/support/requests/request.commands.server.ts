import { randomBytes } from "node:crypto";
import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { askOnce, command, reachAlso } from "#foundation/authority/public.ts";
import { addToHistory } from "#foundation/history/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import type { App } from "#platform/app.ts";
import { bytesOf, fileErrors, filesOf, withFiles } from "#platform/files/form-files.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, isUuid, namedId, newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { areaId, rowId } from "#platform/kernel/target.ts";
import { type SupportPermit, supportPolicy } from "../access.ts";
import { post } from "../letters/letter.commands.server.ts";
import { dueOn, serviceOn } from "../model/chisanpo.rules.ts";
import type { Language } from "../model/offer.messages.ts";
import type { Offer } from "../model/offer.schema.ts";
import { TOPICS } from "../model/offer-lists.schema.ts";
import { ERRORS } from "../model/request.messages.ts";
import { receiptNumber, workplaceKey } from "../model/request.rules.ts";
import {
  CHANNELS,
  type Channel,
  historyOfRequest,
  NEW_REQUEST,
  type RequestDraft,
  type RequestId,
  requestInput,
  type SupportRequest,
} from "../model/request.schema.ts";
import { FILES } from "../model/request-file.messages.ts";
import { COUNTED, FORM_LIMITS, MOST_OF_ADDRESS_BYTES } from "../model/request-file.schema.ts";
import { PAGE } from "../model/request-form.messages.ts";
import { fieldsOf, type Sent, textOf, withNeed } from "../model/request-form.rules.ts";
import { isReceived, telephoneOf } from "../office/office.queries.server.ts";
import { aboutArea } from "../support-target.usecases.server.ts";
import { makeLink } from "./link.commands.server.ts";
import { workplaceOf } from "./own-request.rules.ts";
import { findRequest, findSame, hasAskedBefore, insertRequest } from "./request.store.server.ts";
import { afterReading, oddWishes, wantedFrom } from "./request-checks.queries.server.ts";
import { keepFiles } from "./request-file-keeping.commands.server.ts";

/** Of one workplace, by one way to reach it. */
const MOST_A_DAY = 20;
/** A chamber of commerce or a shared line may send for many. */
const MOST_OF_NETWORK = 200;
const SAME_WITHIN_MS = 86_400_000;
/** Nobody reads and fills the form in less; a program does. */
const SHORTEST_MS = 800;

type Sending = Readonly<{
  area: AreaId;
  channel: Channel;
  language: Language;
  /** The form's own key: sent twice, it makes one request. */
  onceKey: string;
  /** The address that a form of anyone's came from; staff may enter as many as there are. */
  sender?: string;
  organisationId?: OrganisationId | null;
  follows?: RequestId | null | undefined;
  by: string;
}>;

export type Receipt = Readonly<{ id: RequestId; number: string; token: string }>;

/** A form of a request is read in its language, by `requestInput`. */
const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));

/**
 * A workplace asks. Anyone may, wherever they are: the transaction reaches the request that it makes, and in its area no
 * other. What is sent twice is one request and gives a link to the same. The form's key is a UUID of version 7, so that
 * it tells when the form was shown.
 */
export const makeRequest = command({
  name: "request.make",
  takesFiles: true,
  policy: supportPolicy,
  target: z.object({
    area: areaId,
    language: z.enum(["ja", "en"]),
    sender: z.string(),
    follows: rowId<RequestId>().nullish(),
  }),
  subject: (_find, { area }) => ({ type: "request", area }),
  input: Form,
  async run(permit, { area, language, sender, follows, form }, app) {
    const onceKey = textOf(form, "once");
    await reachAlso(permit, area, requestIdOf(area, onceKey));
    if (!(await isReceived(permit, area))) return conflict(ERRORS[language].nobody!);
    const organisationId = workplaceOf(permit.actor);
    const channel = organisationId ? "account" : "web";
    const by = scopeOf(permit.actor).actor;
    const sending = { area, channel, language, sender, follows, onceKey, organisationId, by } as const;
    return receive(permit, app, form, sending);
  },
});

/** The secretariat writes down what came on paper or by telephone. */
export const enterRequest = command({
  name: "request.enter",
  ...aboutArea("request"),
  takesFiles: true,
  input: Form,
  run(permit, { area, form }, app) {
    const channel = CHANNELS.find((one) => one === form.channel) ?? "phone";
    const onceKey = textOf(form, "once") || newId();
    const by = scopeOf(permit.actor).actor;
    return receive(permit, app, form, { area, channel, language: "ja", onceKey, by });
  },
});

/** The id of what a form with that key makes; its key is told to nobody, the id is. */
export const requestIdOf = (area: AreaId, onceKey: string): RequestId =>
  namedId<RequestId>("support-request", area, onceKey);

/** Makes a request of a form, within a use-case that is under way. */
export async function receive(
  permit: SupportPermit,
  app: App,
  form: Sent,
  sending: Sending,
): Promise<Result<Receipt>> {
  const made = await receiveForm(permit, app, form, sending);
  if (made.ok || made.error.kind !== "invalid") return made;
  const { language } = sending;
  const { fields: found, message = PAGE[language].wrong } = made.error;
  // In the form of a workplace a service is chosen from the list of offers.
  const { service, ...others } = found;
  const fields = service && textOf(form, "wanted") ? { ...others, wanted: service } : found;
  return invalid(withFiles(fields, filesOf(form), FILES[language]), message);
}

async function receiveForm(
  permit: SupportPermit,
  app: App,
  form: Sent,
  sending: Sending,
): Promise<Result<Receipt>> {
  const { area, language, onceKey, sender, by } = sending;
  const say = ERRORS[language];
  const files = filesOf(form);
  const byItself = sender !== undefined;
  const fields = fieldsOf(withNeed(form, language));
  const draft = checked(requestInput(language, permit.clock.today(), { byItself }), fields);
  const wrong = await fileErrors(files, 0, FORM_LIMITS, FILES[language]);
  if (!draft.ok) return draft.error.kind === "invalid" ? invalid({ ...draft.error.fields, ...wrong }) : draft;
  if (wrong.files) return invalid(wrong);
  const known = await findRequest(permit, area, requestIdOf(area, onceKey));
  if (known) return ok(await receiptOf(permit, known));
  if (byItself) {
    if (textOf(form, "homepage") || tooFast(onceKey, permit.clock.now())) return invalid({}, say.fast);
    const bytes = bytesOf(files);
    const about = COUNTED;
    const counted = await countSender(permit, app, { about, who: networkOf(sender), bytes });
    const own = await countSender(permit, app, { about, who: contactOf(draft.value) });
    if (counted.times > MOST_OF_NETWORK || own.times > MOST_A_DAY)
      return invalid({}, say.tooMany!.replace("{office}", await telephoneOf(permit, area, language)));
    if (bytes > 0 && counted.bytes > MOST_OF_ADDRESS_BYTES)
      return invalid({ files: [FILES[language].today] });
  }
  const errors = await afterReading(permit, area, draft.value, language);
  const wanted = await wantedFrom(permit, area, draft.value, language);
  const against = { ...wanted.errors, ...errors };
  if (Object.keys(against).length > 0) return invalid(against);
  const request = wanting(await requestFrom(permit, draft.value, sending), wanted.offer);
  if (byItself) {
    const number = await findSame(permit, request, new Date(permit.clock.now().getTime() - SAME_WITHIN_MS));
    // The same form, sent at once a second time: the first has ended by now.
    const first = number ? await findRequest(permit, area, request.id) : undefined;
    if (first) return ok(await receiptOf(permit, first));
    const same = number ? [say.same!.replace("{number}", number)] : [];
    const meant = askOnce(permit, { ...oddWishes(draft.value, language), workplace: same });
    if (!meant.ok) return meant;
  }
  if (!(await insertRequest(permit, request, { onceKey, by }))) {
    // Sent at once a second time: the first has ended by now.
    const first = await findRequest(permit, area, request.id);
    return first ? ok(await receiptOf(permit, first)) : conflict(say.moment!);
  }
  await addToHistory(permit, historyOfRequest(area, request.id), {
    ...{ action: "receive", state: "new", at: request.madeAt, actor: by },
    detail: { channel: sending.channel },
  });
  await keepFiles(permit, request, files.files, sender !== undefined);
  const receipt = await receiptOf(permit, request);
  const link = `${app.config.origin}/r/${receipt.token}`;
  await post(permit, request, { letter: "receipt", to: request.email, language, about: request.id, link });
  return ok(receipt);
}

/** Under what one workplace is counted: its name, and where it is answered. */
const contactOf = ({ workplace, phone, email }: RequestDraft): string =>
  `workplace ${workplaceKey(workplace)} ${phone.normalize("NFKC").replace(/[^0-9]/g, "")} ${email.toLowerCase()}`;

/** What was chosen from the list also says what it is about. */
const wanting = (request: SupportRequest, offer: Offer | undefined): SupportRequest =>
  offer
    ? {
        ...request,
        ...{ wantedOfferId: offer.id, kind: offer.kind, service: request.service ?? offer.service },
        topics: request.topics.length > 0 ? request.topics : offer.topics,
      }
    : request;

const receiptOf = async (permit: SupportPermit, request: SupportRequest): Promise<Receipt> => ({
  id: request.id,
  number: request.number,
  token: await makeLink(permit, request, "receipt"),
});

/** The time at which a UUID of version 7 was made stands in its first 48 bits. */
const tooFast = (onceKey: string, now: Date): boolean =>
  !isUuid(onceKey) ||
  now.getTime() - Number.parseInt(onceKey.replace("-", "").slice(0, 12), 16) < SHORTEST_MS;

async function requestFrom(
  permit: SupportPermit,
  draft: RequestDraft,
  sending: Sending,
): Promise<SupportRequest> {
  const now = permit.clock.now();
  const key = workplaceKey(draft.workplace);
  const { checkupOn, appliedOn, service, kind, wanted: _, ...rest } = draft;
  return {
    ...rest,
    ...NEW_REQUEST,
    topics: TOPICS.filter((topic) => rest.topics.includes(topic)),
    areaId: sending.area,
    id: requestIdOf(sending.area, sending.onceKey),
    number: receiptNumber(randomBytes(8)),
    madeAt: now,
    madeOn: permit.clock.today(),
    channel: sending.channel,
    language: sending.language,
    workplaceKey: key,
    organisationId: sending.organisationId ?? null,
    kind: service ? "chisanpo" : kind,
    service,
    cameBefore: await hasAskedBefore(permit, sending.area, key),
    dueOn: dueOn(serviceOn(service, permit.clock.today()), { checkupOn, appliedOn }),
    follows: sending.follows ?? null,
    statusSince: now,
    slots: draft.wishes,
    cameFrom: null,
  };
}
