import { command } from "#foundation/authority/public.ts";
import { type DataClass, listConsents } from "#foundation/consent/public.ts";
import type { App } from "#platform/app.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { addWorkingDays } from "#platform/kernel/working-day.ts";
import type { ConsultationPermit } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { insertCaseEvent } from "../cases/case.store.server.ts";
import { openedCase } from "../cases/writable-case.usecases.server.ts";
import { selectClients } from "../clients/client.store.server.ts";
import type { CaseRow } from "../model/case.schema.ts";
import { DAYS_TO_RECEIVE } from "../model/referral.rules.ts";
import {
  type DraftReferralInput as Draft,
  DraftReferralInput,
  type ReferralItem,
  type ReferralRow,
} from "../model/referral.schema.ts";
import { WORDED } from "../model/referral-kinds.schema.ts";
import { stillAgreed } from "../targets/agreement.usecases.server.ts";
import { PURPOSE, receiverOf } from "../targets/receiver.usecases.server.ts";
import { ofCase, ofReferral } from "../targets/target.usecases.server.ts";
import { insertDanger, updateSeconded } from "./danger.store.server.ts";
import { refusedBy } from "./duty.usecases.server.ts";
import { findPending } from "./going.store.server.ts";
import {
  insertReferral,
  insertReferralEvent,
  lockReferral,
  selectReferralEvents,
  updateReferral,
} from "./referral.store.server.ts";
import { endLapsed } from "./referral-end.usecases.server.ts";
import { tellOffice, tellReceivers } from "./referral-letter.usecases.server.ts";
import { sideOf, take } from "./referral-step.usecases.server.ts";

/** Writes down what is to be handed over, to whom and on which ground. Nobody else sees it before it is sent. */
export const draftReferral = command({
  name: "referral.draft",
  ...ofCase({ referral: rowId() }),
  input: DraftReferralInput,
  once: true,
  async run(permit, { case: caseId, referral: id, ...input }) {
    // Held against a closing that ends what waits: nothing begins behind its back.
    const held = await openedCase(permit, caseId);
    if (!held.ok) return held;
    const row = held.value;
    const receiver = await receiverOf(permit, input, row.organisationId);
    if (!receiver.ok) return receiver;
    const { organisation: partner, name, areaId } = receiver.value;
    await endLapsed(permit, { caseId });
    const pending = partner && (await findPending(permit, caseId, partner));
    if (pending)
      return conflict(
        "この機関への紹介は、すでに回答待ちです。画面の上の「回答待ちの紹介」から、先の紹介をご確認ください。",
      );
    const grounds = await groundsOf(permit, row, input, receiver.value);
    if (!grounds.ok) return grounds;
    const items = await itemsOf(permit, row, input);
    if (!items.ok) return items;
    const one = {
      id,
      organisationId: row.organisationId,
      areaId: row.areaId,
      caseId,
      personId: row.personId,
      partnerId: partner,
      partnerAreaId: areaId,
      receiver: name,
      ground: input.ground,
      consentId: grounds.value,
      duty: input.ground === "duty" ? input.duty : null,
      mode: input.mode,
      urgency: input.urgency,
      reason: input.reason,
      classes: input.classes,
      sentAt: null,
      receiveBy: null,
      outcome: null,
      declineReason: null,
      receiverCaseId: null,
      secondedBy: null,
      secondedAt: null,
    } satisfies Parameters<typeof insertReferral>[1];
    await insertReferral(permit, one, items.value);
    await insertReferralEvent(permit, one, "drafted", { by: by(permit), of: row.organisationId });
    if (input.ground === "danger")
      await insertCaseEvent(permit, row, "danger", { note: input.danger, by: by(permit) });
    return ok({ id });
  },
});

/** The consent that covers it, or the lawful ground in its place; a refusal where there is neither. */
async function groundsOf(
  permit: ConsultationPermit,
  row: CaseRow,
  input: Draft,
  receiver: Readonly<{ organisation: OrganisationId | null; sector: string | null; name: string }>,
): Promise<Result<string | null>> {
  const partner = receiver.organisation;
  if (input.ground === "duty") {
    const refused = refusedBy(input.duty ?? "", receiver);
    return refused ? invalid({ duty: [refused] }) : ok(null);
  }
  if (input.ground === "danger")
    return input.danger ? ok(null) : invalid({ danger: ["差し迫った危険の内容を入力してください。"] });
  const own = await listConsents(permit, [row.personId]);
  const fits = own.findLast(
    (one) =>
      one.state === "effective" &&
      one.purpose === PURPOSE &&
      (one.partnerId ?? one.receiver) === (partner ?? receiver.name) &&
      input.classes.every((kind) => one.classes.includes(kind)),
  );
  if (!fits)
    return invalid({
      classes: ["この機関にこれらの項目を渡すための有効な同意がありません。先に同意を登録してください。"],
    });
  return ok(fits.id);
}

/** What is handed over: who somebody is as the client's row says it, the rest as the caseworker words it. */
async function itemsOf(
  permit: ConsultationPermit,
  row: CaseRow,
  input: Draft,
): Promise<Result<ReferralItem[]>> {
  const client = row.clientId ? (await selectClients(permit, [row.clientId])).get(row.clientId) : undefined;
  const known = client?.known;
  const called = known?.atWork ? "勤務先への連絡可" : "勤務先への連絡不可";
  const told: Partial<Record<DataClass, string>> = {
    name: [known?.name, known?.kana && `（${known.kana}）`].filter(Boolean).join(""),
    "birth-date": known?.birthDate ?? "",
    contact: known
      ? [known.phone, known.address, known.town, known.reaching, called].filter(Boolean).join("\n")
      : "",
    ...Object.fromEntries(WORDED.map((kind) => [kind, input[kind]])),
  };
  const empty = input.classes.filter((kind) => !told[kind]);
  if (empty.length > 0) {
    const fields = empty.map((kind) => (WORDED.some((one) => one === kind) ? kind : "classes"));
    return invalid(
      Object.fromEntries(
        fields.map((field) => [
          field,
          [
            field === "classes"
              ? "登録されていない項目（氏名・生年月日・連絡先）は渡せません。"
              : "渡す内容を入力してください。",
          ],
        ]),
      ),
    );
  }
  return ok(input.classes.map((kind) => ({ kind, text: told[kind]! })));
}

/** Sends what the person agreed to. */
export const sendReferral = command({
  name: "referral.send",
  ...ofReferral(),
  run: (permit, { referral }, app) => sent(permit, app, referral, (ground) => ground === "consent"),
});

/** Sends what a law obliges to: a name of its own in the log. */
export const sendByDuty = command({
  name: "referral.send-by-duty",
  ...ofReferral(),
  run: (permit, { referral }, app) => sent(permit, app, referral, (ground) => ground === "duty"),
});

/** Sends what a danger to life or body demands, by a name of its own in the log; the auditor sees whether a second looked. */
export const sendForDanger = command({
  name: "referral.send-for-danger",
  ...ofReferral(),
  async run(permit, { referral }, app) {
    const done = await sent(permit, app, referral, (ground) => ground === "danger");
    if (done.ok) await insertDanger(permit, referral);
    return done;
  },
});

async function sent(
  permit: ConsultationPermit,
  app: App,
  referral: string,
  restsOn: (ground: string) => boolean,
): Promise<Result<undefined>> {
  const change = async (one: ReferralRow) => {
    if (!restsOn(one.ground)) return conflict("紹介の根拠が違います。画面を開き直して確認してください。");
    const agreed = await stillAgreed(permit, one);
    if (!agreed.ok) return agreed;
    const receiveBy = addWorkingDays(permit.clock.today(), DAYS_TO_RECEIVE);
    return ok({ sentAt: permit.clock.now(), receiveBy });
  };
  const taken = await take(permit, referral, "send", change, { of: "sender" });
  if (!taken.ok) return taken;
  await tellOffice(permit, app, taken.value, "receiver", "arrived");
  return ok(undefined);
}

/** The sender takes it back, as long as nobody has accepted it. */
export const takeBackReferral = command({
  name: "referral.take-back",
  ...ofReferral(),
  async run(permit, { referral }, app) {
    const before = await lockReferral(permit, referral);
    const taken = await take(permit, referral, "take-back", async () => ok({}), { of: "sender" });
    if (!taken.ok) return taken;
    await tellReceivers(permit, app, before ? [before] : []);
    return ok(undefined);
  },
});

/** The sender asks for it back after it was accepted: the receiver sees that, and ends it or goes on. */
export const askBackReferral = command({
  name: "referral.ask-back",
  ...ofReferral(),
  async run(permit, { referral }, app) {
    const taken = await take(permit, referral, "ask-back", async () => ok({}), { of: "sender" });
    if (!taken.ok) return taken;
    await tellOffice(permit, app, taken.value, "receiver", "changed", "changed-ask-back");
    return ok(undefined);
  },
});

/** A second pair of eyes on what was sent because of a danger: another supervisor than who sent it. */
export const secondReferral = command({
  name: "referral.second",
  ...ofReferral(),
  async run(permit, { referral }) {
    const one = await lockReferral(permit, referral);
    if (!one || sideOf(permit, one) === "receiver") return notFound("referral");
    if (one.ground !== "danger" || one.secondedBy)
      return conflict("確認が必要な紹介ではありません。何も変わっていません。");
    const me = by(permit);
    if ((await selectReferralEvents(permit, referral)).some((event) => event.by === me))
      return conflict("送付した人とは別の管理者が確認してください。");
    await updateReferral(permit, referral, { secondedBy: me, secondedAt: permit.clock.now() });
    await updateSeconded(permit, referral);
    await insertReferralEvent(permit, one, "second", { by: me, of: one.organisationId });
    return ok(undefined);
  },
});
