import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { listConsents } from "#foundation/consent/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { choice, longText } from "#platform/kernel/form-fields.ts";
import { plainDateIn } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import type { ConsultationPermit } from "../access.ts";
import { by } from "../cases/case.commands.server.ts";
import { presentCase, presentContact, presentIdentity } from "../cases/case.present.ts";
import { findCase, insertCaseEvent, openIntake, selectContacts } from "../cases/case.store.server.ts";
import { selectClients } from "../clients/client.store.server.ts";
import { selectCaseFiles } from "../files/case-file.store.server.ts";
import type { CaseRow } from "../model/case.schema.ts";
import { presentItem, presentReferral } from "../referrals/referral.present.ts";
import { selectItems, selectReferralsOf } from "../referrals/referral.store.server.ts";
import { selectSharedNotes } from "../referrals/shared-note.store.server.ts";
import { LOOK_WHY, noteCaseLooks } from "../targets/look.usecases.server.ts";
import { ofCase } from "../targets/target.usecases.server.ts";
import { type CaseExport, exportDocument } from "./case-export.present.ts";

/** Hands a case to its person (開示): on paper, or to be read by a machine. Names of staff are left out. */
export const exportCase = command({
  name: "case.export",
  ...ofCase(),
  fresh: true,
  input: z.object({
    reason: longText("開示の理由", { most: 400 }),
    format: choice("形式", ["pdf", "json"]),
  }),
  async run(permit, { case: id, reason, format }, app) {
    const row = await findCase(permit, id);
    if (!row) return notFound("case");
    const all = await exportOf(permit, row);
    await insertCaseEvent(permit, row, "exported", { detail: format, note: reason, by: by(permit) });
    await noteCaseLooks(permit, [row], { what: "相談の記録", why: LOOK_WHY.disclosure });
    const content =
      format === "pdf"
        ? documentPdf(exportDocument(all), app.config.origin)
        : Buffer.from(JSON.stringify(all, null, 2), "utf8");
    return ok({
      file: { name: `相談記録_${row.number}.${format}`, format, content: content.toString("base64") },
    });
  },
});

const nobody = () => "";

async function exportOf(permit: ConsultationPermit, row: CaseRow): Promise<CaseExport> {
  const office = (await getOrganisations(permit, [row.organisationId])).get(row.organisationId);
  const client = row.clientId ? (await selectClients(permit, [row.clientId])).get(row.clientId) : undefined;
  const referrals = [];
  for (const one of await selectReferralsOf(permit, row.id)) {
    const { receiver, stateWord: state, outcome } = presentReferral(one, nobody);
    const notes = one.mode === "shared" ? await selectSharedNotes(permit, one) : [];
    referrals.push({
      ...{ receiver, state, outcome },
      items: (await selectItems(permit, one)).map(presentItem),
      notes: notes.map(({ at, text }) => ({ at: plainDateIn(at, "Asia/Tokyo") as string, text })),
    });
  }
  const { id: _, ...presented } = presentCase(row, await openIntake(permit, row), nobody);
  return {
    office: office?.name ?? "",
    madeOn: permit.clock.today(),
    case: presented,
    person: client && presentIdentity(client.known),
    contacts: (await selectContacts(permit, row)).map((one) => {
      const { id: _id, agreed: _agreed, form: _form, ...contact } = presentContact(one, nobody);
      return contact;
    }),
    files: (await selectCaseFiles(permit, row)).map(({ name, madeAt }) => ({
      ...{ name, addedOn: plainDateIn(madeAt, "Asia/Tokyo") as string },
    })),
    consents: (await listConsents(permit, [row.personId])).map((one) => ({
      ...{ receiver: one.receiver, classes: one.classes, state: one.state },
      ...{ from: one.fromDay, until: one.untilDay },
    })),
    referrals,
  };
}
