import { anyOf, definePolicy, roleHere, services } from "#foundation/authority/public.ts";

const readers = roleHere("auditor", "administrator");
const commandLine = anyOf(readers, services("cli"));
const sealing = services("audit-seal");

/**
 * Auditors and administrators read the log of the areas they work for; those of the nation read all. Reading the log
 * is itself in the log, so that nobody looks over other people's shoulders unseen. The further pages of an export and the
 * second half of a verification stand under the entry of the first; an entry about sealing would have to be sealed too.
 */
export const auditPolicy = definePolicy(
  {
    "audit.read": readers,
    "audit.export": commandLine,
    "audit.export-more": commandLine,
    "audit.verify": commandLine,
    "audit.walk": commandLine,
    "audit.find-unsealed": sealing,
    "audit.seal": sealing,
  },
  { quiet: ["audit.export-more", "audit.walk", "audit.find-unsealed", "audit.seal"] },
);

export type AuditAction = keyof typeof auditPolicy.rights;
