import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { choice, count, day, text, time } from "#platform/kernel/form-fields.ts";
import { addDays } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { policy } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { atOffice } from "../targets/target.usecases.server.ts";
import {
  insertAppointment,
  insertSession,
  lockAppointment,
  lockSession,
  selectAppointments,
  selectSessions,
  updateAppointment,
  updateCancelled,
  updateTaken,
} from "./appointment.store.server.ts";

export const KINDS = ["visit", "home-visit", "online"] as const;
export const KIND_WORDS: Readonly<Record<(typeof KINDS)[number], string>> = {
  visit: "来所",
  "home-visit": "訪問",
  online: "オンライン",
};

export const SessionInput = z
  .object({
    day: day("相談日"),
    starts: time("開始時刻"),
    ends: time("終了時刻"),
    kind: choice("方法", KINDS),
    place: text("場所", { most: 120, optional: true }),
    counsellor: text("相談に応じる人", { most: 80 }),
    places: count("予約できる人数", { least: 1, most: 50, unit: "人" }),
  })
  .refine(({ starts, ends }) => ends > starts, {
    path: ["ends"],
    error: "終了時刻は、開始時刻より後にしてください。",
  });

/** Opens a day on which a specialist or a nurse sees people. */
export const openSession = command({
  name: "appointment.open-session",
  ...atOffice("counsel-session", { session: rowId() }),
  input: SessionInput,
  once: true,
  async run(permit, { organisation, session, ...input }) {
    if (input.day < permit.clock.today())
      return invalid({ day: ["相談日は、本日以降の日付にしてください。"] });
    await insertSession(permit, {
      ...input,
      id: session,
      organisationId: organisation,
      areaId: permit.subject.area,
      madeBy: by(permit),
      madeAt: permit.clock.now(),
    });
    return ok({ id: session });
  },
});

/** Takes a place. The session is held, counted, and then written: the last place goes to one. */
export const bookAppointment = command({
  name: "appointment.book",
  ...atOffice("counsel-session", { session: rowId() }),
  input: z.object({
    name: text("お名前（呼び方でも可）", { most: 80 }),
    phone: text("電話番号", { most: 30, optional: true }),
  }),
  once: true,
  async run(permit, { organisation, session, name, phone }) {
    const row = await lockSession(permit, session);
    if (row?.organisationId !== organisation || row.cancelledAt) return notFound("counsel-session");
    if (row.taken >= row.places) return conflict("この相談日は満員です。ほかの相談日を選択してください。");
    const id = await insertAppointment(
      permit,
      { session, organisation, caseId: null, by: by(permit) },
      { name, phone },
    );
    await updateTaken(permit, session);
    return ok({ id });
  },
});

/** Calls a session off. Whoever has a place stays on the page until they were told and their place is given back. */
export const cancelSession = command({
  name: "appointment.cancel-session",
  ...atOffice("counsel-session", { session: rowId() }),
  async run(permit, { organisation, session }) {
    const row = await lockSession(permit, session);
    if (row?.organisationId !== organisation) return notFound("counsel-session");
    if (row.cancelledAt) return conflict("この相談日は、すでに中止されています。何も変わっていません。");
    await updateCancelled(permit, session);
    return ok(undefined);
  },
});

const ofAppointment = atOffice("appointment", { appointment: rowId() });

export const cancelAppointment = command({
  name: "appointment.cancel",
  ...ofAppointment,
  async run(permit, { organisation, appointment }) {
    const row = await lockAppointment(permit, appointment);
    if (row?.organisationId !== organisation) return notFound("appointment");
    if (row.state !== "booked") return conflict("この予約は、すでに変更されています。何も変わっていません。");
    await lockSession(permit, row.sessionId);
    await updateAppointment(permit, appointment, "cancelled");
    await updateTaken(permit, row.sessionId);
    return ok(undefined);
  },
});

export const attendAppointment = command({
  name: "appointment.attend",
  ...ofAppointment,
  input: z.object({ came: choice("来所", ["attended", "missed"]) }),
  async run(permit, { organisation, appointment, came }) {
    const row = await lockAppointment(permit, appointment);
    if (row?.organisationId !== organisation) return notFound("appointment");
    if (row.state === "cancelled") return conflict("この予約は取り消されています。何も変わっていません。");
    await updateAppointment(permit, appointment, came);
    return ok(undefined);
  },
});

const WEEKS = 8;

/** The appointment book: days, places, and who is expected. Why somebody comes does not stand here. */
export const listAppointments = query({
  name: "appointment.list",
  ...atOffice("counsel-session", { counsellor: z.string().max(80).optional() }),
  async run(permit, { organisation, counsellor }) {
    const today = permit.clock.today();
    const inTime = await selectSessions(permit, organisation, today, addDays(today, WEEKS * 7));
    const sessions = inTime.filter((one) => !counsellor || one.counsellor === counsellor);
    const all = await selectAppointments(
      permit,
      organisation,
      sessions.map(({ id }) => id),
    );
    return ok({
      sessions: sessions.map((one) => ({
        id: one.id,
        day: one.day,
        starts: one.starts.slice(0, 5),
        ends: one.ends.slice(0, 5),
        kind: KIND_WORDS[one.kind],
        place: one.place,
        counsellor: one.counsellor,
        cancelled: one.cancelledAt !== null,
        places: one.places,
        free: one.places - one.taken,
        expected: all
          .filter(({ session }) => session === one.id)
          .map(({ id, state, expected: { name, phone } }) => ({ id, state, name, phone })),
      })),
      counsellors: [...new Set(inTime.map((one) => one.counsellor))].sort(),
      mayOpen: policy.may(permit.actor, "appointment.open-session", permit.subject) !== undefined,
    });
  },
  shows: ({ sessions }) => sessions.flatMap(({ expected }) => expected.map(({ id }) => `appointment:${id}`)),
});
