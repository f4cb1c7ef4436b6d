import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { closeCase } from "../cases/case.commands.server.ts";
import { readCase } from "../cases/case.queries.server.ts";
import { withdrawConsent } from "../consents/consent.commands.server.ts";
import { AT_CENTRE, AT_NURSE, COUNSELLOR, handingOn, NURSE } from "../two-offices.testing.ts";
import {
  beginSupportPlan,
  joinSupportPlan,
  leaveSupportPlan,
  readSupportPlan,
  saveSupportPlan,
} from "./support-plan.commands.server.ts";

const app = testApp();
const { opened, accepted } = handingOn(app);
const AGREED = { relation: "本人", agreedOn: "2026-11-22", way: "spoken" };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const member = async (name: string, told = "眠れない") => {
  const id = await opened({ name, told, phone: "" });
  const { case: one } = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }));
  return { id, number: one.number };
};
/** A plan that one of a family began. */
async function begun(name: string) {
  const first = await member(name);
  const plan = newId() as string;
  const at = { ...AT_CENTRE, plan };
  const goals = { ...AGREED, goals: "夕食を一緒にとる" };
  expectOk(await beginSupportPlan(app, COUNSELLOR, { ...at, case: first.id }, goals));
  return { first, at };
}
const read = async (at: Awaited<ReturnType<typeof begun>>["at"]) =>
  expectOk(await readSupportPlan(app, COUNSELLOR, at));
const join = (at: Awaited<ReturnType<typeof begun>>["at"], number: string, more: object = {}) =>
  joinSupportPlan(app, COUNSELLOR, at, { ...AGREED, relation: "妻", number, ...more });

describe("a family in one plan", () => {
  it("is joined by each member with their own consent, and shows nothing that one of them told", async () => {
    const { first, at } = await begun("見本　一郎");
    const wife = await member("見本　花子", "夫が心配");
    for (const missing of ["agreedOn", "way", "relation"])
      expect(await join(at, wife.number, { [missing]: "" }), missing).toMatchObject({
        error: { kind: "invalid", fields: { [missing]: [expect.any(String)] } },
      });
    expect(await join(at, wife.number, { agreedOn: "2026-11-23" })).toMatchObject({
      error: { kind: "invalid", fields: { agreedOn: [expect.any(String)] } },
    });
    expect((await read(at)).members).toHaveLength(1);
    expectOk(await join(at, wife.number));
    const view = await read(at);
    expect(view.members.map(({ name, relation }) => [name, relation]).sort()).toEqual([
      ["見本　一郎", "本人"],
      ["見本　花子", "妻"],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/夫が心配|眠れない/);
    const hers = expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: wife.id }));
    expect(hers.plans).toMatchObject([{ id: at.plan }]);
    expect(JSON.stringify(hers)).not.toMatch(/一郎|夕食/);
    expect(first.number).not.toBe(wife.number);
  });

  it("goes on while one leaves as the other's goal is written, and neither is lost", async () => {
    const { first, at } = await begun("見本　二郎");
    const son = await member("見本　三郎");
    expectOk(await join(at, son.number, { relation: "長男" }));
    const [saved, left] = await Promise.all([
      saveSupportPlan(app, COUNSELLOR, at, { goals: "週に1度は電話する" }),
      leaveSupportPlan(app, COUNSELLOR, { ...at, case: son.id }),
    ]);
    expectOk(saved);
    expectOk(left);
    expect(await read(at)).toMatchObject({ goals: "週に1度は電話する", members: [{ case: first.id }] });
    expect(expectOk(await readCase(app, COUNSELLOR, { ...AT_CENTRE, case: son.id })).plans).toEqual([]);
    expect(await leaveSupportPlan(app, COUNSELLOR, { ...at, case: son.id })).toMatchObject({
      error: { kind: "conflict" },
    });
    // Whoever comes back agrees anew.
    expectOk(await join(at, son.number, { relation: "長男" }));
    expect((await read(at)).members).toHaveLength(2);
  });

  it("has no goals written once nobody takes part any more", async () => {
    const { first, at } = await begun("見本　四郎");
    expectOk(await leaveSupportPlan(app, COUNSELLOR, { ...at, case: first.id }));
    expect(await saveSupportPlan(app, COUNSELLOR, at, { goals: "新しい目標" })).toMatchObject({
      error: { kind: "conflict" },
    });
    expect(await read(at)).toMatchObject({ goals: "夕食を一緒にとる", members: [] });
  });

  it("takes in nobody of another office, of a closed case, or who has taken back the consent to be received", async () => {
    const { at } = await begun("見本　五郎");
    const over = await member("見本　六郎");
    const end = { outcome: "solved", note: "終わり", closedOn: "2026-11-22" };
    expectOk(await closeCase(app, COUNSELLOR, { ...AT_CENTRE, case: over.id }, end));
    expect(await join(at, over.number)).toMatchObject({ error: { kind: "conflict" } });
    expect(await join(at, "2026-9999")).toMatchObject({ error: { kind: "invalid" } });
    const theirs = await accepted();
    const place = { ...AT_NURSE, case: theirs.theirs, plan: newId() };
    for (const crossed of [
      { ...at, ...AT_NURSE },
      { ...AT_NURSE, plan: newId() },
    ])
      expect(await readSupportPlan(app, NURSE, crossed)).toMatchObject({ error: { kind: "not-found" } });
    expectOk(
      await withdrawConsent(app, COUNSELLOR, {
        ...AT_CENTRE,
        ...{ case: theirs.id, consent: theirs.consent },
      }),
    );
    const goals = { ...AGREED, goals: "見本の目標" };
    expect(await beginSupportPlan(app, NURSE, place, goals)).toMatchObject({
      error: { kind: "conflict", message: expect.stringContaining("撤回されました") },
    });
    expect((await read(at)).members).toHaveLength(1);
  });
});
