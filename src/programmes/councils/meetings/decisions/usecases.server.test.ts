import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { service } from "#foundation/identity/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readPlan } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { saveBody } from "../../bodies/usecases.server.ts";
import { readMeeting } from "../reading/usecases.server.ts";
import { planMeeting } from "../usecases.server.ts";
import { decide } from "./usecases.server.ts";

const HERE = "sma-32-03" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

it("keeps a decision that was sent twice at once as one, with one issue", async () => {
  const { id: bodyId } = expectOk(await saveBody(app, STAFF, HERE, { kind: "area_council", name: "協議会" }));
  const day = addDays(app.clock.today(), -3);
  const slots = [{ day, startsAt: "10:00", endsAt: "11:00" }];
  const { id } = expectOk(await planMeeting(app, STAFF, HERE, { bodyId, title: "第1回", slots }));
  const onceKey = "0198f2a0-0000-7000-8000-00000000000d";
  const send = () => decide(app, STAFF, HERE, id, { text: "若い人の血圧", makes: "issue" }, onceKey);
  for (const sent of await Promise.all([send(), send()])) expect(expectOk(sent).id).toBe(onceKey);
  const { decisions } = expectOk(await readMeeting(app, STAFF, HERE, id));
  const { issues } = expectOk(await readPlan(app, STAFF, HERE)).skeleton;
  expect(issues).toMatchObject([{ title: "若い人の血圧" }]);
  expect(decisions).toMatchObject([{ id: onceKey, madeKind: "issue", madeId: issues[0]!.id }]);
});
