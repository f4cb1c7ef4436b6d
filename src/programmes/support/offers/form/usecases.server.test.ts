import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorOf, type Role, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import type { OfferId } from "../schema.ts";
import { readOffer, saveOffer } from "../usecases.server.ts";
import { fieldsOf, valuesOf } from "./rules.ts";

const HAMADA = "sma-32-02" as AreaId;
const STAFF = service("test");
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const ORGANISATIONS = ["浜田保健所", "地産保", "浜田市"].map((name) => ({
  id: newId<OrganisationId>(),
  name,
}));
const INITIATIVE = newId();

/** Everything that a clerk can say of an offer, as the form sends it. */
const FILLED: Readonly<Record<string, string | readonly string[]>> = {
  title: "訪問による職場の点検",
  titleEn: "Visit",
  kind: "chisanpo",
  service: "visit",
  topics: ["work_environment", "heat"],
  places: ["on_site", "online"],
  fee: "paid",
  feeNote: "材料費",
  equipment: "机",
  note: "メモ",
  organisation0: ORGANISATIONS[0]!.id,
  professions0: ["public_health_nurse"],
  municipality0: "32202",
  email0: "a@example.jp",
  organisation1: ORGANISATIONS[1]!.id,
  professions1: ["doctor", "nurse"],
  municipality1: "",
  email1: "",
  organisation2: ORGANISATIONS[2]!.id,
  professions2: [],
  municipality2: "32202",
  email2: "c@example.jp",
  sizeFrom: "5",
  sizeTo: "４９",
  peopleFrom: "5",
  peopleTo: "40",
  industries: ["ceramics", "seafood"],
  municipalities: ["32202"],
  weekdays: ["MO", "TH"],
  weeks: ["2", "-1"],
  opensAt: "10:00",
  closesAt: "16:30",
  onHolidays: "yes",
  leadDays: "21",
  perDay: "1",
  perMonth: "4",
  perYear: "30",
  perWorkplace: "2",
  newFirst: "yes",
  intake: "suspended",
  intakeReason: "予算がなくなりました",
  intakeSince: "2026-12-01",
  intakeUntil: "2027-03-31",
  published: "yes",
  endedOn: "2027-03-31",
  initiativeId: INITIATIVE,
};

const actorWith = (role: Role, organisationId = newId<OrganisationId>()): Actor =>
  actorOf({
    userId: newId<UserId>(),
    name: "",
    memberships: [{ role, organisationId, areaId: HAMADA }],
    reach: [HAMADA],
  });

function formOf(values: typeof FILLED): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}
const save = (actor: Actor, values: typeof FILLED, id = newId<OfferId>(), seenVersion?: number) =>
  saveOffer(app, actor, HAMADA, { id, seenVersion, fields: fieldsOf(formOf(values), ORGANISATIONS) });
const read = async (id: OfferId) => expectOk(await readOffer(app, STAFF, HAMADA, id));

describe("the form of an offer", () => {
  it("gives back everything that was written into it", async () => {
    const id = expectOk(await save(STAFF, FILLED));
    expect(valuesOf(await read(id))).toMatchObject({ ...FILLED, sizeTo: "49" });
  });

  it.each([
    [{ kind: "chisanpo", service: "" }, "service"],
    [{ intake: "waiting_list", intakeReason: "" }, "intakeReason"],
    [{ intakeSince: "2027-04-01" }, "intakeUntil"],
    [{ organisation1: ORGANISATIONS[0]!.id }, "parts"],
    [{ closesAt: "09:00" }, "closesAt"],
    [{ keptRule: "FREQ=YEARLY" }, "rrule"],
    [{ weekdays: [] }, "rrule"],
    [{ perDay: "many" }, "perDay"],
    [{ email2: "c" }, "parts.2.email"],
  ])("says beside the field what is wrong: %o", async (wrong, field) => {
    const saved = await save(STAFF, { ...FILLED, ...wrong });
    expect(saved).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  it("lets a suspension begin today unless said otherwise, and forgets its reason when it is over", async () => {
    const id = expectOk(await save(STAFF, { ...FILLED, intakeSince: "" }));
    expect((await read(id)).intakeSince).toBe(plainDate("2026-11-22"));
    expectOk(await save(STAFF, { ...FILLED, intake: "open" }, id, 1));
    expect(await read(id)).toMatchObject({ intakeReason: "", intakeSince: null, intakeUntil: null });
  });

  it("keeps what the offer counts for when a supporter writes, who does not see the plan", async () => {
    const id = expectOk(await save(STAFF, FILLED));
    const supporter = actorWith("provider", ORGANISATIONS[0]!.id);
    const { initiativeId: _, ...without } = FILLED;
    expectOk(await save(supporter, { ...without, title: "新しい名前" }, id, 1));
    expect(await read(id)).toMatchObject({ title: "新しい名前", initiativeId: INITIATIVE });
    expectOk(await save(supporter, { ...FILLED, initiativeId: newId() }, id, 2));
    expect((await read(id)).initiativeId).toBe(INITIATIVE);
  });

  it("is not a stranger's to write", async () => {
    const id = expectOk(await save(STAFF, FILLED));
    for (const actor of [actorWith("provider"), actorWith("workplace", ORGANISATIONS[0]!.id)])
      expect(await save(actor, FILLED, id, 1)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });
});
