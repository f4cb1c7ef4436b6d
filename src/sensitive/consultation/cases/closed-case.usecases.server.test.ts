import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE } from "#test/offices.ts";
import { giveConsent, withdrawConsent } from "../consents/consent.commands.server.ts";
import { referralsOfCase } from "../referrals/referral.queries.server.ts";
import { leadToService } from "../services/service.commands.server.ts";
import {
  AGREED,
  AT_CENTRE,
  AT_NURSE,
  aContact,
  COUNSELLOR,
  handingOn,
  NURSE,
} from "../two-offices.testing.ts";
import { closeCase } from "./case.commands.server.ts";
import { readCase } from "./case.queries.server.ts";
import { addContact, correctContact } from "./contact.commands.server.ts";

const app = testApp();
const { opened, agree, draft, accepted } = handingOn(app);
const at = (id: string) => ({ ...AT_CENTRE, case: id });
const END = { outcome: "solved", note: "終わり", closedOn: "2026-11-22" };
const CLOSED = { error: { kind: "conflict", message: expect.stringContaining("この相談は終了しています") } };
const noted = async (id: string, content: string) =>
  expectOk(await addContact(app, COUNSELLOR, at(id), aContact(content))).id;
const contactsOf = async (id: string) =>
  expectOk(await readCase(app, COUNSELLOR, at(id))).contacts.map(({ content }) => content);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

describe("a case that was closed", () => {
  it("takes no consent, no referral, no service and no correction, from whatever page is still open", async () => {
    const id = await opened();
    const contact = await noted(id, "前の記録");
    await agree(id);
    expectOk(await closeCase(app, COUNSELLOR, at(id), END));
    const terms = { partner: HEALTH_CENTRE, classes: AGREED, employer: "nothing", way: "paper" };
    const consent = { ...terms, heardOn: "2026-11-20", language: "ja" };
    expect(await giveConsent(app, COUNSELLOR, at(id), consent)).toMatchObject(CLOSED);
    expect((await draft(id)).drafted).toMatchObject(CLOSED);
    const service = { service: "consult_mh", agreed: "true" };
    expect(await leadToService(app, COUNSELLOR, at(id), service)).toMatchObject(CLOSED);
    const late = await correctContact(app, COUNSELLOR, { ...at(id), contact }, aContact("あと"));
    expect(late).toMatchObject(CLOSED);
    expect(await contactsOf(id)).toEqual(["前の記録", "眠れない"]);
  });

  it("keeps no draft that was written while it was being closed", async () => {
    for (let round = 0; round < 8; round++) {
      const id = await opened();
      await agree(id);
      const [, closing] = await Promise.all([draft(id), closeCase(app, COUNSELLOR, at(id), END)]);
      expectOk(closing);
      const all = expectOk(await referralsOfCase(app, COUNSELLOR, at(id)));
      expect(all.filter(({ state }) => state !== "taken-back")).toEqual([]);
    }
  });
});

describe("a correction", () => {
  it("is written once: the second of two who correct the same is told, and nothing of theirs is stored", async () => {
    const id = await opened();
    const contact = await noted(id, "誤り");
    const both = await Promise.all(
      ["先の訂正", "後の訂正"].map((text) =>
        correctContact(app, COUNSELLOR, { ...at(id), contact }, aContact(text)),
      ),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("すでに訂正されています") },
    });
    expect(await contactsOf(id)).toHaveLength(2);
  });

  it("is of the past, and shows the form as it was filled in", async () => {
    const id = await opened();
    const contact = await noted(id, "訪問の予定");
    const late = await correctContact(
      app,
      COUNSELLOR,
      { ...at(id), contact },
      aContact("先", { day: "2026-12-24" }),
    );
    expect(late).toMatchObject({ error: { fields: { day: [expect.any(String)] } } });
    const { contacts } = expectOk(await readCase(app, COUNSELLOR, at(id)));
    expect(contacts.find((one) => one.id === contact)!.form).toMatchObject({
      ...{ day: "2026-11-22", channel: "telephone", withWhom: "person", content: "訪問の予定" },
    });
  });

  it("is refused like any other note once the person has taken their word back", async () => {
    const { id, consent, theirs } = await accepted();
    const ours = { ...AT_NURSE, case: theirs };
    const { id: contact } = expectOk(await addContact(app, NURSE, ours, aContact("訪問した")));
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...at(id), consent }));
    const late = await correctContact(app, NURSE, { ...ours, contact }, aContact("新しく聞いた話"));
    expect(late).toMatchObject({ error: { message: expect.stringContaining("撤回されました") } });
  });

  it("of a contact of another case is not found", async () => {
    const contact = await noted(await opened(), "よその経過");
    const id = await opened();
    expect(await correctContact(app, COUNSELLOR, { ...at(id), contact }, aContact("別"))).toMatchObject({
      error: { kind: "not-found" },
    });
    const none = { ...at(id), contact: newId() as string };
    expect((await correctContact(app, COUNSELLOR, none, aContact("別"))).ok).toBe(false);
  });
});
