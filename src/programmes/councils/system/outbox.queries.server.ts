import { query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { listMails } from "#platform/mail/outbox.ts";
import { ofAllAreas } from "../model/council-target.schema.ts";

const MAILS_SHOWN = 50;

/** The last mails of the areas in reach, for the outbox page of the demonstration. */
export const readOutbox = query({
  name: "outbox.read",
  ...ofAllAreas("outbox"),
  run: async (permit, _target, { config }) =>
    ok(await listMails(permit, MAILS_SHOWN, { links: config.mode === "demonstration" })),
});
