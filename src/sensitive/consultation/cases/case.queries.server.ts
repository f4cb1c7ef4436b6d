import { query } from "#foundation/authority/public.ts";
import { STATE_WORDS as CONSENT_WORDS, listConsents, wasValidOn } from "#foundation/consent/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { namesOfUsers } from "#foundation/identity/public.ts";
import { pick } from "#platform/kernel/pick.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { inOrder } from "#platform/lists/in-order.ts";
import { listTarget, orderOf, pageOf } from "#platform/lists/list.ts";
import { policy } from "../access.ts";
import {
  findClientsBy,
  selectClients,
  selectMergedInto,
  selectSimilar,
} from "../clients/client.store.server.ts";
import { isLikelyOne } from "../clients/identity.rules.ts";
import { selectPlansOf } from "../families/support-plan.store.server.ts";
import type { CaseRow } from "../model/case.schema.ts";
import { selectHandedNames } from "../referrals/handed-name.store.server.ts";
import { LOOK_WHY, noteCaseLooks, noteLooks } from "../targets/look.usecases.server.ts";
import { findGround } from "../targets/target.store.server.ts";
import { atOffice, ofCase } from "../targets/target.usecases.server.ts";
import {
  CASES,
  caseFormValues,
  identityFormValues,
  presentCase,
  presentContact,
  presentIdentity,
  presentLine,
} from "./case.present.ts";
import {
  consentsWithCopy,
  findCase,
  openIntake,
  selectCaseEvents,
  selectCasesOfClients,
  selectContacts,
} from "./case.store.server.ts";
import { SearchInput } from "./case-form.schema.ts";
import { colleaguesOf } from "./colleague.usecases.server.ts";
import { filterFor } from "./working-list.rules.ts";
import { casesOf, countCases } from "./working-list.store.server.ts";

const ENDED: readonly string[] = ["withdrawn", "ended", "expired", "unconfirmed", "invalid"];

/** The working list of an office, with how many stand in each of its parts. */
export const listCases = query({
  name: "case.list",
  ...atOffice("case", { list: listTarget(CASES) }),
  async run(permit, { organisation, list }) {
    const { actor, clock } = permit;
    const filter = filterFor(actor, clock.today());
    const which = list.filter.which ?? "open";
    const rows = (await inOrder(
      casesOf(permit, organisation, { ...filter, which }),
      orderOf(CASES, list.sort),
      list,
    ).execute()) as CaseRow[];
    const known = await selectClients(
      permit,
      rows.flatMap(({ clientId }) => clientId ?? []),
    );
    const names = await colleaguesOf(permit, organisation);
    const handed = await selectHandedNames(
      permit,
      rows.flatMap(({ referralId }) => referralId ?? []),
    );
    await noteCaseLooks(permit, rows, { what: "相談の一覧", onDay: clock.today() });
    const lines = rows.map((row) =>
      presentLine(
        row,
        row.clientId ? known.get(row.clientId)?.known : undefined,
        (id) => names.get(id) ?? id,
        row.referralId ? handed.get(row.referralId) : undefined,
      ),
    );
    return ok({
      ...pageOf(CASES, list, lines),
      which,
      counts: await countCases(permit, organisation, filter),
      maySupervise: policy.may(actor, "case.assign", permit.subject) !== undefined,
      colleagues: [...names].map(([id, name]) => ({ id, name })),
    });
  },
  shows: ({ rows }) => rows.map(({ id }) => `case:${id}`),
});

/** One case: who it is about, what was said, what was agreed. */
export const readCase = query({
  name: "case.read",
  ...ofCase(),
  async run(permit, { case: id }) {
    const row = await findCase(permit, id);
    if (!row) return notFound("case");
    const intake = await openIntake(permit, row);
    const clients = await selectClients(permit, row.clientId ? [row.clientId] : []);
    const client = row.clientId ? clients.get(row.clientId) : undefined;
    const contacts = await selectContacts(permit, row);
    const events = await selectCaseEvents(permit, id);
    const consents = await listConsents(permit, [row.personId]);
    const scanned = await consentsWithCopy(permit, id);
    const names = await namesOfUsers(permit, [
      ...consents.map(({ heardBy }) => heardBy),
      ...contacts.map(({ madeBy }) => madeBy),
      ...events.map(({ by }) => by),
      ...(row.caseworker ? [row.caseworker] : []),
    ]);
    const nameOf = (user: string) => names.get(user) ?? "";
    const similar = client ? await similarTo(permit, client) : [];
    const merged = client ? await selectMergedInto(permit, client.id) : [];
    const others = await selectCasesOfClients(
      permit,
      merged.map((one) => one.id),
    );
    const referral = row.referralId ? await findGround(permit, row.referralId) : undefined;
    const resting = referral?.consentId
      ? (await listConsents(permit, [referral.personId])).find((one) => one.id === referral.consentId)
      : undefined;
    await noteCaseLooks(permit, [row], { what: "相談の記録" });
    return ok({
      case: presentCase(row, intake, nameOf),
      person: row.personId,
      identity: client ? presentIdentity(client.known) : undefined,
      contacts: contacts.map((one) =>
        presentContact(one, nameOf, resting && wasValidOn(resting, one.madeAt, one.day)),
      ),
      plans: (await selectPlansOf(permit, id)).map((plan) => ({ id: plan.id, number: plan.number })),
      events: events.map(({ step, at, by }) => ({ step, at, by: nameOf(by) })),
      consents: consents.map((one) => ({
        ...pick(
          one,
          ...(["id", "receiver", "classes", "employer", "way", "onBehalf"] as const),
          ...(["state", "fromDay", "untilDay", "confirmBy", "heardAt"] as const),
        ),
        heardBy: nameOf(one.heardBy),
        confirmed: one.events.findLast(({ step }) => step === "confirmed")?.reason ?? "",
        unscanned: one.way === "paper" && !scanned.has(one.id),
      })),
      /** At hand where it is urgent. */
      hotlines: row.urgency === "now" && row.state === "open" ? HOTLINES : [],
      similar,
      merged: merged.map((one) => ({
        id: one.id,
        cases: others
          .filter(({ clientId }) => clientId === one.id)
          .map(({ id: other, number }) => ({ id: other, number })),
      })),
      referral: row.referralId,
      handedName: row.referralId
        ? ((await selectHandedNames(permit, [row.referralId])).get(row.referralId) ?? "")
        : "",
      /** Of a case that came by a referral: why nothing more can be written, where the person agrees no more. */
      agreementEnded: resting && ENDED.includes(resting.state) ? CONSENT_WORDS[resting.state] : "",
      forms: {
        case: caseFormValues(row, intake),
        identity: client ? identityFormValues(client.known) : undefined,
      },
      colleagues: [...(await colleaguesOf(permit, row.organisationId))].map(([user, name]) => ({
        id: user,
        name,
      })),
      may: {
        assign: policy.may(permit.actor, "case.assign", permit.subject) !== undefined,
      },
    });
  },
  shows: ({ case: { id } }) => [`case:${id}`],
});

/** Clients of the office that may be the same person, for somebody to judge. */
async function similarTo(
  permit: Parameters<typeof selectSimilar>[0],
  client: Parameters<typeof selectSimilar>[1],
) {
  const likely = (await selectSimilar(permit, client)).filter((other) => isLikelyOne(client, other));
  if (likely.length === 0) return [];
  const known = await selectClients(
    permit,
    likely.map(({ id }) => id),
  );
  const seen = { what: "氏名・連絡先", why: LOOK_WHY.same, onDay: permit.clock.today() };
  await noteLooks(
    permit,
    client.organisationId,
    likely.map(({ id }) => ({ person: id, ...seen })),
  );
  return [...known.values()].map(({ id, known: { name, kana, birthDate, phone } }) => ({
    id,
    name,
    kana,
    birthDate,
    phone,
  }));
}

/** Finds clients by a whole name, reading, day of birth or telephone. Sent by POST: nothing of it stands in an address. */
export const searchClients = query({
  name: "client.search",
  ...atOffice("client", SearchInput.shape),
  async run(permit, { organisation, name, kana, birthDate, phone }) {
    const ids = await findClientsBy(permit, organisation, {
      name,
      kana,
      birthDate: birthDate ?? "",
      phone,
    });
    const known = await selectClients(permit, ids);
    const names = await colleaguesOf(permit, organisation);
    const cases = await selectCasesOfClients(permit, ids);
    await noteLooks(
      permit,
      organisation,
      ids.map((person) => ({ person, what: "氏名・連絡先", why: LOOK_WHY.searching })),
    );
    return ok({
      cases: cases.map((row) =>
        presentLine(row, known.get(row.clientId!)?.known, (id) => names.get(id) ?? id),
      ),
    });
  },
  shows: ({ cases }) => cases.map(({ id }) => `case:${id}`),
});
