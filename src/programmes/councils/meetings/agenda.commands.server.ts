import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { changeRow } from "#platform/db/area-rows.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { ofMeeting, ofMeetingPart } from "../model/council-target.schema.ts";
import type { AgendaItem } from "../model/meeting.schema.ts";
import { AgendaInput } from "../model/paper.schema.ts";
import { findMeeting } from "./meeting.store.server.ts";
import { lockMeeting } from "./meeting.usecases.server.ts";
import { insertAgendaItem, placeAgenda, selectAgenda } from "./paper.store.server.ts";

export const addAgendaItem = command({
  name: "agenda.add",
  ...ofMeeting,
  input: AgendaInput,
  once: true,
  async run(permit, { meeting, title, presenter, minutes }) {
    const locked = await lockMeeting(permit, meeting, "prepare");
    if (!locked.ok) return locked;
    await insertAgendaItem(permit, meeting, { title, presenter, minutes });
    return ok(undefined);
  },
});

/** An item of the agenda as its form shows it. */
export const agendaValues = (item: Pick<AgendaItem, "title" | "presenter" | "minutes">) =>
  formTexts(item, "title", "presenter", "minutes");

export const changeAgendaItem = command({
  name: "agenda.change",
  ...ofMeetingPart("agenda"),
  input: AgendaInput,
  async seen(permit, { meeting, id }) {
    if (!(await findMeeting(permit, meeting, true))) return undefined;
    const item = (await selectAgenda(permit, meeting)).find((one) => one.id === id);
    return item && agendaValues(item);
  },
  values: agendaValues,
  async run(permit, { meeting, id, title, presenter, minutes }) {
    const locked = await lockMeeting(permit, meeting, "prepare");
    if (!locked.ok) return locked;
    await changeRow(permit, "councilAgendaItem", id, { title, presenter, minutes });
    return ok(undefined);
  },
});

/** One place up or down; at the end of the list it stays. */
export const moveAgendaItem = command({
  name: "agenda.move",
  ...ofMeetingPart("agenda"),
  input: z.object({ to: z.enum(["up", "down"]) }),
  async run(permit, { meeting, id, to }) {
    const locked = await lockMeeting(permit, meeting, "prepare");
    if (!locked.ok) return locked;
    const ids = (await selectAgenda(permit, meeting)).map((one) => one.id);
    const from = ids.indexOf(id);
    if (from < 0) return notFound("agenda");
    const other = from + (to === "up" ? -1 : 1);
    if (other >= 0 && other < ids.length) {
      [ids[from], ids[other]] = [ids[other]!, ids[from]!];
      await placeAgenda(permit, ids);
    }
    return ok(undefined);
  },
});
