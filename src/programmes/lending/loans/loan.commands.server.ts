import { randomBytes } from "node:crypto";
import { z } from "zod";
import { organisationsOf } from "#foundation/actors/public.ts";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { command, type Finder, reachAlso } from "#foundation/authority/public.ts";
import { makeLink } from "#foundation/links/public.ts";
import { checked } from "#platform/kernel/checked.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { isUuid, namedId, newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { type LendingPermit, lendingPolicy } from "../access.ts";
import { LOAN_WORDS, SAY } from "../model/lending.messages.ts";
import { againstRule, instantAt, loanNumber } from "../model/lending.rules.ts";
import { askInput, type Loan, MoveInput } from "../model/lending.schema.ts";
import { LOAN_STEPS } from "../model/lending-states.schema.ts";
import { selectKits, selectModels, selectOffices } from "../stock/stock.store.server.ts";
import {
  changeHolds,
  countAskedBy,
  findLoan,
  findLoanSubject,
  insertLoan,
  insertWishes,
  selectHolds,
  selectWishes,
  updateLoan,
} from "./loan.store.server.ts";
import { keepFor } from "./placing.commands.server.ts";

export const LOAN = "lending-loan";
const LINK_DAYS = 400;
const MOST_A_DAY = 20;
const Form = z.record(z.string(), z.unknown()).transform((form) => ({ form }));

/** For the declaration of what is done with one loan. */
export const ofLoan = {
  policy: lendingPolicy,
  target: z.object({ area: z.string(), id: rowId() }),
  async subject(find: Finder, { area: named, id }: Readonly<{ area: string; id: string }>) {
    const area = await findArea(find, named);
    const found = area && (await findLoanSubject(find, area.id, id));
    return found && { type: LOAN, id, area: area.id };
  },
};

const byOffice = ({ actor }: LendingPermit) =>
  actor.kind === "person" && organisationsOf(actor, ["coordinator"]).length > 0;

/** What an office lends, loose and in kits, as its form names it. */
export async function thingsOf(permit: LendingPermit, office: string) {
  const models = (await selectModels(permit)).filter((one) => one.officeId === office && one.lent);
  const kits = (await selectKits(permit)).filter((one) => one.officeId === office);
  return { models, kits };
}

/**
 * Anybody asks for so many of what is lent. What is free is kept for them at once, so that the last one goes to one; where
 * there are not enough the wish is kept as such, for other days and as the argument for buying more. Sent twice it is one.
 */
export const askLoan = command({
  name: "lending-loan.ask",
  ...inArea(lendingPolicy, "lending-office", { id: rowId() }),
  input: Form,
  async run(permit, { id: officeId, form }) {
    const { area } = permit.subject;
    const key = typeof form.once === "string" && isUuid(form.once) ? form.once : (newId() as string);
    const id = namedId(LOAN, area, key) as string;
    await reachAlso(permit, area, id);
    const office = (await selectOffices(permit)).find((one) => one.id === officeId);
    if (!office) return notFound("lending-office");
    const known = await findLoan(permit, id);
    if (known) return ok(await receiptOf(permit, known));
    if (form.homepage) return conflict(SAY.tooMany);
    const { models, kits } = await thingsOf(permit, officeId);
    if (models.length === 0) return conflict(SAY.lead404);
    const input = checked(askInput([...models, ...kits]), form);
    if (!input.ok) return input;
    const { from, fromTime, until, untilTime, wants, ...told } = input.value;
    const wrong = againstRule(office, input.value, { now: permit.clock.now(), byOffice: byOffice(permit) });
    if (wrong) return invalid(wrong);
    if (!byOffice(permit) && (await countAskedBy(permit, told)) >= MOST_A_DAY) return conflict(SAY.tooMany);
    const wishes = wants.flatMap(({ id: thing, count }) => {
      const kit = kits.find((one) => one.id === thing);
      const parts = kit ? kit.parts : [{ model: thing, count: 1 }];
      return parts.map((part) => ({ modelId: part.model, wanted: part.count * count, kit: kit?.name ?? "" }));
    });
    const span = { starts: instantAt(from, fromTime), ends: instantAt(until, untilTime) };
    const { workplace, contact, phone, email, purpose, people } = told;
    await insertLoan(permit, {
      ...{ id, officeId, ...span, number: loanNumber(randomBytes(7)), state: "short" },
      ...{ channel: byOffice(permit) ? "office" : "web", size: told.size ?? "" },
      ...{ workplace, contact, phone, email, purpose, people },
    });
    await insertWishes(permit, id, wishes);
    if (await keepFor(permit, { id, ...span }, wishes)) await updateLoan(permit, id, { state: "asked" });
    return ok(await receiptOf(permit, (await findLoan(permit, id))!));
  },
});

async function receiptOf(permit: LendingPermit, { id, number, state }: Loan) {
  const token = await makeLink(permit, {
    ...{ area: permit.subject.area, purpose: LOAN, subjectType: LOAN, subject: id },
    expiresAt: new Date(permit.clock.now().getTime() + LINK_DAYS * 86_400_000),
  });
  return { id, number, state, token };
}

const free = async (permit: LendingPermit, id: string) => {
  const holds = await selectHolds(permit, id);
  await changeHolds(permit, { changes: new Map(holds.map((one) => [one.id, { state: "freed" }])) });
};

/** Other days for what was asked for: those it had are free from then on. Where these are short, it keeps what it had. */
export const moveLoan = command({
  ...ofLoan,
  name: "lending-loan.move",
  input: MoveInput,
  async run(permit, { id, from, fromTime, until, untilTime }) {
    const loan = await findLoan(permit, id);
    const office = loan && (await selectOffices(permit)).find((one) => one.id === loan.officeId);
    if (!loan || !office) return notFound(LOAN);
    const next = stepFrom(LOAN_STEPS, loan.state, "move");
    if (!next.ok) return wrongState(LOAN_WORDS[loan.state]);
    const days = { from, fromTime, until, untilTime };
    const wrong = againstRule(office, days, { now: permit.clock.now(), byOffice: byOffice(permit) });
    if (wrong) return invalid(wrong);
    const span = { starts: instantAt(from, fromTime), ends: instantAt(until, untilTime) };
    await free(permit, id);
    const kept = await keepFor(permit, { id, ...span }, await selectWishes(permit, [id]));
    if (!kept)
      return conflict("この期間は、台数が足りません。空き状況を確認し、別の期間を選択してください。");
    await updateLoan(permit, id, { ...span, state: next.value });
    return ok({ id });
  },
});

/** A step that says why, or nothing, and frees what was kept. */
export const cancelLoan = command({
  ...ofLoan,
  name: "lending-loan.cancel",
  async run(permit, { id }) {
    const loan = await findLoan(permit, id);
    if (!loan) return notFound(LOAN);
    const next = stepFrom(LOAN_STEPS, loan.state, "cancel");
    if (!next.ok) return wrongState(LOAN_WORDS[loan.state]);
    await free(permit, id);
    await updateLoan(permit, id, { state: next.value });
    return ok({ id });
  },
});

export const refuseLoan = command({
  ...ofLoan,
  name: "lending-loan.refuse",
  input: z.object({ answer: text("お断りする理由", { most: 300 }) }),
  async run(permit, { id, answer }) {
    const loan = await findLoan(permit, id);
    if (!loan) return notFound(LOAN);
    const next = stepFrom(LOAN_STEPS, loan.state, "refuse");
    if (!next.ok) return wrongState(LOAN_WORDS[loan.state]);
    await free(permit, id);
    await updateLoan(permit, id, { state: next.value, answer });
    return ok({ id });
  },
});

export const promiseLoan = command({
  ...ofLoan,
  name: "lending-loan.promise",
  async run(permit, { id }) {
    const loan = await findLoan(permit, id);
    if (!loan) return notFound(LOAN);
    const next = stepFrom(LOAN_STEPS, loan.state, "promise");
    if (!next.ok) return wrongState(LOAN_WORDS[loan.state]);
    await updateLoan(permit, id, { state: next.value });
    return ok({ id });
  },
});
