import { randomBytes } from "node:crypto";
import qrcode from "qrcode";
import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { fiscalYearOf } from "#platform/kernel/fiscal-year.ts";
import { text } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { type EventPermit, eventPolicy } from "../access.ts";
import { findEvent, lockEvents, selectSessions } from "../catalogue/event.store.server.ts";
import { placeOf } from "../catalogue/place.queries.server.ts";
import { expectedOf } from "../day/door.queries.server.ts";
import { selectPresences } from "../day/door.store.server.ts";
import { completionOf, standing } from "../model/event.rules.ts";
import type { Event, Session } from "../model/event.schema.ts";
import { CERTIFICATE } from "./certificate.messages.ts";
import { CERTIFICATE_SOURCE, certificateRow, checkedView, paperOf } from "./certificate.present.ts";
import { certificateNumber, typedNumber } from "./certificate.rules.ts";
import {
  type Certificate,
  checkCertificate,
  insertCertificates,
  lastPosition,
  markReplaced,
  selectCertificates,
} from "./certificate.store.server.ts";

const onEvent = inArea(eventPolicy, "event", { id: rowId() });

/** How far each who is on the list has come, by all sessions that are planned. */
async function completions(permit: EventPermit, event: Event, sessions: readonly Session[]) {
  const all = standing(sessions);
  const presences = Map.groupBy(
    await selectPresences(
      permit,
      all.map(({ id }) => id),
    ),
    ({ personId }) => personId,
  );
  return (await expectedOf(permit, event.id)).map((person) => ({
    id: person.id,
    name: person.printedName || person.name,
    ...completionOf(event, sessions, new Set(presences.get(person.id)?.map(({ sessionId }) => sessionId))),
  }));
}

/** The certificates of an event, and who could have one. */
export const listCertificates = query({
  ...onEvent,
  name: "event-certificate.list",
  async run(permit, { id }) {
    const event = await findEvent(permit, id);
    if (!event) return notFound("event");
    const people = await completions(permit, event, await selectSessions(permit, [id]));
    const having = (wanted: string) => people.filter(({ state }) => state === wanted);
    return ok({
      event: { id, title: event.title, certificate: event.certificate },
      rows: (await selectCertificates(permit, id)).map(certificateRow),
      reached: having("reached").length,
      canReach: having("can_reach").length,
      missed: having("missed").length,
      unnamed: having("reached").filter(({ name }) => name === "").length,
      area: await placeOf(permit),
    });
  },
});

const numbersFrom = async (permit: EventPermit) => {
  const year = fiscalYearOf(permit.clock.today()) as number;
  const last = await lastPosition(permit, year);
  return (at: number) => {
    const position = last + at + 1;
    return { year, position, number: certificateNumber(year, position, randomBytes(3)) };
  };
};

/** Issues certificates to all who have reached what the event asks for and have none yet. */
export const issueCertificates = command({
  ...onEvent,
  name: "event-certificate.issue",
  async run(permit, { id }) {
    const [event] = await lockEvents(permit, permit.subject.area, [id]);
    if (!event || event.deletedAt) return notFound("event");
    if (event.certificate === "none") return conflict(CERTIFICATE.noRule);
    const issuer = event.issuer || event.hosts[0]?.name;
    if (!issuer) return conflict(CERTIFICATE.noIssuer);
    const sessions = await selectSessions(permit, [id]);
    const all = standing(sessions);
    const issued = new Set((await selectCertificates(permit, id)).map(({ personId }) => personId));
    const due = (await completions(permit, event, sessions)).filter(
      (one) => one.state === "reached" && one.name !== "" && !issued.has(one.id),
    );
    const numbers = await numbersFrom(permit);
    await insertCertificates(
      permit,
      due.map(({ id: personId, name, attended }, at) => ({
        ...{ id: newId() as string, ...numbers(at), eventId: id, personId, name, title: event.title, issuer },
        ...{ ...attended, fromDay: all[0]!.day, untilDay: all.at(-1)!.day, issuedOn: permit.clock.today() },
      })),
    );
    return ok({ id, issued: due.length });
  },
});

/** A name was wrong: a new certificate with a new number; the old one is known as replaced. */
export const correctCertificate = command({
  ...onEvent,
  name: "event-certificate.correct",
  input: z.object({ certificate: rowId(), name: text(CERTIFICATE.newName, { most: 60 }) }),
  async run(permit, { id, certificate, name }) {
    await lockEvents(permit, permit.subject.area, [id]);
    const old = (await selectCertificates(permit, id)).find((one) => one.id === certificate);
    if (!old) return notFound("certificate");
    const by = newId() as string;
    if (!(await markReplaced(permit, { event: id, id: old.id, by })))
      return conflict(CERTIFICATE.replaced(certificateRow(old).replacedOn));
    const { areaId: _, replacedOn: _on, replacedBy: _by, ...kept } = old;
    const number = (await numbersFrom(permit))(0);
    await insertCertificates(permit, [{ ...kept, ...number, id: by, name, issuedOn: permit.clock.today() }]);
    return ok({ id });
  },
});

/** The standing certificates of an event, or one of them, to be printed. */
export const printCertificates = query({
  ...inArea(eventPolicy, "event", { id: rowId(), only: rowId().optional() }),
  name: "event-certificate.file",
  async run(permit, { id, only }, app) {
    const all = (await selectCertificates(permit, id)).filter(
      (one) => one.replacedOn === null && one.name !== "" && (only === undefined || one.id === only),
    );
    if (all.length === 0) return notFound("certificate");
    const { slug } = await placeOf(permit);
    const page = `${app.config.origin}/areas/${slug}/event-certificates`;
    const withCode = async (one: Certificate) =>
      paperOf(one, await qrcode.toString(`${page}?number=${one.number}`, { type: "svg", margin: 0 }));
    const papers = await Promise.all(all.map(withCode));
    return ok({ title: all[0]!.title, pdf: renderPdf(CERTIFICATE_SOURCE, { papers }) });
  },
});

/** Whether a number stands; anybody may ask, and learns nobody's name. */
export const checkNumber = query({
  ...inArea(eventPolicy, "event-certificate", { number: z.string().max(40).transform(typedNumber) }),
  name: "event-certificate.check",
  async run(permit, { number }) {
    const found = number === "" ? undefined : await checkCertificate(permit, number);
    return ok({ number, found: found && checkedView(found), area: await placeOf(permit) });
  },
});
