import { noteHeads } from "#foundation/audit/api.server.ts";
import type { BackupParts } from "#platform/commands/backup.ts";
import { withApp } from "#platform/commands/command.ts";
import { holdBackMail } from "#platform/mail/deliveries.ts";

/** What is over with a session, or opens something: worth nothing after a restore, and better in no file. */
const WITHOUT = [
  "identity_attempt",
  "identity_held_form",
  "identity_session",
  "identity_verification",
  "sent_once",
  "support_sender",
];

/** What backups and restores need to know of the modules. */
export const BACKUP_PARTS: BackupParts = {
  without: new Set(WITHOUT),
  afterRestore: () =>
    withApp(async (app) => {
      await noteHeads(app, [], true);
      const mails = await holdBackMail(app);
      return mails === 0
        ? []
        : [
            `${mails} mails waited when the backup was written, and may have gone out since: they are kept as not sent`,
          ];
    }),
};
