import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { actorContext } from "#foundation/identity/public.ts";
import { openLink } from "#foundation/links/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { appContext } from "#platform/web/context.ts";
import { NOW, testApp } from "#test/app.ts";
import { HEALTH_CENTRE, WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { openCase } from "../cases/case.commands.server.ts";
import { CASES } from "../cases/case.present.ts";
import { listCases, readCase, searchClients } from "../cases/case.queries.server.ts";
import { giveConsent } from "../consents/consent.commands.server.ts";
import { loader as page } from "../pages/own.tsx";
import { acceptReferral } from "../referrals/received.commands.server.ts";
import { draftReferral, sendReferral } from "../referrals/referral.commands.server.ts";
import { readReferral } from "../referrals/referral.queries.server.ts";
import {
  inviteToOwnPage,
  OWN_PAGE,
  readOwnPage,
  unlockOwnPage,
  withdrawOwnConsent,
} from "./own-page.commands.server.ts";
import { openedHeaders } from "./own-session.usecases.server.ts";

const app = testApp();
const COUNSELLOR = worker(WORK_HEALTH_CENTRE, "caseworker");
const NURSE = worker(HEALTH_CENTRE, "caseworker");
const WORD = "あさがお 47";

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

async function invited() {
  const id = newId() as string;
  expectOk(
    await openCase(
      app,
      COUNSELLOR,
      { organisation: WORK_HEALTH_CENTRE, id },
      {
        ...{ asker: "worker", source: "self", channel: "visit", openedOn: "2026-11-20", topics: ["sleep"] },
        ...{ urgency: "usual", told: "眠れない", name: "見本　花子", phone: "0855-00-0000" },
      },
    ),
  );
  const { token } = expectOk(
    await inviteToOwnPage(
      app,
      COUNSELLOR,
      { organisation: WORK_HEALTH_CENTRE, case: id },
      { passphrase: WORD },
    ),
  );
  const { holder } = expectOk(await openLink(app, token, OWN_PAGE));
  return { id, token, holder, person: holder.subject };
}
const unlock = (holder: Actor, person: string, passphrase: string, at = NOW) =>
  unlockOwnPage({ ...app, clock: fixedClock(at) }, holder, { person }, { passphrase });

describe("a person's own page", () => {
  it("opens by the last link that was handed over alone", async () => {
    const { id, token } = await invited();
    const at = { organisation: WORK_HEALTH_CENTRE, case: id };
    const { token: next } = expectOk(await inviteToOwnPage(app, COUNSELLOR, at, { passphrase: WORD }));
    expect(await openLink(app, token, OWN_PAGE)).toMatchObject({ error: { kind: "not-found" } });
    expectOk(await openLink(app, next, OWN_PAGE));
  });

  it("opens by the link and the word that the person chose, and closes after wrong ones", async () => {
    const { holder, person } = await invited();
    expect(expectOk(await unlock(holder, person, "あさがお４７"))).toMatchObject({ opened: true });
    for (let left = 4; left >= 0; left--)
      expect(expectOk(await unlock(holder, person, "ひまわり"))).toEqual({ opened: false, left });
    expect(expectOk(await unlock(holder, person, WORD))).toEqual({ opened: false, left: 0 });
    const later = new Date(new Date(NOW).getTime() + 31 * 60_000).toISOString();
    expect(expectOk(await unlock(holder, person, WORD, later))).toMatchObject({ opened: true });
  });

  it("shows who holds what and which office looked, without a name of staff, and logs that look too", async () => {
    const { id, holder, person } = await invited();
    const referral = newId() as string;
    const terms = { partner: HEALTH_CENTRE, classes: ["name", "contact"] };
    const consent = { ...terms, employer: "nothing", way: "paper", heardOn: "2026-11-20", language: "ja" };
    const { id: agreed } = expectOk(
      await giveConsent(app, COUNSELLOR, { organisation: WORK_HEALTH_CENTRE, case: id }, consent),
    );
    const handed = { ...terms, ground: "consent", mode: "one-way", urgency: "usual", reason: "mental" };
    expectOk(
      await draftReferral(app, COUNSELLOR, { organisation: WORK_HEALTH_CENTRE, case: id, referral }, handed),
    );
    expectOk(await sendReferral(app, COUNSELLOR, { organisation: WORK_HEALTH_CENTRE, referral }));
    expectOk(await acceptReferral(app, NURSE, { organisation: HEALTH_CENTRE, referral }));
    expectOk(await readReferral(app, NURSE, { organisation: HEALTH_CENTRE, referral }));
    const page = expectOk(await readOwnPage(app, holder, { person }));
    expect(page).toMatchObject({
      consents: [{ receiver: "浜田保健所", state: "有効", classes: ["氏名", "連絡先"], withdrawable: true }],
      referrals: [{ receiver: "浜田保健所", state: "引受済み" }],
      looks: [{ office: "浜田保健所", role: "相談担当", what: "紹介の内容" }],
    });
    expect(JSON.stringify(page)).not.toMatch(/u-caseworker|眠れない|見本/);
    expectOk(await withdrawOwnConsent(app, holder, { person, consent: agreed }));
    expect(expectOk(await readReferral(app, NURSE, { organisation: HEALTH_CENTRE, referral })).items).toEqual(
      [],
    );
    const after = expectOk(await readOwnPage(app, holder, { person }));
    expect(after.consents[0]).toMatchObject({ state: "撤回", withdrawable: false });
    expect(after.looks.map(({ office }) => office)).toContain("ご本人");
  });

  it("tells of each way in which a name was opened, a list once a day", async () => {
    const { id, holder, person } = await invited();
    const office = { organisation: WORK_HEALTH_CENTRE };
    const list = readList(CASES, new URLSearchParams());
    for (let round = 0; round < 2; round++) expectOk(await listCases(app, COUNSELLOR, { ...office, list }));
    expectOk(await readCase(app, COUNSELLOR, { ...office, case: id }));
    const { identity } = expectOk(await readCase(app, COUNSELLOR, { ...office, case: id }));
    const typed = { kana: "", birthDate: "", phone: "" };
    expectOk(await searchClients(app, COUNSELLOR, { ...office, ...typed, name: identity!.name }));
    const { looks } = expectOk(await readOwnPage(app, holder, { person }));
    const told = looks.map(({ what, why }) => `${what}（${why}）`);
    expect(told.filter((one) => one.startsWith("相談の一覧"))).toEqual(["相談の一覧（担当のため）"]);
    expect(told).toEqual(
      expect.arrayContaining(["相談の記録（担当のため）", "氏名・連絡先（相談者の検索で）"]),
    );
  });

  it("is locked again by leaving it: who goes back is asked for the word", async () => {
    const { token, person } = await invited();
    const look = async (query: string, cookie: string) => {
      const url = new URL(`http://localhost/own/${token}${query}`);
      const request = new Request(url, { headers: { cookie } });
      const context = new RouterContextProvider();
      context.set(appContext, app);
      context.set(actorContext, VISITOR);
      return page({ context, params: { token }, request, url } as never);
    };
    const opened = openedHeaders(app, person, "/").headers.get("set-cookie")!.split(";")[0]!;
    expect((await look("", opened)).data.view).not.toBeNull();
    const left = await look("?leave", opened).catch((answer: unknown) => answer as Response);
    const { headers } = left as Response;
    expect(headers.get("location")).not.toContain("/own");
    expect(headers.get("set-cookie")).toMatch(/^yui-own=; Path=\/own;.*Max-Age=0/);
    expect((await look("", headers.get("set-cookie")!.split(";")[0]!)).data.view).toBeNull();
  });

  it("is nobody else's", async () => {
    const [one, other] = [await invited(), await invited()];
    for (const actor of [other.holder, COUNSELLOR, { kind: "visitor" } as Actor])
      expect(await readOwnPage(app, actor, { person: one.person })).toMatchObject({
        error: { kind: "not-found" },
      });
    expect(await readCase(app, one.holder, { organisation: WORK_HEALTH_CENTRE, case: one.id })).toMatchObject(
      { error: { kind: "forbidden" } },
    );
  });
});
