import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, organisationsOf } from "#foundation/actors/public.ts";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { command, type Finder, reachAlso } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { withRows } from "#platform/kernel/form-fields.ts";
import { isUuid, namedId, newId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type EventPermit, type EventSubject, eventPolicy } from "../access.ts";
import { findEvent, selectSessions } from "../catalogue/event.store.server.ts";
import { postSignUp } from "../letters/event-letter.commands.server.ts";
import { refusalOf, standing, startOf } from "../model/event.rules.ts";
import { SPOKEN } from "../model/event-kinds.schema.ts";
import { places, SIGN_UP, takenOf } from "./places.commands.server.ts";
import { SIGN_UP_FORM, SIGN_UP_PAGE } from "./sign-up.messages.ts";
import { nameValues } from "./sign-up.present.ts";
import { namesFor, signUpNumber } from "./sign-up.rules.ts";
import { type SignUp, signUpInput } from "./sign-up.schema.ts";
import {
  countSignUpsBy,
  findSignUp,
  findSignUpSubject,
  insertSignUp,
  selectPersons,
  updatePerson,
} from "./sign-up.store.server.ts";

const LINK_DAYS = 400;
/** By one way to reach somebody; who signs up many is the secretariat. */
const MOST_A_DAY = 20;
const MOST_OF_NETWORK = 200;

const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));

const channelOf = (actor: Actor): SignUp["channel"] =>
  actor.kind !== "person" ? "web" : organisationsOf(actor, ["coordinator"]).length > 0 ? "office" : "account";

/**
 * Anyone signs up, with as many as come along. The event is held while its places are counted, so that the last one goes to
 * one; who finds none waits. While others wait nobody passes them. The same form sent twice is one sign-up.
 */
export const makeSignUp = command({
  name: "event-sign-up.make",
  ...inArea(eventPolicy, "event", {
    ...{ id: rowId(), language: z.enum(SPOKEN).default("ja"), sender: z.string().optional() },
  }),
  input: Form,
  async run(permit, { id: eventId, form, language, sender }, app) {
    const { area } = permit.subject;
    const say = SIGN_UP_FORM[language];
    const key = typeof form.once === "string" && isUuid(form.once) ? form.once : (newId() as string);
    const id = namedId(SIGN_UP, area, key) as string;
    await reachAlso(permit, area, id);
    await places.hold(permit, area, [eventId], id);
    const event = await findEvent(permit, eventId);
    if (!event || event.state === "draft") return notFound("event");
    const known = await findSignUp(permit, id);
    if (known) return ok(await receiptOf(permit, known));
    if (form.homepage) return conflict(say.tooMany);
    const input = checked(signUpInput(event, language), form);
    if (!input.ok) return input.error.kind === "invalid" ? invalid(input.error.fields, say.wrong) : input;
    const { names, seats, ...told } = input.value;
    const sessions = await selectSessions(permit, [eventId]);
    const refused = refusalOf(event, sessions, seats, permit.clock.now());
    if (refused === "many") return invalid({ seats: [say.many(event.mostAtOnce)] }, say.wrong);
    if (refused) return conflict(say[refused]);
    const { phone, email } = told;
    const channel = channelOf(permit.actor);
    const before = await countSignUpsBy(permit, { phone, email, day: permit.clock.today() });
    if (channel !== "office" && before >= MOST_A_DAY) return conflict(say.tooMany);
    const who = channel === "web" && sender !== undefined ? networkOf(sender) : undefined;
    const ofNetwork = who ? (await countSender(permit, app, { about: SIGN_UP, who })).times : 0;
    if (ofNetwork > MOST_OF_NETWORK) return conflict(say.tooMany);
    const number = signUpNumber(randomBytes(7));
    const organisationId = organisationsOf(permit.actor, ["workplace"])[0] ?? null;
    await insertSignUp(
      permit,
      {
        ...{ id, number, eventId, language, channel, organisationId, size: told.size ?? "" },
        ...{ workplace: told.workplace, contact: told.contact, phone, email },
        ...{ needs: told.needs, answers: told.answers.join("\n"), note: told.note },
      },
      event.signUp === "nameless" ? namesFor([], seats) : namesFor([...names], seats),
    );
    const free =
      event.capacity === null
        ? seats
        : event.capacity - ((await takenOf(permit, [eventId])).get(eventId) ?? 0);
    const line = await places.line(permit, area, { subject: eventId });
    const holder = { type: SIGN_UP, id, party: organisationId ?? "" };
    if (free >= seats && line.length === 0)
      await places.book(permit, area, { ids: [eventId], slot: "", holder, seats }, async () => ok(undefined));
    // Who does not come from a small workplace stands behind those who do, where that is the rule.
    else await places.wait(permit, area, eventId, holder, told.size !== "under_50", seats);
    const signUp = (await findSignUp(permit, id))!;
    const receipt = await receiptOf(permit, signUp);
    const letter = receipt.state === "booked" ? "booked" : "waiting";
    const link = `${app.config.origin}/es/${receipt.token}`;
    await postSignUp(permit, { app, letter, event, sessions, signUp, link });
    return ok(receipt);
  },
});

export async function linkOf(permit: EventPermit, { id }: Pick<SignUp, "id">): Promise<string> {
  return makeLink(permit, {
    ...{ area: permit.subject.area, purpose: SIGN_UP, subjectType: SIGN_UP, subject: id },
    expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000),
  });
}

async function receiptOf(permit: EventPermit, signUp: SignUp) {
  const [booking] = await places.of(permit, permit.subject.area, [signUp.id]);
  const { id, number } = signUp;
  return { id, number, state: booking!.state, token: await linkOf(permit, signUp) };
}

/** For the declaration of what is done with one sign-up. */
export const ofSignUp = {
  policy: eventPolicy,
  target: z.object({ area: z.string(), id: rowId(), language: z.enum(SPOKEN).optional() }),
  async subject(
    find: Finder,
    { area: text, id }: Readonly<{ area: string; id: string }>,
  ): Promise<EventSubject | undefined> {
    const area = await findArea(find, text);
    const found = area && (await findSignUpSubject(find, area.id, id));
    return found && { type: SIGN_UP, id, area: area.id };
  },
};

/** A sign-up with its event, whose places are held; nothing changes once it has begun. */
async function standingSignUp(permit: EventPermit, id: string) {
  const signUp = await findSignUp(permit, id);
  if (!signUp) return notFound("sign-up");
  const say = SIGN_UP_PAGE[signUp.language];
  await places.hold(permit, permit.subject.area, [signUp.eventId], id);
  const event = await findEvent(permit, signUp.eventId);
  if (!event) return notFound("event");
  if (event.state === "cancelled") return conflict(say.off);
  const [first] = standing(await selectSessions(permit, [event.id]));
  if (first && permit.clock.now() >= startOf(first)) return conflict(say.over);
  const [booking] = await places.of(permit, permit.subject.area, [id]);
  return ok({ signUp, event, booking: booking!, say });
}

/** Whoever was offered seats takes them, as long as they are kept. */
export const acceptSeats = command({
  ...ofSignUp,
  name: "event-sign-up.accept",
  async run(permit, { id }) {
    const found = await standingSignUp(permit, id);
    if (!found.ok) return found;
    const { signUp, booking, say } = found.value;
    if (booking.state === "booked") return ok({ id });
    const lapsed = booking.state === "offered" && booking.offeredUntil! <= permit.clock.now();
    if (lapsed || booking.endedWhy === "lapsed") return conflict(say.gone);
    if (booking.state !== "offered") return conflict(say.notOffered);
    const { seats } = booking;
    const holder = { type: SIGN_UP, id, party: booking.party };
    const place = { ids: [signUp.eventId], slot: "", holder, seats };
    await places.book(permit, permit.subject.area, place, async () => ok(undefined));
    // Of a group that was offered fewer seats, the last named stay at home.
    for (const { id: person } of (await selectPersons(permit, id)).slice(seats))
      await updatePerson(permit, person, { leftAt: permit.clock.now() });
    return ok({ id });
  },
});

/** Whoever signed up does not come. The seats go to those who wait. */
export const cancelSignUp = command({
  ...ofSignUp,
  name: "event-sign-up.cancel",
  async run(permit, { id }) {
    const found = await standingSignUp(permit, id);
    if (!found.ok) return found;
    await places.release(permit, permit.subject.area, id, "cancelled");
    return ok({ id });
  },
});

const Names = withRows(
  z.object({
    people: z.preprocess(
      (sent) => (Array.isArray(sent) ? sent : []),
      z
        .array(
          z.object({
            id: rowId(),
            name: z.string().trim().max(60).default(""),
            printedName: z.string().trim().max(60).optional(),
            leaves: z.stringbool().default(false),
          }),
        )
        .max(50),
    ),
  }),
);

/** Names come later, one person comes for another, or fewer come; the last one is withdrawn, not taken out. */
export const nameSignUp = command({
  ...ofSignUp,
  name: "event-sign-up.name",
  input: Names,
  async seen(permit, { id }) {
    const signUp = await findSignUp(permit, id);
    if (!signUp) return undefined;
    await places.hold(permit, permit.subject.area, [signUp.eventId], id);
    return nameValues(await selectPersons(permit, id));
  },
  async run(permit, { id, people }) {
    const found = await standingSignUp(permit, id);
    if (!found.ok) return found;
    const known = await selectPersons(permit, id);
    if (people.some((one) => known.every((person) => person.id !== one.id))) return notFound("person");
    const leaving = people.filter(({ leaves }) => leaves).length;
    if (leaving === known.length)
      return conflict("全員が参加を取りやめる場合は、お申し込みを取り下げてください。");
    for (const { id: person, name, printedName, leaves } of people)
      await updatePerson(permit, person, {
        name,
        ...(printedName === undefined ? {} : { printedName }),
        ...(leaves ? { leftAt: permit.clock.now() } : {}),
      });
    if (leaving > 0) await places.shrink(permit, permit.subject.area, id, known.length - leaving);
    return ok({ id });
  },
});
