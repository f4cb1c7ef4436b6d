import { type Actor, roleAnywhere } from "#foundation/actors/public.ts";
import { act } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { forbidden, ok, type Result } from "#platform/kernel/result.ts";
import { listMails, type OutboxMail } from "#platform/mail/outbox.ts";

const MAILS_SHOWN = 50;

/** The last mails of the areas in reach, for the outbox page of the demonstration. */
export function readOutbox(app: App, actor: Actor): Promise<Result<OutboxMail[]>> {
  return act(app, actor, async (unit) => {
    if (roleAnywhere(actor, ["coordinator", "administrator"]) === undefined) return forbidden("outbox.read");
    return ok(await listMails(unit, MAILS_SHOWN));
  });
}
