import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { addContact } from "../cases/contact.commands.server.ts";
import { leadToService } from "../services/service.commands.server.ts";
import {
  AT_CENTRE,
  aContact,
  COUNSELLOR,
  handingOn,
  NAME,
  NURSE,
  SUPERVISOR,
} from "../two-offices.testing.ts";
import { exportCase } from "./case-export.commands.server.ts";

const app = testApp();
const { opened, agree } = handingOn(app);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

it("hands a case to its person with all that is kept, for a reason, and without the names of staff", async () => {
  const id = await opened();
  const at = { ...AT_CENTRE, case: id };
  await agree(id);
  expectOk(await addContact(app, COUNSELLOR, at, aContact("よく眠れるようになった")));
  expect(await exportCase(app, SUPERVISOR, at, { reason: "", format: "json" })).toMatchObject({
    error: { kind: "invalid", fields: { reason: [expect.any(String)] } },
  });
  const { file } = expectOk(await exportCase(app, SUPERVISOR, at, { reason: "開示請求", format: "json" }));
  const all = JSON.parse(Buffer.from(file.content, "base64").toString("utf8"));
  expect(all).toMatchObject({
    person: { name: NAME },
    case: { told: "眠れない" },
    contacts: [{ content: "よく眠れるようになった" }, { content: "眠れない" }],
    consents: [{ receiver: "浜田保健所", state: "effective" }],
  });
  expect(JSON.stringify(all)).not.toContain("u-caseworker");
  const paper = expectOk(await exportCase(app, SUPERVISOR, at, { reason: "開示請求", format: "pdf" }));
  expect(Buffer.from(paper.file.content, "base64").subarray(0, 5).toString()).toBe("%PDF-");
  for (const actor of [COUNSELLOR, NURSE])
    expect(await exportCase(app, actor, at, { reason: "見たい", format: "json" })).toMatchObject({
      error: { kind: "forbidden" },
    });
});

it("leads on to a service where the person agrees, with nothing of them in the address", async () => {
  const at = { ...AT_CENTRE, case: await opened() };
  const service = "consult_mh";
  expect(await leadToService(app, COUNSELLOR, at, { service })).toMatchObject({
    error: { kind: "invalid", fields: { agreed: [expect.any(String)] } },
  });
  const { to } = expectOk(await leadToService(app, COUNSELLOR, at, { service, agreed: "true" }));
  expect(to).toMatch(/^\/areas\/[a-z0-9-]+\/ask\?need=mental&wanted=service%3Aconsult_mh$/);
});
