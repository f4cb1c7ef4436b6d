import { command } from "#foundation/authority/public.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import { by } from "./case.commands.server.ts";
import { findContact, insertContact, isCorrected, updateCase } from "./case.store.server.ts";
import { ContactInput } from "./case-form.schema.ts";
import { writableCase } from "./writable-case.usecases.server.ts";

export const addContact = command({
  name: "contact.add",
  ...ofCase(),
  input: ContactInput,
  once: true,
  async run(permit, { organisation: _, case: id, content, plan, materials, nextDue, ...input }) {
    const held = await writableCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    if (input.day > permit.clock.today()) return invalid({ day: [FUTURE] });
    const contact = await insertContact(
      permit,
      {
        ...input,
        organisationId: row.organisationId,
        caseId: id,
        personId: row.personId,
        madeBy: by(permit),
        replaces: null,
      },
      { content, plan, materials },
    );
    await updateCase(permit, id, {
      nextDue,
      // Who speaks with somebody that nobody had yet has them from now on.
      ...(row.caseworker === null && permit.actor.kind === "person"
        ? { caseworker: permit.actor.userId }
        : {}),
      ...(input.day > row.lastContactOn ? { lastContactOn: input.day } : {}),
    });
    return ok({ id: contact });
  },
});

/** Writes a corrected contact; what stood before is kept. */
export const correctContact = command({
  name: "contact.correct",
  ...ofCase({ contact: rowId() }),
  input: ContactInput.omit({ nextDue: true }),
  once: true,
  async run(permit, { organisation: _, case: id, contact, content, plan, materials, ...input }) {
    const held = await writableCase(permit, id);
    if (!held.ok) return held;
    const row = held.value;
    const before = await findContact(permit, contact);
    if (before?.caseId !== id) return notFound("contact");
    if (await isCorrected(permit, contact))
      return conflict(
        "この経過は、すでに訂正されています。訂正後の記録を確認してください。何も保存していません。",
      );
    if (input.day > permit.clock.today()) return invalid({ day: [FUTURE] });
    const corrected = await insertContact(
      permit,
      {
        ...input,
        organisationId: row.organisationId,
        caseId: id,
        personId: row.personId,
        madeBy: by(permit),
        replaces: contact,
      },
      { content, plan, materials },
    );
    return ok({ id: corrected });
  },
});

const FUTURE = "日付は、本日までにしてください。";
