import { noteHeads } from "#foundation/audit/api.server.ts";
import type { BackupParts } from "#platform/commands/backup.ts";
import { withApp } from "#platform/commands/command.ts";
import { holdBackMail } from "#platform/mail/deliveries.ts";
import { EMPTY_IN_BACKUPS } from "./retention.ts";

/** What backups and restores need to know of the modules. */
export const BACKUP_PARTS: BackupParts = {
  without: EMPTY_IN_BACKUPS,
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
