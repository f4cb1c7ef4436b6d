import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorOf, type Role } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { type AreaId, newId, type OrganisationId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import type { OfferId } from "../model/offer.schema.ts";
import { addOffer, changeOffer, readOffer } from "./offer.usecases.server.ts";
import { errorsIn, fieldsOf } from "./offer-form.rules.ts";

const HAMADA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", HAMADA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const ORGANISATIONS = ["浜田保健所", "地産保", "浜田市"].map((label) => ({
  value: newId<OrganisationId>(),
  label,
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
  organisation0: ORGANISATIONS[0]!.value,
  professions0: ["public_health_nurse"],
  municipality0: "32202",
  email0: "a@example.jp",
  organisation1: ORGANISATIONS[1]!.value,
  professions1: ["doctor", "nurse"],
  municipality1: "",
  email1: "",
  organisation2: ORGANISATIONS[2]!.value,
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

const add = (actor: Actor, values: typeof FILLED, id = newId<OfferId>()) =>
  addOffer(app, actor, { area: HAMADA, id }, fieldsOf(values, ORGANISATIONS));
const change = (actor: Actor, id: OfferId, values: typeof FILLED) =>
  changeOffer(app, actor, { area: HAMADA, id }, fieldsOf(values, ORGANISATIONS));
const read = async (id: OfferId) => expectOk(await readOffer(app, STAFF, { area: HAMADA, id }));

describe("the form of an offer", () => {
  it("gives back everything that was written into it", async () => {
    const id = expectOk(await add(STAFF, FILLED));
    const flat = Object.entries(FILLED).map(([name, value]) => [name, [value].flat().join(" ")]);
    expect(await read(id)).toMatchObject({ ...Object.fromEntries(flat), sizeTo: "49" });
  });

  it.each([
    [{ kind: "chisanpo", service: "" }, "service"],
    [{ intake: "waiting_list", intakeReason: "" }, "intakeReason"],
    [{ intakeSince: "2027-04-01" }, "intakeUntil"],
    [{ organisation1: ORGANISATIONS[0]!.value }, "parts"],
    [{ closesAt: "09:00" }, "closesAt"],
    [{ keptRule: "FREQ=YEARLY" }, "rrule"],
    [{ weekdays: [] }, "rrule"],
    [{ perDay: "many" }, "perDay"],
    [{ email2: "c" }, "parts.2.email"],
  ])("says beside the field what is wrong: %o", async (wrong, field) => {
    const saved = await add(STAFF, { ...FILLED, ...wrong });
    expect(saved).toMatchObject({
      ok: false,
      error: { kind: "invalid", fields: { [field]: [expect.any(String)] } },
    });
  });

  it("lets a suspension begin today unless said otherwise, and forgets its reason when it is over", async () => {
    const id = expectOk(await add(STAFF, { ...FILLED, intakeSince: "" }));
    expect((await read(id)).intakeSince).toBe("2026-11-22");
    expectOk(await change(STAFF, id, { ...FILLED, intake: "open" }));
    expect(await read(id)).toMatchObject({ intakeReason: "", intakeSince: "", intakeUntil: "" });
  });

  it("keeps what the offer counts for when a supporter writes, who does not see the plan", async () => {
    const id = expectOk(await add(STAFF, FILLED));
    const supporter = actorWith("provider", ORGANISATIONS[0]!.value);
    const { initiativeId: _, ...without } = FILLED;
    expectOk(await change(supporter, id, { ...without, title: "新しい名前" }));
    expect(await read(id)).toMatchObject({ title: "新しい名前", initiativeId: INITIATIVE });
    expectOk(await change(supporter, id, { ...FILLED, initiativeId: newId() }));
    expect((await read(id)).initiativeId).toBe(INITIATIVE);
  });

  it("is not a stranger's to write, nor to be given to others", async () => {
    const id = expectOk(await add(STAFF, FILLED));
    const refused = { ok: false, error: { kind: "forbidden" } };
    for (const actor of [actorWith("provider"), actorWith("workplace", ORGANISATIONS[0]!.value)]) {
      expect(await change(actor, id, FILLED)).toMatchObject(refused);
      expect(await add(actor, FILLED)).toMatchObject(refused);
    }
    const own = actorWith("provider", ORGANISATIONS[0]!.value);
    const others = { ...FILLED, organisation0: "" };
    expect(await change(own, id, others)).toMatchObject(refused);
    expect(await add(own, others)).toMatchObject(refused);
    expectOk(await add(own, FILLED));
  });

  it("tells the second of two who change it what stands now, and takes the same form once", async () => {
    const id = expectOk(await add(STAFF, FILLED));
    const seen = fingerprintOf(await read(id));
    const first = { ...FILLED, title: "先の名前", seen, once: newId() as string };
    expectOk(await change(STAFF, id, first));
    expectOk(await change(STAFF, id, first));
    const second = { ...FILLED, title: "後の名前", seen };
    const told = await change(STAFF, id, second);
    expect(told).toMatchObject({ error: { kind: "overtaken", now: { title: "先の名前" } } });
    expectOk(await change(STAFF, id, { ...second, seen: fingerprintOf(await read(id)) }));
    expect((await read(id)).title).toBe("後の名前");
  });

  it("names what is wrong by its own fields", () => {
    const form = { ...FILLED, organisation1: "" };
    const sentences = ["mend"];
    const errors = { "parts.1.email": sentences, rrule: sentences, parts: sentences, title: sentences };
    expect(Object.keys(errorsIn(form, errors))).toEqual(["email2", "weekdays", "organisation0", "title"]);
  });
});
