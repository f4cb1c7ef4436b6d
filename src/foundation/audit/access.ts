import { anyOf, definePolicy, readsLog, services, signedIn } from "#foundation/authority/public.ts";

const commandLine = anyOf(readsLog, services("cli"));
const sealing = services("audit-seal");
const verifying = anyOf(readsLog, services("cli", "audit-check"));

/**
 * Auditors and administrators read the log of the areas they work for; those of the nation read all. Reading the log
 * is itself in the log, so that nobody looks over other people's shoulders unseen. The further pages of an export and the
 * second half of a verification stand under the entry of the first; an entry about sealing would have to be sealed too.
 * What was done of late in the areas of one's own secretariat is no look at the log: by whom is left out, and things alone that
 * one may open are named.
 */
export const auditPolicy = definePolicy(
  {
    "audit.read": commandLine,
    "audit.export": commandLine,
    "audit.export-more": commandLine,
    "audit.verify": verifying,
    "audit.walk": verifying,
    "audit.read-bound": services("audit-check"),
    "audit.read-check": services("audit-check"),
    "audit.save-check": services("audit-check"),
    "audit.find-waiting": sealing,
    "audit.seal": sealing,
    "audit.read-heads": sealing,
    "audit.read-today": signedIn,
    "audit.read-recent": signedIn,
  },
  {
    quiet: [
      "audit.export-more",
      "audit.walk",
      "audit.read-bound",
      "audit.read-check",
      "audit.save-check",
      "audit.find-waiting",
      "audit.seal",
      "audit.read-heads",
      "audit.read-today",
      "audit.read-recent",
    ],
  },
);

export type AuditAction = keyof typeof auditPolicy.rights;
