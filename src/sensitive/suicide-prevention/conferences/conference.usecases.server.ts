import { z } from "zod";
import { alsoDo, command, query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { choice } from "#platform/kernel/form-fields.ts";
import { partsOf, plainDate } from "#platform/kernel/plain-date.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { listBodies } from "#programmes/councils/public.ts";
import type { PreventionPermit } from "../access.ts";
import { by } from "../model/actor.rules.ts";
import { atOffice } from "../target.usecases.server.ts";
import { ConferenceInput } from "./conference.schema.ts";
import {
  insertConference,
  lockConference,
  nextConferenceNumber,
  selectAttendances,
  selectConferences,
  updateConferenceTexts,
} from "./conference.store.server.ts";

/** The seats of the area's liaison meetings, heads and working staff: organisations, no names. */
async function seatsOf(permit: PreventionPermit, app: App): Promise<{ value: string; label: string }[]> {
  const bodies = await alsoDo(permit, listBodies, { area: permit.subject.area }, undefined, app);
  if (!bodies.ok) return [];
  return bodies.value
    .filter(({ kind }) => kind === "suicide_prevention_liaison" || kind === "suicide_prevention_heads")
    .flatMap(({ members }) => members.map(({ id, organisation }) => ({ value: id, label: organisation })));
}

/** The sessions of an office. A text that waits is shown to who wrote it and to who may read it second. */
export const listConferences = query({
  name: "prevention-conference.list",
  ...atOffice(),
  async run(permit, { organisation }, app) {
    const office = (await getOrganisations(permit, [organisation])).get(organisation)!;
    const attended = Map.groupBy(await selectAttendances(permit), ({ conferenceId }) => conferenceId);
    const conferences = await selectConferences(permit);
    return ok({
      office: { id: office.id, name: office.name },
      seats: await seatsOf(permit, app),
      conferences: conferences.map((one) => ({
        ...{ id: one.id, fiscalYear: one.fiscalYear, number: one.number, cases: one.cases },
        ...{ themes: one.themes, measures: one.measures, lesson: one.lesson, reading: one.reading },
        month: `${partsOf(one.month).year}年${partsOf(one.month).month}月`,
        attended: attended.get(one.id)?.length ?? 0,
        /** Nobody reads their own text a second time. */
        maySecond: one.reading === "waiting" && one.writtenBy !== by(permit),
      })),
    });
  },
});

/** Adds a session. Papers were shown there and go nowhere; of the day the month stays. */
export const addConference = command({
  name: "prevention-conference.add",
  ...atOffice({ conference: rowId() }),
  input: ConferenceInput,
  once: true,
  async run(permit, { conference: id, organisation: _, heldOn, pledgedOn, seats, ...told }, app) {
    if (heldOn > permit.clock.today()) return invalid({ heldOn: ["開催後に登録してください。"] });
    if (pledgedOn > heldOn) return invalid({ pledgedOn: ["誓約は、開催日までに済ませてください。"] });
    const known = new Set((await seatsOf(permit, app)).map(({ value }) => value));
    if (seats.length === 0 || !seats.every((seat) => known.has(seat)))
      return invalid({ seats: ["誓約した出席機関を、1つ以上選択してください。"] });
    const { year, month } = partsOf(heldOn);
    const fiscalYear = fiscalYearOf(heldOn);
    const number = await nextConferenceNumber(permit, fiscalYear);
    const reading = told.measures === "" && told.lesson === "" ? "none" : "waiting";
    const first = plainDate(`${year}-${String(month).padStart(2, "0")}-01`);
    const row = { ...told, id, fiscalYear, number, month: first, reading, writtenBy: by(permit) } as const;
    await insertConference(permit, row, seats, pledgedOn);
    return ok({ id });
  },
});

/** A second reader lets the texts stand, or takes them out. */
export const secondConference = command({
  name: "prevention-conference.second",
  ...atOffice({ conference: rowId() }),
  input: z.object({ verdict: choice("確認の結果", ["stands", "remove"]) }),
  async run(permit, { conference: id, verdict }) {
    const row = await lockConference(permit, id);
    if (!row) return notFound("prevention-conference");
    if (row.reading !== "waiting") return conflict("確認を待っている記載はありません。");
    if (row.writtenBy === by(permit)) return conflict("入力した人とは別の人が確認してください。");
    await updateConferenceTexts(
      permit,
      id,
      verdict === "stands"
        ? { measures: row.measures, lesson: row.lesson, reading: "read", readBy: by(permit) }
        : { measures: "", lesson: "", reading: "none", readBy: null },
    );
    return ok(undefined);
  },
});
