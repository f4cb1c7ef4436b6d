/**
 * Of everything that a provider brought of one person in one fiscal year: which checkups stand, which one counts, and what
 * the new file's lines do. Pure, so that taking in, taking back and bringing anew follow one rule.
 */
export type YearRow = Readonly<{
  importId: string;
  line: number;
  examDay: string;
  version: number;
  standing: boolean;
  counted: boolean;
  /** Everything that it says, by item: two rows with the same text say the same. */
  says: string;
}>;
export type SettledRow = Readonly<{ row: YearRow; version: number; standing: boolean; counted: boolean }>;
export type SettledYear = Readonly<{
  rows: readonly SettledRow[];
  /** Lines of the new file that say what stands already, or what an earlier line of it says. */
  unchanged: readonly YearRow[];
  repeated: readonly YearRow[];
  /** Lines of the new file that stand in place of an earlier version. */
  changed: readonly YearRow[];
  /** Lines of the new file that contradict another one of the same person and day, as long as nobody has chosen. */
  contradicting: readonly YearRow[];
  /** Lines that somebody left out for another one of the same person and day. */
  passedOver: readonly YearRow[];
}>;
/** Which of several lines of one person and day counts, where they say different things; none where nobody chose. */
export type ChosenLine = "first" | "last" | undefined;

/** `fresh` is the import whose lines are new; undefined where one was taken back and only the rest is put in order. */
export function settleYear(
  rows: readonly YearRow[],
  fresh: string | undefined,
  chosen?: ChosenLine,
): SettledYear {
  const passedOver: YearRow[] = [];
  const [unchanged, repeated, changed, contradicting]: [YearRow[], YearRow[], YearRow[], YearRow[]] = [
    [],
    [],
    [],
    [],
  ];
  const kept: { row: YearRow; version: number; standing: boolean }[] = [];
  for (const [, ofDay] of Map.groupBy(rows, ({ examDay }) => examDay)) {
    const old = ofDay.filter(({ importId }) => importId !== fresh).sort((a, b) => a.version - b.version);
    const lines = ofDay.filter(({ importId }) => importId === fresh).sort((a, b) => a.line - b.line);
    const last = old.at(-1);
    const differ = lines.some(({ says }) => says !== lines[0]!.says);
    const [line, ...more] = differ && chosen === "last" ? lines.toReversed() : lines;
    let standing = last;
    if (differ && chosen === undefined) contradicting.push(...lines);
    else {
      for (const one of more) (one.says === line?.says ? repeated : passedOver).push(one);
      if (line && last?.says === line.says) unchanged.push(line);
      else if (line) {
        standing = line;
        if (last) changed.push(line);
        kept.push({ row: line, version: (last?.version ?? 0) + 1, standing: true });
      }
    }
    for (const row of old) kept.push({ row, version: row.version, standing: row === standing });
  }
  // The yearly checkup is the first one; what follows is examined again.
  const firstDay = kept
    .filter(({ standing }) => standing)
    .map(({ row }) => row.examDay)
    .sort()[0];
  return {
    rows: kept.map((one) => ({ ...one, counted: one.standing && one.row.examDay === firstDay })),
    ...{ unchanged, repeated, changed, contradicting, passedOver },
  };
}
