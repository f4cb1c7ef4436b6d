import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { makeOffer } from "../examples/offer.testing.ts";
import { enter } from "../examples/request.testing.ts";
import { answerEnquiry } from "../requests/answer.commands.server.ts";
import { askAround } from "../requests/enquiry.commands.server.ts";
import { selectEnquiries } from "../requests/enquiry.store.server.ts";
import { findRequest } from "../requests/request.store.server.ts";
import { decideVisit, moveVisit, reopenVisit } from "../requests/visit.commands.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

const MANY = 50;
const DAY = { day: "2026-12-02", from: "10:00", to: "11:00" };

/** One hour of one of the working days of December: who is bound at that hour elsewhere is not fixed by itself. */
const onAnotherDay = (index: number) => {
  const hour = 9 + (index % 7);
  const day = DAYS[Math.floor(index / 7)]!;
  return { day, from: `${String(hour).padStart(2, "0")}:00`, to: `${String(hour + 1).padStart(2, "0")}:00` };
};
const DAYS = [
  "2026-12-01",
  "2026-12-02",
  "2026-12-03",
  "2026-12-04",
  "2026-12-08",
  "2026-12-09",
  "2026-12-10",
  "2026-12-11",
];

const offer = (limits: object) => makeOffer(app, STAFF, AREA, { topics: ["blood_pressure"], ...limits });

const request = async (workplace: string, wishes = [DAY]) =>
  (await enter(app, STAFF, AREA, { topics: ["blood_pressure"], workplace, wishes })).id;

const read = (id: string) => withPermit(app, STAFF, (permit) => findRequest(permit, AREA, id));
const asked = (id: string) => withPermit(app, STAFF, (permit) => selectEnquiries(permit, AREA, id));
const held = async (offerId: string): Promise<number> =>
  withRows(app.db, { actor: "<test>", areas: "all" }, async (tx) => {
    const found = await sql<{
      held: number;
    }>`select count(*) as held from booking where subject_id = ${offerId} and state in ('offered', 'booked')`.execute(
      db(tx),
    );
    return found.rows[0]!.held;
  });

describe("the last place", () => {
  it.each([
    ["of the day", { perDay: 1 }, 1, () => DAY],
    ["of the month", { perMonth: 3 }, 3, onAnotherDay],
    ["of the fiscal year", { perYear: 7 }, 7, onAnotherDay],
  ])(
    `%s goes to as many as there are, when ${MANY} answers come at the same second`,
    async (_, limits, places, wish) => {
      const id = await offer(limits);
      const requests = await Promise.all(
        Array.from({ length: MANY }, (_unused, index) => request(`事業所${index}`, [wish(index)])),
      );
      for (const one of requests)
        expectOk(
          await askAround(
            app,
            STAFF,
            { area: AREA, id: one },
            { offer: [id], mode: "together", decidedBy: "first_come" },
          ),
        );
      const enquiries = await Promise.all(requests.map(async (one) => (await asked(one))[0]!));
      const answers = await Promise.all(
        enquiries.map((one) =>
          answerEnquiry(app, STAFF, { area: AREA, id: one.requestId, enquiry: one.id }, { answers: ["yes"] }),
        ),
      );
      expect(answers.every((one) => one.ok)).toBe(true);
      const states = (await Promise.all(requests.map(read))).map((one) => one!.status);
      expect(states.filter((status) => status === "fixed")).toHaveLength(places);
      expect(states.filter((status) => status === "deciding")).toHaveLength(MANY - places);
      expect(await held(id)).toBe(places);
    },
    60_000,
  );

  it("of one visit goes to the first of many offices that answer at once", async () => {
    const offers = await Promise.all(Array.from({ length: MANY }, () => offer({})));
    const id = await request("石見窯業所");
    expectOk(
      await askAround(
        app,
        STAFF,
        { area: AREA, id: id },
        { offer: offers, mode: "together", decidedBy: "first_come" },
      ),
    );
    const enquiries = await asked(id);
    const answers = await Promise.all(
      enquiries.map((one) =>
        answerEnquiry(app, STAFF, { area: AREA, id: id, enquiry: one.id }, { answers: ["yes"] }),
      ),
    );
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok && one.error.kind === "conflict")).toHaveLength(MANY - 1);
    expect((await asked(id)).filter((one) => one.state === "chosen")).toHaveLength(1);
  }, 60_000);

  it("is not taken twice by two who want the same pair of offers in other order", async () => {
    const pair = [await offer({ perDay: 5 }), await offer({ perDay: 5 })];
    const requests = await Promise.all(Array.from({ length: 12 }, (_unused, index) => request(`組${index}`)));
    for (const [index, id] of requests.entries()) {
      const offers = index % 2 ? pair : [...pair].reverse();
      expectOk(
        await askAround(
          app,
          STAFF,
          { area: AREA, id: id },
          { offer: offers, mode: "together", needs: [{ count: 2 }] },
        ),
      );
      for (const one of await asked(id))
        expectOk(
          await answerEnquiry(app, STAFF, { area: AREA, id: id, enquiry: one.id }, { answers: ["yes"] }),
        );
    }
    const outcomes = await Promise.all(
      requests.map(async (id) =>
        decideVisit(
          app,
          STAFF,
          { area: AREA, id: id },
          { slot: 0, member: (await asked(id)).map((one) => one.id) },
        ),
      ),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(5);
    expect(await Promise.all(pair.map(held))).toEqual([5, 5]);
  }, 60_000);
});

describe("uses of a workplace", () => {
  it("end at the limit of the offer, also when both are decided at once, and are counted under any spelling", async () => {
    const id = await offer({ perWorkplace: 1 });
    const two = await Promise.all(["有限会社 山海", "山海（有）"].map((name) => request(name)));
    for (const one of two) {
      expectOk(await askAround(app, STAFF, { area: AREA, id: one }, { offer: [id], mode: "together" }));
      expectOk(
        await answerEnquiry(
          app,
          STAFF,
          { area: AREA, id: one, enquiry: (await asked(one))[0]!.id },
          { answers: ["yes"] },
        ),
      );
    }
    const outcomes = await Promise.all(
      two.map(async (one) =>
        decideVisit(app, STAFF, { area: AREA, id: one }, { slot: 0, member: [(await asked(one))[0]!.id] }),
      ),
    );
    expect(outcomes.map((one) => one.ok).sort()).toEqual([false, true]);
  });
});

describe("moving and losing a supporter", () => {
  it("takes the place along, gives the old one back, and refuses a full day", async () => {
    const id = await offer({ perDay: 1 });
    const [first, second] = [await request("甲"), await request("乙", [{ ...DAY, day: "2026-12-03" }])];
    for (const one of [first, second]) {
      expectOk(
        await askAround(
          app,
          STAFF,
          { area: AREA, id: one },
          { offer: [id], mode: "together", decidedBy: "first_come" },
        ),
      );
      expectOk(
        await answerEnquiry(
          app,
          STAFF,
          { area: AREA, id: one, enquiry: (await asked(one))[0]!.id },
          { answers: ["yes"] },
        ),
      );
    }
    const full = await moveVisit(app, STAFF, { area: AREA, id: first }, { ...DAY, day: "2026-12-03" });
    expect(full).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect((await read(first))!.fixed?.day).toBe("2026-12-02");
    const seen = fingerprintOf({ day: DAY.day, from: DAY.from, to: DAY.to });
    expectOk(await moveVisit(app, STAFF, { area: AREA, id: first }, { ...DAY, day: "2026-12-04", seen }));
    const late = { ...DAY, day: "2026-12-07", seen };
    expect(await moveVisit(app, STAFF, { area: AREA, id: first }, late)).toMatchObject({
      error: { kind: "overtaken", now: { day: "2026-12-04" } },
    });
    expect(await held(id)).toBe(2);
    expectOk(await moveVisit(app, STAFF, { area: AREA, id: second }, DAY));
  });

  it("goes back to asking with its history when the lecturer is ill", async () => {
    const [a, b] = [await offer({ perDay: 1 }), await offer({})];
    const id = await request("丙");
    expectOk(await askAround(app, STAFF, { area: AREA, id: id }, { offer: [a, b], mode: "together" }));
    for (const one of await asked(id))
      expectOk(
        await answerEnquiry(app, STAFF, { area: AREA, id: id, enquiry: one.id }, { answers: ["yes"] }),
      );
    const chosen = (await asked(id)).find((one) => one.offerId === a)!;
    expectOk(await decideVisit(app, STAFF, { area: AREA, id: id }, { slot: 0, member: [chosen.id] }));
    const back = expectOk(await reopenVisit(app, STAFF, { area: AREA, id: id, enquiry: chosen.id }));
    expect([back.status, back.fixed, await held(a)]).toEqual(["deciding", null, 0]);
    const rest = (await asked(id)).find((one) => one.offerId === b)!;
    expect(rest.state).toBe("answered");
    expectOk(await decideVisit(app, STAFF, { area: AREA, id: id }, { slot: 0, member: [rest.id] }));
  });
});
