const NAME = /^yui-(\d{4}-\d{2}-\d{2}T\d{6}Z)\.backup$/;

/** The name of a backup of that moment; names sort as their moments do. */
export const backupName = (at: Date): string =>
  `yui-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z.backup`;

export const isBackupName = (name: string): boolean => NAME.test(name);

/** The moment that a backup's name tells; undefined where the name is no backup's. */
export function backupMoment(name: string): Date | undefined {
  const [, day, time] = /^(.{10})T(.{6})Z$/.exec(NAME.exec(name)?.[1] ?? "") ?? [];
  return time === undefined ? undefined : new Date(`${day}T${time.replace(/(..)(..)(..)/, "$1:$2:$3")}Z`);
}

/** How many of the last days, weeks and months each keep their newest backup. */
export type Generations = Readonly<{ days: number; weeks: number; months: number }>;

/** The backups of a folder that no generation keeps. The newest is always kept, and so is any other file. */
export function outdatedBackups(names: readonly string[], { days, weeks, months }: Generations): string[] {
  const backups = names.filter(isBackupName).sort().reverse();
  const kept = new Set(backups.slice(0, 1));
  const keepNewestOf = (count: number, periodOf: (day: Date) => string) => {
    const periods = new Set<string>();
    for (const name of backups) {
      const period = periodOf(new Date(`${NAME.exec(name)![1]!.slice(0, 10)}T00:00:00Z`));
      if (periods.has(period)) continue;
      if (periods.size >= count) return;
      periods.add(period);
      kept.add(name);
    }
  };
  keepNewestOf(days, (day) => day.toISOString().slice(0, 10));
  keepNewestOf(weeks, (day) => String(Math.floor((day.getTime() / 86_400_000 + 3) / 7)));
  keepNewestOf(months, (day) => day.toISOString().slice(0, 7));
  return backups.filter((name) => !kept.has(name));
}
