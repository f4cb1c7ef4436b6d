import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { HEALTH_CENTRE, worker } from "#test/offices.ts";
import { CASES } from "../cases/case.present.ts";
import { listCases } from "../cases/case.queries.server.ts";
import {
  attendAppointment,
  bookAppointment,
  cancelAppointment,
  cancelSession,
  listAppointments,
  openSession,
} from "./appointment.commands.server.ts";

const app = testApp();
const office = { organisation: HEALTH_CENTRE };
const NURSE = worker(HEALTH_CENTRE, "caseworker");
const RECEPTION = worker(HEALTH_CENTRE, "reception");

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

async function opened(places: number): Promise<string> {
  const session = newId() as string;
  const input = {
    ...{ day: "2026-12-01", starts: "13:30", ends: "16:30", kind: "visit", place: "相談室" },
    ...{ counsellor: "精神科医", places: String(places) },
  };
  expectOk(await openSession(app, NURSE, { ...office, session }, input));
  return session;
}
const book = (session: string, name: string) =>
  bookAppointment(app, RECEPTION, { ...office, session }, { name });
const shown = async (session: string) =>
  expectOk(await listAppointments(app, RECEPTION, office)).sessions.find(({ id }) => id === session)!;

describe("the appointment book", () => {
  it("gives the last place to one of many", async () => {
    const session = await opened(2);
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_one, at) => book(session, `様${at}`)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(2);
    expect(await shown(session)).toMatchObject({ free: 0, places: 2 });
  });

  it("gives a cancelled place back, and keeps who came and who did not", async () => {
    const session = await opened(1);
    const { id } = expectOk(await book(session, "やまだ様"));
    expectOk(await cancelAppointment(app, RECEPTION, { ...office, appointment: id }));
    expect((await cancelAppointment(app, RECEPTION, { ...office, appointment: id })).ok).toBe(false);
    const { id: second } = expectOk(await book(session, "かわだ様"));
    expectOk(await attendAppointment(app, RECEPTION, { ...office, appointment: second }, { came: "missed" }));
    expect((await shown(session)).expected).toEqual([
      { id: second, state: "missed", name: "かわだ様", phone: "" },
    ]);
  });

  it("keeps a session that was called off until who has a place was told, and takes nobody more", async () => {
    const session = await opened(2);
    const { id } = expectOk(await book(session, "やまだ様"));
    expect((await cancelSession(app, RECEPTION, { ...office, session })).ok).toBe(false);
    expectOk(await cancelSession(app, NURSE, { ...office, session }));
    expect((await cancelSession(app, NURSE, { ...office, session })).ok).toBe(false);
    expect(await shown(session)).toMatchObject({ cancelled: true, expected: [{ id, name: "やまだ様" }] });
    expect((await book(session, "かわだ様")).ok).toBe(false);
    expectOk(await cancelAppointment(app, RECEPTION, { ...office, appointment: id }));
    expect(await shown(session)).toBeUndefined();
  });

  it("shows the days of one counsellor alone where they are asked for", async () => {
    await opened(1);
    const of = async (counsellor: string) =>
      expectOk(await listAppointments(app, RECEPTION, { ...office, counsellor })).sessions.length;
    expect([(await of("精神科医")) > 0, await of("管理栄養士")]).toEqual([true, 0]);
  });

  it("is all that the reception sees", async () => {
    const list = readList(CASES, new URLSearchParams());
    expect(await listCases(app, RECEPTION, { ...office, list })).toMatchObject({
      error: { kind: "forbidden" },
    });
    const session = newId() as string;
    expect(await openSession(app, RECEPTION, { ...office, session }, {})).toMatchObject({
      error: { kind: "forbidden" },
    });
    expect((await listAppointments(app, worker(HEALTH_CENTRE, "coordinator"), office)).ok).toBe(false);
  });
});
