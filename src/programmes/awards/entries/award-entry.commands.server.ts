import { randomBytes } from "node:crypto";
import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { inArea } from "#foundation/areas/public.ts";
import { command, reachAlso } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { countSender } from "#foundation/senders/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { isUuid, namedId, newId } from "#platform/kernel/ids.ts";
import { networkOf } from "#platform/kernel/network.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type AwardPermit, awardPolicy } from "../access.ts";
import { ofEntry, workplaceKey } from "../award-target.usecases.server.ts";
import { postEntry } from "../letters/award-letter.commands.server.ts";
import { ENTRY, ENTRY_STATE_NAMES } from "../model/award.messages.ts";
import { type Answer, EntryInput, type RateTold, ReasonInput, type Round } from "../model/award.schema.ts";
import { ENTRY_STEPS, type EntryState, type EntryStep, EXCUSES } from "../model/award-lists.schema.ts";
import { signsOf } from "../model/number.rules.ts";
import { findRound } from "../rounds/award-round.store.server.ts";
import { entryValues } from "./award-entry.present.ts";
import { findEntry, insertEntry, lockEntry, updateEntry } from "./award-entry.store.server.ts";
import type { Released } from "./brought-entry.queries.server.ts";

const LINK_DAYS = 1500;
const LONGEST_NOTE = 500;
/** A letter goes to whatever mailbox is typed. */
const MOST_A_DAY = 20;
const MOST_OF_NETWORK = 200;
const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));
type Typed = Readonly<Record<string, unknown>>;

/** What is said of each criterion: `c-key` where it is ticked, `n-key` in the workplace's words. */
const answersOf = (form: Typed, { body }: Round): Record<string, Answer> =>
  Object.fromEntries(
    body.criteria.map(({ key }) => {
      const note = String(form[`n-${key}`] ?? "")
        .slice(0, LONGEST_NOTE)
        .trim();
      return [key, { said: form[`c-${key}`] === "true", note }];
    }),
  );

/** An entry as it was typed, or what is to be mended. */
function read(form: Typed, round: Round) {
  const input = checked(EntryInput, form);
  if (!input.ok) return input;
  const { eligible, examined, reminded, ...told } = input.value;
  const excused = Object.fromEntries(
    EXCUSES.flatMap((one) => (told[`excused-${one}`] ? [[one, told[`excused-${one}`]!]] : [])),
  );
  const rate: RateTold | null =
    eligible === null ? null : { eligible, examined: examined ?? 0, reminded, excused };
  const { workplace, workers, canteen, contact, phone, email, address, clear, mayPublish } = told;
  return ok({
    ...{ workplace, workers, canteen, contact, phone, email, address, clear, mayPublish, rate },
    workplaceKey: workplaceKey(workplace),
    answers: answersOf(form, round),
  });
}

export const linkTo = (permit: AwardPermit, id: string) =>
  makeLink(permit, {
    ...{ area: permit.subject.area, purpose: "award-entry", subjectType: "award-entry", subject: id },
    expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000),
  });

const released = z.custom<Released>().optional();

type Sender = Readonly<{ sender: string | undefined; email: string }>;

/** Counts one more of today; whether the network, or the mailbox to which a letter goes, has had enough. */
async function countEntry(permit: AwardPermit, app: App, { sender, email }: Sender): Promise<boolean> {
  const times = async (who: string) => (await countSender(permit, app, { about: "award-entry", who })).times;
  const network = sender === undefined ? 0 : await times(networkOf(sender));
  const mailbox = email === "" ? 0 : await times(email.toLowerCase());
  return network > MOST_OF_NETWORK || mailbox > MOST_A_DAY;
}

/** Anyone enters while the round is open; the same form sent twice, or fifty times, is one entry. */
export const makeEntry = command({
  name: "award-entry.make",
  ...inArea(awardPolicy, "award-entry", { round: rowId(), released, sender: z.string().optional() }),
  input: Form,
  async run(permit, { round: roundId, released, sender, form }, app) {
    const { area } = permit.subject;
    const once = typeof form.once === "string" && isUuid(form.once) ? form.once : (newId() as string);
    const id = namedId("award-entry", area, roundId, once) as string;
    await reachAlso(permit, area, id);
    const round = await findRound(permit, roundId);
    if (!round) return notFound("round");
    if (form.homepage || round.state !== "open" || permit.clock.today() > round.closesOn)
      return conflict(ENTRY.late);
    const typed = read(form, round);
    if (!typed.ok) return typed;
    const isTooMuch = await countEntry(permit, app, { sender, email: typed.value.email });
    // Who comes at the same time has waited for the count.
    const known = await findEntry(permit, id);
    if (known) return ok({ id, token: await linkTo(permit, id) });
    if (isTooMuch) return conflict(ENTRY.tooMany);
    const number = `H-${signsOf(randomBytes(7))}`;
    await insertEntry(permit, {
      ...typed.value,
      ...{ id, roundId, number, state: "draft" },
      organisationId: organisationsOf(permit.actor, ["workplace"])[0] ?? null,
      facts: form.release === "true" && released?.area === area ? released.facts : [],
    });
    const token = await linkTo(permit, id);
    const link = `${app.config.origin}/ae/${token}`;
    await postEntry(
      permit,
      { ...typed.value, id, number },
      { letter: "entry_made", title: round.title, link },
    );
    return ok({ id, token });
  },
});

/** An entry and its round, as long as a step can be taken. */
async function standing(permit: AwardPermit, id: string, step: EntryStep) {
  const entry = await lockEntry(permit, id);
  const round = entry && (await findRound(permit, entry.roundId));
  if (!entry || !round) return notFound("entry");
  const next = stepFrom<EntryState, EntryStep>(ENTRY_STEPS, entry.state, step);
  if (!next.ok) return wrongState(ENTRY_STATE_NAMES[entry.state]);
  if (step === "withdraw" ? round.state === "decided" : round.state !== "open") return conflict(ENTRY.late);
  return ok({ entry, round, next: next.value });
}

export const saveEntry = command({
  name: "award-entry.save",
  ...ofEntry(),
  input: Form,
  async seen(permit, { id }) {
    const entry = await lockEntry(permit, id);
    return entry && entryValues(entry);
  },
  async run(permit, { id, form }) {
    const found = await standing(permit, id, "save");
    if (!found.ok) return found;
    const typed = read(form, found.value.round);
    if (!typed.ok) return typed;
    await updateEntry(permit, id, typed.value);
    return ok({ id });
  },
});

/** Handed in: it is not changed any more. What is absent keeps nobody from it; that is for the judges to see. */
export const submitEntry = command({
  name: "award-entry.submit",
  ...ofEntry(),
  async run(permit, { id }) {
    const found = await standing(permit, id, "submit");
    if (!found.ok) return found;
    const { entry, round } = found.value;
    if (round.body.bars.length > 0 && !entry.clear)
      return invalid({ clear: [ENTRY.notClear] }, ENTRY.notClear);
    if (entry.workers < round.body.leastWorkers) return conflict(round.body.who);
    await updateEntry(permit, id, { state: "submitted", submittedAt: permit.clock.now() });
    return ok({ id });
  },
});

export const withdrawEntry = command({
  name: "award-entry.withdraw",
  ...ofEntry(),
  async run(permit, { id }) {
    const found = await standing(permit, id, "withdraw");
    if (!found.ok) return found;
    await updateEntry(permit, id, { state: "withdrawn", settledAt: permit.clock.now() });
    return ok({ id });
  },
});

/** Whoever entered does not agree with what was decided, once. */
export const appealEntry = command({
  name: "award-entry.appeal",
  ...ofEntry(),
  input: ReasonInput,
  async run(permit, { id, reason }) {
    const entry = await lockEntry(permit, id);
    const round = entry && (await findRound(permit, entry.roundId));
    if (!entry || round?.state !== "decided" || entry.state !== "submitted") return notFound("entry");
    if (entry.appeal !== "") return conflict(ENTRY.appealed);
    await updateEntry(permit, id, { appeal: reason });
    return ok({ id });
  },
});
