import { NATION } from "#foundation/areas/public.ts";

/** What is looked at, in the order in which it is shown. */
export const PARTS = ["disk", "clock", "mail", "jobs", "log", "backup", "keys"] as const;
export type Part = (typeof PARTS)[number];

/**
 * What was measured of an installation at one moment. Counts and days alone: nobody is named.
 *
 * - `disk`: bytes free, and in all, where the data folder lies.
 * - `clockMs`: how far the clock of the database is ahead of this one, in milliseconds.
 * - `mail`: what waits, since when the oldest is due, and what no server took in the last day.
 * - `jobs`: background work that waits, and that failed in the last day; undefined in a process that does none.
 * - `log`: entries of the audit log that wait to be bound; when it was last verified, and how much was wrong.
 * - `backup`: generations in the folder of backups, oldest and newest, and their bytes.
 * - `openKeys`: files of keys that others than their owner may read.
 */
export type Measures = Readonly<{
  at: Date;
  disk: Readonly<{ free: number; size: number }>;
  clockMs: number;
  mail: Readonly<{ waiting: number; dueSince: Date | undefined; refused: number }>;
  jobs: Readonly<{ waiting: number; failed: number }> | undefined;
  log: Readonly<{ waiting: number; verifiedAt: Date | undefined; findings: number }>;
  backup: Readonly<{ count: number; bytes: number; oldest: Date | undefined; newest: Date | undefined }>;
  openKeys: readonly string[];
}>;

/** `note` should be looked after when there is time, `bad` before people feel it. */
export type Judgement = Readonly<{ part: Part; state: "good" | "note" | "bad" }>;

/** All of it is of the installation, and of no area. */
export const ofInstallation = () => ({ type: "operation", area: NATION });
