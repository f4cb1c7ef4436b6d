import { scopeOf } from "#foundation/actors/public.ts";
import { command, type Work } from "#foundation/authority/public.ts";
import { endConsents } from "#foundation/consent/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { insertClient, lockClient, selectClients, updateIdentity } from "../clients/client.store.server.ts";
import { type Identity, MENTAL_TOPICS } from "../model/case.schema.ts";
import { endWithCase } from "../referrals/referral-end.usecases.server.ts";
import { tellReceivers } from "../referrals/referral-letter.usecases.server.ts";
import { agreedFor } from "../targets/agreement.usecases.server.ts";
import { PURPOSE } from "../targets/receiver.usecases.server.ts";
import { atOffice, ofCase } from "../targets/target.usecases.server.ts";
import { caseFormValues, identityFormValues } from "./case.present.ts";
import {
  insertCase,
  insertCaseEvent,
  insertContact,
  lockCase,
  nextNumber,
  openIntake,
  sealIntake,
  updateCase,
} from "./case.store.server.ts";
import {
  CloseInput,
  type IdentityFields,
  IdentityInput,
  IntakeInput,
  ReopenInput,
} from "./case-form.schema.ts";
import { openedCase, writableCase } from "./writable-case.usecases.server.ts";

export const by = (permit: Work) => scopeOf(permit.actor).actor;

const identityOf = (input: IdentityFields): Identity => ({ ...input, birthDate: input.birthDate ?? "" });
/** The fields of a form that say who somebody is. */
const identityIn = ({ name, kana, birthDate, phone, address, town, reaching, atWork }: IdentityFields) =>
  identityOf({ name, kana, birthDate, phone, address, town, reaching, atWork });

/** Towns are sealed with what was told. */
const NO_TOWNS = { homeTown: "", workTown: "" };

const isNamed = ({ name, kana, phone, birthDate }: Identity) => Boolean(name || kana || phone || birthDate);

/** Opens a case from a first call. Whoever names nobody stays anonymous; the case is whole without a name. */
export const openCase = command({
  name: "case.open",
  ...atOffice("case", { id: rowId() }),
  input: IntakeInput,
  once: true,
  async run(permit, { organisation, id, ...input }) {
    const today = permit.clock.today();
    if (input.openedOn > today) return invalid({ openedOn: ["受付日は、本日までの日付にしてください。"] });
    if (input.urgency === "now" && input.steps.length === 0)
      return invalid({ steps: ["緊急度が「今すぐ」のときは、実施した対応を1つ以上選択してください。"] });
    const identity = identityIn(input);
    const clientId = isNamed(identity) ? (newId() as string) : null;
    if (clientId) await insertClient(permit, clientId, organisation, identity);
    const me = by(permit);
    const one = {
      id,
      organisationId: organisation,
      areaId: permit.subject.area,
      number: await nextNumber(permit, organisation, fiscalYearOf(input.openedOn)),
      clientId,
      referralId: null,
      personId: clientId ?? id,
      asker: input.asker,
      source: input.source,
      channel: input.channel,
      mental: input.topics.some((topic) => MENTAL_TOPICS.includes(topic)),
      topics: input.topics,
      urgency: input.urgency,
      ageBand: input.ageBand,
      sex: input.sex,
      ...NO_TOWNS,
      workplaceSize: input.workplaceSize ?? "",
      caseworker: permit.actor.kind === "person" && !input.unassigned ? permit.actor.userId : null,
      openedOn: input.openedOn,
      lastContactOn: input.openedOn,
      nextDue: input.nextDue,
    } satisfies Parameters<typeof insertCase>[1];
    await insertCase(permit, one, {
      told: input.told,
      tried: input.tried,
      wish: input.wish,
      steps: input.steps,
      homeTown: input.homeTown,
      workTown: input.workTown,
    });
    await insertContact(
      permit,
      {
        organisationId: organisation,
        caseId: id,
        personId: one.personId,
        day: input.openedOn,
        minutes: input.minutes,
        channel: input.channel,
        withWhom: input.asker === "employer" ? "employer" : input.asker === "family" ? "family" : "person",
        madeBy: me,
        replaces: null,
      },
      { content: input.told, plan: input.wish, materials: "" },
    );
    await insertCaseEvent(permit, one, "opened", { by: me });
    return ok({ id });
  },
});

/** Changes what was told at the first call. */
export const changeCase = command({
  name: "case.change",
  ...ofCase(),
  input: IntakeInput.pick({
    asker: true,
    source: true,
    channel: true,
    topics: true,
    urgency: true,
    told: true,
    tried: true,
    wish: true,
    ageBand: true,
    sex: true,
    homeTown: true,
    workTown: true,
    workplaceSize: true,
    nextDue: true,
  }),
  async seen(permit, target) {
    const row = await lockCase(permit, target.case);
    return row && caseFormValues(row, await openIntake(permit, row));
  },
  values: (input) => caseFormValues(input, input),
  async run(permit, { organisation: _, case: id, told, tried, wish, homeTown, workTown, ...input }) {
    const held = await writableCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    const { steps } = await openIntake(permit, row);
    await updateCase(permit, id, {
      ...input,
      ...NO_TOWNS,
      topics: input.topics as never,
      workplaceSize: input.workplaceSize ?? "",
      mental: input.topics.some((topic) => MENTAL_TOPICS.includes(topic)),
      intake: await sealIntake(permit, row, { told, tried, wish, steps, homeTown, workTown }),
    });
    return ok(undefined);
  },
});

/** Names who a case is about, or corrects it. An anonymous case gets its first name here. */
export const nameClient = command({
  name: "client.name",
  ...ofCase(),
  input: IdentityInput,
  async seen(permit, target) {
    const row = await lockCase(permit, target.case);
    if (!row) return undefined;
    const known = row.clientId && (await selectClients(permit, [row.clientId])).get(row.clientId)?.known;
    return identityFormValues(known || identityOf(NOBODY));
  },
  async run(permit, { case: id, ...input }) {
    const row = (await lockCase(permit, id))!;
    const agreed = await agreedFor(permit, row);
    if (!agreed.ok) return agreed;
    const identity = identityIn(input);
    if (!isNamed(identity))
      return invalid({ name: ["氏名・ふりがな・生年月日・電話番号のいずれかを入力してください。"] });
    if (row.clientId) {
      await lockClient(permit, row.clientId);
      await updateIdentity(permit, row.clientId, identity);
      return ok(undefined);
    }
    // What was said stays under the key of the case: the client's row bears the same id, so that one key erases both.
    await insertClient(permit, row.personId, row.organisationId, identity);
    await updateCase(permit, id, { clientId: row.personId });
    return ok(undefined);
  },
});

const NOBODY = {
  name: "",
  kana: "",
  birthDate: null,
  phone: "",
  address: "",
  town: "",
  reaching: "",
  atWork: false,
};

export const closeCase = command({
  name: "case.close",
  ...ofCase(),
  input: CloseInput,
  once: true,
  async run(permit, { case: id, outcome, note, closedOn }, app) {
    const held = await openedCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    if (closedOn > permit.clock.today() || closedOn < row.openedOn)
      return invalid({ closedOn: ["終了日は、受付日から本日までの日付にしてください。"] });
    await updateCase(permit, id, { state: "closed", closedOn, outcome, nextDue: null });
    // What was agreed to holds until the matter is closed, and longer for an office that has taken it on.
    const { ended, goOn } = await endWithCase(permit, id);
    await endConsents(permit, row.personId, PURPOSE, { except: goOn });
    await insertCaseEvent(permit, row, "closed", { detail: outcome, note, by: by(permit) });
    await tellReceivers(permit, app, ended);
    return ok(undefined);
  },
});

export const reopenCase = command({
  name: "case.reopen",
  ...ofCase(),
  input: ReopenInput,
  once: true,
  async run(permit, { case: id, note }) {
    const row = await lockCase(permit, id);
    if (!row) return notFound("case");
    if (row.state === "open") return conflict("この相談は終了していません。何も変わっていません。");
    await updateCase(permit, id, { state: "open", closedOn: null, outcome: null });
    await insertCaseEvent(permit, row, "reopened", { note, by: by(permit) });
    return ok(undefined);
  },
});
