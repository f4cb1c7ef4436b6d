import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { z } from "zod";
import {
  type KeptTables,
  PERIODS,
  type PeriodDays,
  previewPurge,
  purgeOutdated,
} from "#foundation/retention/public.ts";
import type { App } from "#platform/app.ts";
import { json, report, withApp } from "#platform/commands/command.ts";
import { ConfigError } from "#platform/config/config.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import { MODULES } from "./modules.ts";

/** Tables that belong to no module. */
const PLATFORM: KeptTables = {
  import_batch: { holds: "facts", until: "the import is withdrawn" },
  import_change: { holds: "facts", until: "the import is withdrawn" },
  import_mapping: { holds: "facts", until: "it is replaced" },
  import_rejected_row: { holds: "facts", until: "the import is withdrawn" },
  sealing_key: { holds: "secrets", until: "the key is destroyed: what it sealed is erased" },
  secret_mark: { holds: "secrets", until: "the secret is replaced" },
  booking: { holds: "facts", until: "with what was booked" },
  letter_version: { holds: "facts", until: "no end: a letter that was sent knows its text" },
  letter_text: { holds: "facts", until: "it is replaced" },
  history_entry: { holds: "persons", until: "with what it happened to" },
  comment: { holds: "persons", until: "with what it is about" },
  mail_outbox: { holds: "secrets", purge: { after: "written_at", period: "mail" } },
  mail_wish: { holds: "persons", until: "the wish is changed" },
};

/** Every table of the house: what it holds, and until when. */
export const TABLES: KeptTables = Object.assign({}, PLATFORM, ...MODULES.map(({ tables }) => tables));

/** Tables that go into backups empty. */
export const EMPTY_IN_BACKUPS: ReadonlySet<string> = new Set(
  Object.entries(TABLES).flatMap(([table, { backup }]) => (backup === "empty" ? [table] : [])),
);

const Shipped = z.object({
  days: z.object(
    Object.fromEntries(PERIODS.map((period) => [period, z.number().int().min(1)])) as Record<
      (typeof PERIODS)[number],
      z.ZodNumber
    >,
  ),
});
const SHIPPED = new URL("../reference/retention.json", import.meta.url);

/** The periods of the house, or of the office's own file. */
export async function readPeriods(file: string | URL = SHIPPED): Promise<PeriodDays> {
  const unusable = (why: string) =>
    new ConfigError(
      `The file of periods ${file} can't be used (${why}); begin from reference/retention.json.`,
    );
  const text = await readFile(file, "utf8").catch((error: Error) => error);
  if (text instanceof Error) throw unusable(text.message);
  const read = Shipped.safeParse(parsed(text));
  if (read.success) return read.data.days;
  const { path, message } = read.error.issues[0]!;
  throw unusable(`${path.join(".")}: ${message}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const periodsOf = ({ config }: App) => readPeriods(config.retentionFile);
const DAY_MS = 86_400_000;

export const retentionRound: Round = {
  name: "what has had its time",
  everyMs: DAY_MS,
  run: async (app) => purgeOutdated(app, TABLES, await periodsOf(app)),
};

/** `yui retention`: what goes by itself, and what would go now. */
export function registerRetention(program: Command): void {
  const retention = program
    .command("retention")
    .description("how long rows are kept: what goes now, or would go");
  for (const [name, description, run] of [
    ["preview", "what would go now", previewPurge],
    ["run", "let go of what has had its time; the running server does so once a day", purgeOutdated],
  ] as const)
    json(retention.command(name))
      .description(description)
      .action(async (options: { json?: boolean }) => {
        const steps = await withApp(async (app) => run(app, TABLES, await periodsOf(app)));
        report(options, steps, () =>
          steps.length === 0
            ? ["nothing has had its time"]
            : steps.map(
                ({ table, does, rows }) => `${table}: ${rows} rows ${does === "clear" ? "emptied" : "gone"}`,
              ),
        );
      });
}
