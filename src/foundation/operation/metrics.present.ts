import { Gauge, Registry } from "prom-client";
import { type Judgement, type Measures, PARTS } from "./state.schema.ts";

const STATES: readonly Judgement["state"][] = ["good", "note", "bad"];

/** The state of the installation as text for Prometheus: counts, bytes and seconds, nothing that names anybody. */
export async function metricsOf(
  { at, disk, clockMs, mail, jobs, log, backup }: Measures,
  judgements: readonly Judgement[],
): Promise<Readonly<{ type: string; text: string }>> {
  const registry = new Registry();
  const seconds = (from: Date | undefined) =>
    from === undefined ? undefined : (at.getTime() - from.getTime()) / 1000;
  const set = (name: string, help: string, value: number | undefined) => {
    if (value !== undefined) new Gauge({ name: `yui_${name}`, help, registers: [registry] }).set(value);
  };
  set("disk_free_bytes", "Bytes free where the data folder lies.", disk.free);
  set("disk_size_bytes", "Bytes in all where the data folder lies.", disk.size);
  set("clock_ahead_seconds", "How far the clock of the database is ahead.", clockMs / 1000);
  set("mail_waiting", "Mails that wait to be sent.", mail.waiting);
  set("mail_oldest_seconds", "Age of the oldest of them.", seconds(mail.dueSince) ?? 0);
  set("mail_refused_day", "Mails that no server took in the last day.", mail.refused);
  set("jobs_waiting", "Background jobs that wait.", jobs?.waiting);
  set("jobs_failed_day", "Background jobs that failed in the last day.", jobs?.failed);
  set("log_unbound", "Entries of the audit log that wait to be bound.", log.waiting);
  set("log_findings", "What the last verification of the audit log found.", log.findings);
  set("log_verified_seconds", "Time since the audit log was verified.", seconds(log.verifiedAt));
  set("backups", "Backups in the folder of backups.", backup.count);
  set("backups_bytes", "Their bytes.", backup.bytes);
  set("backup_newest_seconds", "Age of the newest backup.", seconds(backup.newest));
  set("backup_oldest_seconds", "Age of the oldest backup.", seconds(backup.oldest));
  const states = new Gauge({
    name: "yui_part_state",
    help: "0 good, 1 to be looked after, 2 bad.",
    labelNames: ["part"],
    registers: [registry],
  });
  for (const part of PARTS)
    states.set({ part }, STATES.indexOf(judgements.find((one) => one.part === part)!.state));
  return { type: registry.contentType, text: await registry.metrics() };
}
