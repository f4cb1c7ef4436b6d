import { z } from "zod";
import { findArea, inArea } from "#foundation/areas/public.ts";
import { alsoDo, command, query, reachAlso } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { formShowing, formTexts } from "#platform/kernel/form-values.ts";
import { type PlainDate, plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { listPledges } from "#programmes/pledges/public.ts";
import { awardPolicy } from "../access.ts";
import { placeOf, workplaceKey } from "../award-target.usecases.server.ts";
import { selectEntrants } from "../entries/award-entry.store.server.ts";
import { HONOURS } from "../model/award.messages.ts";
import { goingOn, standingOf } from "../model/award.rules.ts";
import { type Honour, ReasonInput } from "../model/award.schema.ts";
import { isSecretariat } from "../rounds/award-round.queries.server.ts";
import { findByCode, findHonour, selectHonours, updateHonour } from "./honour.store.server.ts";

const CODE = z.string().regex(/^[2-9A-HJ-NP-Z]{10}$/);
const day = (one: PlainDate | null) => one && showDateJa(one);
const termOf = ({ toOn }: Pick<Honour, "toOn">) => formTexts({ toOn }, "toOn");
const shown = (one: Honour, today: PlainDate) => ({
  ...{ number: one.number, title: one.title, workplace: one.workplace, words: one.words, code: one.code },
  term: HONOURS.until(showDateJa(one.fromOn), day(one.toOn)),
  standing: standingOf(one, today),
  revokedOn: day(one.revokedOn),
});

/** What was given: to everybody those who agreed, to the secretariat all with what is done about each. */
export const listHonours = query({
  name: "honour.list",
  ...inArea(awardPolicy, "honour"),
  async run(permit) {
    const manages = isSecretariat(permit);
    const today = permit.clock.today();
    const rows = (await selectHonours(permit, !manages)).filter((one) => manages || one.revokedOn === null);
    return ok({
      area: await placeOf(permit),
      manages,
      rows: rows.map((one) => ({
        ...shown(one, today),
        ...(manages
          ? {
              id: one.id,
              seen: formShowing(termOf(one)).seen,
              handedOn: day(one.handedOn),
              flag: one.flag,
              agreed: one.mayPublish,
            }
          : { id: null, seen: "", handedOn: null, flag: "", agreed: true }),
      })),
    });
  },
});

/** Whether a certificate is good, for whoever has it in their hands: its code stands on it. */
export const checkHonour = query({
  name: "honour.check",
  policy: awardPolicy,
  target: z.object({ area: z.string(), code: CODE }),
  async subject(find, { area: text }) {
    const area = await findArea(find, text);
    return area && { type: "honour", area: area.id };
  },
  async run(permit, { code }) {
    await reachAlso(permit, permit.subject.area);
    const honour = await findByCode(permit, code);
    if (!honour) return notFound("honour");
    return ok({ area: await placeOf(permit), ...shown(honour, permit.clock.today()) });
  },
});

const ofHonour = inArea(awardPolicy, "honour", { id: rowId() });

export const handHonour = command({
  name: "honour.hand",
  ...ofHonour,
  async run(permit, { id }) {
    const honour = await findHonour(permit, id);
    if (!honour || honour.revokedOn) return notFound("honour");
    await updateHonour(permit, id, { handedOn: permit.clock.today() });
    return ok({ id });
  },
});

/** It is not theirs any more: the check page says so, with the day. */
export const revokeHonour = command({
  name: "honour.revoke",
  ...ofHonour,
  input: ReasonInput,
  async run(permit, { id, reason }) {
    const honour = await findHonour(permit, id);
    if (!honour || honour.revokedOn) return notFound("honour");
    await updateHonour(permit, id, { revokedOn: permit.clock.today(), revokeReason: reason });
    return ok({ id });
  },
});

/** For a year more; what was flagged has been looked at by then. */
export const renewHonour = command({
  name: "honour.renew",
  ...ofHonour,
  // Pressed twice, it is one year and not two.
  async seen(permit, { id }) {
    const honour = await findHonour(permit, id);
    return honour && termOf(honour);
  },
  async run(permit, { id }) {
    const honour = await findHonour(permit, id);
    if (!honour || honour.revokedOn) return notFound("honour");
    if (!honour.toOn) return conflict(HONOURS.valid);
    const toOn = plainDate(`${Number(honour.toOn.slice(0, 4)) + 1}${honour.toOn.slice(4)}`);
    await updateHonour(permit, id, { toOn, flag: "" });
    return ok({ id });
  },
});

/** A fact behind it was corrected: what was given stays, and is looked at when its term is renewed. */
export const flagHonour = command({
  name: "honour.flag",
  ...ofHonour,
  input: ReasonInput,
  async run(permit, { id, reason }) {
    if (!(await findHonour(permit, id))) return notFound("honour");
    await updateHonour(permit, id, { flag: reason });
    return ok({ id });
  },
});

/** What became of those who were honoured, against those who entered and were not. */
export const compareHonours = query({
  name: "honour.compare",
  ...inArea(awardPolicy, "honour"),
  async run(permit, _, app) {
    const entrants = await selectEntrants(permit);
    const honoured = new Set((await selectHonours(permit, false)).map(({ entryId }) => entryId));
    const rows = entrants.map((one) => ({
      ...{ key: one.workplaceKey, year: fiscalYearOf(one.baseOn) as number, honoured: honoured.has(one.id) },
    }));
    const pledges = await alsoDo(permit, listPledges, { area: permit.subject.area }, undefined, app);
    const pledged = pledges.ok
      ? pledges.value.rows.map(({ name, fiscalYear: year }) => ({ key: workplaceKey(name), year }))
      : [];
    return ok(goingOn(rows, [...rows, ...pledged]));
  },
});
