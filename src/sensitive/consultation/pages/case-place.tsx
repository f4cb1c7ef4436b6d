import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import type { Input } from "#platform/web/fields.ts";
import { assignCase } from "../cases/assignment.commands.server.ts";
import { closeCase, reopenCase } from "../cases/case.commands.server.ts";
import { addContact, correctContact } from "../cases/contact.commands.server.ts";
import { judgeClients, partClients } from "../clients/client.commands.server.ts";
import { annulConsent, confirmConsent, withdrawConsent } from "../consents/consent.commands.server.ts";

type Args = Parameters<typeof signedInRequest>[0] &
  Readonly<{ params: Readonly<{ organisation: string; case: string }> }>;

/** The address of a case. */
export const caseBase = (of: Readonly<{ organisation: string; case: string }>) =>
  `/offices/${of.organisation}/cases/${of.case}`;

/** One case, for whoever is signed in. */
export function casePlace({ context, url, params }: Args) {
  return {
    ...signedInRequest({ context, url }),
    target: { organisation: params.organisation as OrganisationId, case: params.case },
  };
}

/** What can be done on the page of a case. */
export function caseActions(args: Args) {
  const { app, actor, target } = casePlace(args);
  const base = caseBase(target);
  const on = onTarget(app, actor, target);
  const naming = (name: "contact" | "consent" | "other") =>
    onTarget(app, actor, (input: Input) => ({ ...target, [name]: String(input[name] ?? "") }) as never);
  const saved = () => `${base}?saved`;
  return [
    on(addContact, saved),
    naming("contact")(correctContact, saved),
    naming("consent")(confirmConsent, saved),
    naming("consent")(withdrawConsent, saved),
    naming("consent")(annulConsent, saved),
    naming("other")(judgeClients, saved),
    naming("other")(partClients, saved),
    on(assignCase, saved),
    on(closeCase, saved),
    on(reopenCase, saved),
  ];
}
