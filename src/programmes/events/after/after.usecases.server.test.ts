import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { purgeOutdated } from "#foundation/retention/public.ts";
import type { App } from "#platform/app.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listActivities } from "#programmes/plan/public.ts";
import { testApp } from "#test/app.ts";
import { readEvent, removeEvent, restoreEvent, settleSession } from "../catalogue/event.usecases.server.ts";
import { addWalkIn, pressTally } from "../day/door.commands.server.ts";
import { AREA as area, clerk, makeEvent, prepare } from "../events.testing.ts";
import {
  checkNumber,
  correctCertificate,
  issueCertificates,
  listCertificates,
  printCertificates,
} from "./certificate.usecases.server.ts";
import { readReportForm, saveReport } from "./report.usecases.server.ts";

const app = testApp();
let day: App;
beforeAll(async () => {
  await prepare(app);
  day = { ...app, clock: fixedClock("2026-12-10T16:00:00+09:00") };
});

const come = async (id: string, name: string, workplace = "", session?: string, now: App = day) =>
  expectOk(
    await addWalkIn(
      now,
      clerk,
      { area, id, ...(session ? { session } : {}) },
      { name, workplace, once: newId() },
    ),
  );
const sessionsOf = async (id: string) => expectOk(await readEvent(day, clerk, { area, id })).event.sessions;
const hold = async (id: string) => {
  const [first] = await sessionsOf(id);
  expectOk(await settleSession(day, clerk, { area, id, session: first!.id }, { state: "held" }));
};
/** As the module declares of its names. */
const KEPT = {
  event_certificate: {
    holds: "persons",
    purge: { after: "issued_on", period: "contact", clear: { name: "" } },
  },
  event_person: {
    holds: "persons",
    purge: { after: "added_at", period: "contact", clear: { name: "", printed_name: "", workplace: "" } },
  },
} as const;
/** What a form sends whose boxes are not ticked. */
const unticked = { toldCentre: "false", toldResources: "false" };
const activities = async (title: string) =>
  expectOk(await listActivities(day, clerk, { area })).page.rows.filter((row) => row.title === title);

describe("a report", () => {
  it("brings its counts into the plan once, in its own units, and follows a correction", async () => {
    const title = "研修会 集計";
    const id = await makeEvent(app, { title });
    for (const name of ["一郎", "二郎", "三郎"])
      await come(id, name, name === "三郎" ? "江津製作所" : "石見窯業所");
    expect(await saveReport(day, clerk, { area, id }, { persons: "3" })).toMatchObject({
      error: { kind: "conflict" },
    });
    await hold(id);
    const { values, units } = expectOk(await readReportForm(day, clerk, { area, id }));
    expect(values).toMatchObject({ persons: "3", attendances: "3", workplaces: "2" });
    expect(units.map(({ unit }) => unit)).not.toContain("visits");
    expectOk(await saveReport(day, clerk, { area, id }, { ...values, ...unticked, visits: "99" }));
    expectOk(
      await saveReport(
        day,
        clerk,
        { area, id },
        { ...values, ...unticked, persons: "4", toldCentre: "true" },
      ),
    );
    const found = await activities(title);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      ...{ kind: "training", participants: 4, sessions: 1, workplaces: 2 },
      ...{ host: "浜田労働基準監督署", partners: "浜田保健所" },
    });
    expect(found[0]!.result).toContain("参加者・実人数 4人");
    expect(found[0]!.result).toContain("地域産業保健センターを紹介した");
    expect(found[0]!.result).not.toContain("99");
  });

  it("is withdrawn with its event, and comes back with it", async () => {
    const title = "パネル展 集計";
    const id = await makeEvent(app, { title, kind: "panel", signUp: "none", capacity: "" });
    for (const button of ["visits", "visits", "mental"])
      expectOk(await pressTally(day, clerk, { area, id }, { button, press: newId() }));
    await hold(id);
    const { values } = expectOk(await readReportForm(day, clerk, { area, id }));
    expectOk(await saveReport(day, clerk, { area, id }, { ...values, ...unticked }));
    const shown = { kind: "event", participants: 2 };
    expect(await activities(title)).toMatchObject([shown]);
    expectOk(await removeEvent(day, clerk, { area, id }));
    expect(await activities(title)).toEqual([]);
    expectOk(await restoreEvent(day, clerk, { area, kind: "event", id }));
    expect(await activities(title)).toMatchObject([shown]);
  });

  it("never tells more consultations about mental health than consultations", async () => {
    const id = await makeEvent(app, { kind: "corner", signUp: "none", capacity: "" });
    await hold(id);
    const refused = await saveReport(day, clerk, { area, id }, { consultations: "1", mental: "2" });
    expect(refused).toMatchObject({ error: { kind: "invalid", fields: { mental: [expect.any(String)] } } });
  });
});

describe("certificates", () => {
  const course = (sessions: readonly string[]) => ({
    ...Object.fromEntries(
      sessions.flatMap((on, row) => [
        [`sessions.${row}.day`, on],
        [`sessions.${row}.starts`, "13:30"],
        [`sessions.${row}.ends`, "15:30"],
      ]),
    ),
    ...{ certificate: "sessions", certificateLeast: "2", issuer: "浜田保健所" },
  });

  it("go to whoever was at enough of all planned sessions, and to nobody twice", async () => {
    const id = await makeEvent(app, course(["2026-12-09", "2026-12-10", "2026-12-17"]));
    const [first, second] = await sessionsOf(id);
    for (const session of [first!.id, second!.id]) await come(id, "浜田 一郎", "", session);
    await come(id, "江津 花子", "", second!.id);
    expect(expectOk(await issueCertificates(day, clerk, { area, id })).issued).toBe(1);
    expect(expectOk(await issueCertificates(day, clerk, { area, id })).issued).toBe(0);
    const list = expectOk(await listCertificates(day, clerk, { area, id }));
    expect([list.reached, list.canReach, list.missed]).toEqual([1, 1, 0]);
    expect(list.rows).toMatchObject([{ name: "浜田 一郎", attended: "2回（240分）", stands: true }]);
    expect(list.rows[0]!.number).toMatch(/^2026-\d{4}-[2-9A-Z]{3}$/);
    const { pdf } = expectOk(await printCertificates(day, clerk, { area, id }));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("are corrected by a new number, and the old one says so to anybody, without a name", async () => {
    const id = await makeEvent(app, { ...course(["2026-12-10"]), certificateLeast: "1" });
    await come(id, "浜田 一朗");
    expectOk(await issueCertificates(day, clerk, { area, id }));
    const { rows } = expectOk(await listCertificates(day, clerk, { area, id }));
    const corrected = { certificate: rows[0]!.id, name: "浜田 一郎" };
    expectOk(await correctCertificate(day, clerk, { area, id }, corrected));
    expect(await correctCertificate(day, clerk, { area, id }, corrected)).toMatchObject({
      error: { kind: "conflict" },
    });
    const now = expectOk(await listCertificates(day, clerk, { area, id })).rows;
    const check = async (number: string) => expectOk(await checkNumber(day, VISITOR, { area, number })).found;
    const standing = now.find((one) => one.stands)!;
    expect(standing.name).toBe("浜田 一郎");
    expect(await check(` ${standing.number.toLowerCase()} `)).toMatchObject({ replacedOn: null });
    const old = await check(rows[0]!.number);
    expect(old?.replacedOn).toBeTruthy();
    expect(JSON.stringify(old)).not.toContain("浜田 一");
    expect(await check("2026-9999-AAA")).toBeUndefined();
  });

  it("get numbers without a gap or a double when two events issue at once", async () => {
    const ids = [];
    for (let n = 0; n < 2; n += 1) {
      const id = await makeEvent(app, { ...course(["2026-12-10"]), certificateLeast: "1" });
      for (const name of ["甲", "乙", "丙"]) await come(id, name);
      ids.push(id);
    }
    await Promise.all(ids.map((id) => issueCertificates(day, clerk, { area, id })));
    const numbers = [];
    for (const id of ids)
      numbers.push(
        ...expectOk(await listCertificates(day, clerk, { area, id })).rows.map((one) => one.number),
      );
    const positions = numbers.map((number) => Number(number.split("-")[1])).sort((a, b) => a - b);
    expect(positions).toEqual(positions.map((_, at) => positions[0]! + at));
    expect(positions).toHaveLength(6);
  });

  it("lose their name after the period of the office, and stand by their number", async () => {
    const id = await makeEvent(app, { ...course(["2026-12-10"]), certificateLeast: "1" });
    await come(id, "消える 名前", "消える事業所");
    expectOk(await issueCertificates(day, clerk, { area, id }));
    const names = async () => expectOk(await listCertificates(day, clerk, { area, id })).rows;
    const purge = (now: string) =>
      purgeOutdated({ ...app, clock: fixedClock(now) }, KEPT, { contact: 365 } as never);
    await purge("2027-12-09T12:00:00+09:00");
    expect((await names())[0]).toMatchObject({ name: "消える 名前" });
    expect((await purge("2027-12-12T12:00:00+09:00")).map(({ table }) => table)).toEqual(
      expect.arrayContaining(["event_certificate", "event_person"]),
    );
    const [kept] = await names();
    expect(kept).toMatchObject({ name: "", stands: true });
    const { found } = expectOk(await checkNumber(day, VISITOR, { area, number: kept!.number }));
    expect(found).toMatchObject({ replacedOn: null });
    expect((await printCertificates(day, clerk, { area, id })).ok).toBe(false);
  });
});
