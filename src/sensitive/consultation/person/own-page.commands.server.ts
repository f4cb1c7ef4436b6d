import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import { command, type Finder, query } from "#foundation/authority/public.ts";
import { CLASS_WORDS, EMPLOYER_WORDS, listConsents, STATE_WORDS } from "#foundation/consent/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "../access.ts";
import { findCase } from "../cases/case.store.server.ts";
import { lockClient } from "../clients/client.store.server.ts";
import { STATE_WORDS as REFERRAL_WORDS } from "../referrals/referral.messages.ts";
import { endConsent, endLapsed } from "../referrals/referral-end.usecases.server.ts";
import { tellReceivers } from "../referrals/referral-letter.usecases.server.ts";
import { insertLooks, selectLooks } from "../targets/look.store.server.ts";
import { LOOK_WHY } from "../targets/look.usecases.server.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import {
  lockOwn,
  selectOwnCases,
  selectOwnReferrals,
  updatePassphrase,
  updateTries,
} from "./own-page.store.server.ts";
import { hashPassphrase, isClosed, isPassphrase, MOST_TRIES } from "./passphrase.rules.ts";

/** What a link to a person's own page is for. */
export const OWN_PAGE = "own-consultation";
const DAYS = 180;

/** Gives the person a private link to their own page, opened by it and a word that they chose. */
export const inviteToOwnPage = command({
  name: "own-page.invite",
  ...ofCase(),
  input: z.object({
    passphrase: text("合言葉", { most: 60 }).refine(
      (one) => one.length >= 6,
      "合言葉は6文字以上にしてください。",
    ),
  }),
  async run(permit, { case: id, passphrase }) {
    const row = await findCase(permit, id);
    if (!row?.clientId)
      return conflict(
        "氏名のない相談には、ご本人用のページを発行できません。先に氏名などを登録してください。",
      );
    await lockClient(permit, row.clientId);
    await updatePassphrase(permit, row.clientId, hashPassphrase(passphrase));
    await revokeLinks(permit, permit.subject.area, { subject: row.clientId, purpose: OWN_PAGE });
    const token = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: OWN_PAGE, subjectType: "client", subject: row.clientId },
      expiresAt: new Date(permit.clock.now().getTime() + DAYS * 86_400_000),
    });
    return ok({ token });
  },
});

/** The person's own page; whoever has the link without the word reads nothing. */
const own = {
  policy,
  hides: true,
  target: z.object({ person: rowId() }),
  subject: ({ actor }: Finder, { person }: Readonly<{ person: string }>) => ({
    ...{ type: "client", id: person, person },
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
};

/** Opens the page by the word. Wrong ones are counted, and close it for a while. */
export const unlockOwnPage = command({
  name: "own-page.unlock",
  ...own,
  input: z.object({ passphrase: text("合言葉", { most: 60 }) }),
  async run(permit, { person, passphrase }) {
    const row = await lockOwn(permit, person);
    if (!row?.passphraseHash) return notFound("own-page");
    const now = permit.clock.now();
    if (isClosed(row.passphraseTries, row.passphraseTriedAt, now)) return ok({ opened: false, left: 0 });
    const right = isPassphrase(passphrase, row.passphraseHash);
    const tries = right ? 0 : (row.passphraseTries >= MOST_TRIES ? 0 : row.passphraseTries) + 1;
    await updateTries(permit, person, tries);
    return ok({ opened: right, left: right ? MOST_TRIES : MOST_TRIES - tries });
  },
});

/** Who holds what, which office looked when and at what, what was agreed. No names of staff, no notes. */
export const readOwnPage = query({
  name: "own-page.read",
  ...own,
  async run(permit, { person }) {
    const row = await lockOwn(permit, person);
    if (!row) return notFound("own-page");
    await endLapsed(permit, { person });
    const referrals = await selectOwnReferrals(permit, person);
    const looks = await selectLooks(permit, person);
    await insertLooks(permit, [
      {
        ...{ person, organisation: row.organisationId, office: "ご本人", role: "" },
        ...{ what: "このページ", why: LOOK_WHY.own },
      },
    ]);
    return ok({
      cases: (await selectOwnCases(permit, person)).map(({ openedOn, state }) => ({ openedOn, state })),
      consents: (await listConsents(permit, [person])).map((one) => ({
        id: one.id,
        receiver: one.receiver,
        classes: one.classes.map((kind) => CLASS_WORDS[kind]),
        employer: EMPLOYER_WORDS[one.employer],
        from: one.fromDay,
        until: one.untilDay,
        state: STATE_WORDS[one.state],
        withdrawable: ["effective", "later", "unconfirmed"].includes(one.state),
      })),
      referrals: referrals.map((one) => ({
        id: one.id,
        receiver: one.receiver,
        classes: one.classes.map((kind) => CLASS_WORDS[kind]),
        state: REFERRAL_WORDS[one.state],
        sentAt: one.sentAt,
      })),
      looks: looks.map(({ office, role, what, why, at }) => ({ office, role, what, why, at })),
    });
  },
});

/** The person takes a consent back; the receiver sees nothing from this moment on. */
export const withdrawOwnConsent = command({
  name: "own-page.withdraw",
  ...own,
  target: z.object({ person: rowId(), consent: rowId() }),
  once: true,
  async run(permit, { person, consent }, app) {
    const mine = (await listConsents(permit, [person])).some((one) => one.id === consent);
    if (!mine) return notFound("consent");
    const taken = await endConsent(permit, consent, "withdrawn");
    if (!taken.ok) return taken;
    await tellReceivers(permit, app, taken.value);
    return ok({ at: permit.clock.now().toISOString() });
  },
});
