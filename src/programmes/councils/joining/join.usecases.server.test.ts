import { beforeAll, expect, it } from "vitest";
import { type Actor, VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations, sampleOrganisationId } from "#foundation/organisations/public.ts";
import { withRows } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { listBodies } from "../bodies/member.usecases.server.ts";
import { listMemberAccounts, takeMemberMail } from "../bodies/member-mail.usecases.server.ts";
import { addPast, listPast } from "../past/past.usecases.server.ts";
import { makeBody, makeMember } from "../testing.ts";
import { answerJoin, askToJoin, listJoins, readJoining } from "./join.usecases.server.ts";

const HERE = "sma-32-02" as AreaId;
const clerk = person("coordinator", HERE);
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

it("takes the wish of an organisation to sit in the council, once, and makes it a member when it is accepted", async () => {
  const body = await makeBody(app, clerk, HERE);
  const organisationId = sampleOrganisationId(HERE, "浜田商工会議所");
  const of = (id: string): Actor => {
    const one = person("workplace", HERE);
    if (one.kind !== "person") return one;
    return { ...one, memberships: one.memberships.map((held) => ({ ...held, organisationId: id as never })) };
  };
  const target = { area: HERE, body };
  const wish = { organisationId, email: "wish@example.jp", message: "健診の日程を共有したい" };
  expect(await askToJoin(app, person("workplace", HERE), target, wish)).toMatchObject({
    error: { kind: "not-found" },
  });
  const asking = of(organisationId);
  for (const _ of [1, 2]) expectOk(await askToJoin(app, asking, target, wish));
  expect(expectOk(await readJoining(app, asking, { area: HERE })).asked).toMatchObject([{ accepted: null }]);
  const [join, again] = expectOk(await listJoins(app, clerk, { area: HERE }));
  expect(again).toBeUndefined();
  expect(join).toMatchObject({ organisation: "浜田商工会議所", message: "健診の日程を共有したい" });
  expect(expectOk(await answerJoin(app, clerk, { area: HERE, id: join!.id }, { answer: "accept" }))).toEqual({
    accepted: true,
  });
  const sits = expectOk(await listBodies(app, clerk, { area: HERE }))
    .flatMap((one) => one.members)
    .find((one) => one.organisationId === organisationId);
  expect(sits).toMatchObject({ organisation: "浜田商工会議所", email: "wish@example.jp" });
  expect(await askToJoin(app, asking, target, wish)).toMatchObject({ error: { kind: "conflict" } });
  const mails = await withRows(app.db, { actor: "<test>", areas: "all" }, (tx) => listMails(tx, 50));
  expect(mails.find((one) => one.to === "wish@example.jp")!.body).toContain("浜田商工会議所 御中");
});

it("offers addresses that the organisation's entry holds, and takes the chosen ones", async () => {
  const body = await makeBody(app, clerk, HERE, { kind: "working_group", name: "部会" });
  const member = await makeMember(app, clerk, HERE, body, { organisation: "浜田保健所" });
  const none = await makeMember(app, clerk, HERE, body, { organisation: "登録のない機関" });
  const target = { area: HERE, body };
  const { proposals } = expectOk(await listMemberAccounts(app, clerk, target));
  expect(proposals.map(({ id }) => id)).not.toContain(none);
  expect(expectOk(await takeMemberMail(app, clerk, target, { member: [member, none] }))).toEqual({
    taken: proposals.length,
  });
});

it("tells anybody the area's past and the plans above, spans of years too", async () => {
  const add = (past: object) => addPast(app, clerk, { area: HERE }, past);
  expectOk(
    await add({
      kind: "event",
      fiscalYear: "H9",
      untilYear: "H10",
      text: "事業を行った",
      document: "報告書",
    }),
  );
  expectOk(await add({ kind: "plan", fiscalYear: "1999", text: "県の計画", document: "推進計画" }));
  expect(await add({ kind: "event", fiscalYear: "2003", untilYear: "2001", text: "逆" })).toMatchObject({
    error: { kind: "invalid", fields: { untilYear: [expect.any(String)] } },
  });
  const told = expectOk(await listPast(app, VISITOR, { area: "hamada" }));
  expect(told).toMatchObject({
    mayEdit: false,
    events: [{ when: "1997年度（平成9年度）〜1998年度（平成10年度）", document: "報告書" }],
    plans: [{ document: "推進計画" }],
  });
});
