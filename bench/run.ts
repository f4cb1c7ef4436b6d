/**
 * `npm run bench [NAME …] [--json]`: each measurement beside its baseline, taken in the same run on the same machine.
 * A ratio is ours over the baseline: 1 is as fast, 5 takes five times as long.
 */
export type Row = Readonly<{
  name: string;
  ours: number;
  baseline: number | null;
  ratio: number | null;
  unit: string;
  note: string;
}>;

const BENCHES: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  healthstats: async () => {
    const { benchHealthstats } = await import("./healthstats.ts");
    return (await benchHealthstats()).map(({ name, ours_ms, baseline_ms, ratio }) => ({
      name,
      ours: ours_ms,
      baseline: baseline_ms,
      ratio,
      unit: "ms",
      note: "baseline: a plain loop with the closed formula",
    }));
  },
  profile: async () => {
    const { benchProfile } = await import("./profile.ts");
    return (await benchProfile()).map(({ areas, rows, reader, median_ms, p95_ms }) => ({
      name: `profile of one area for a ${reader}, ${areas} areas and ${rows.toLocaleString("en")} rows stored`,
      ours: median_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
      note: `95 % under ${p95_ms.toFixed(1)} ms; the time must not grow with the areas`,
    }));
  },
  councils: async () => {
    const { benchCouncils } = await import("./councils.ts");
    return (await benchCouncils()).map(({ page, median_ms, p95_ms, idle_p95_ms }) => ({
      name: `${page}, 95 % under`,
      ours: p95_ms,
      baseline: idle_p95_ms,
      ratio: p95_ms / idle_p95_ms,
      unit: "ms",
      note: `median ${median_ms.toFixed(1)} ms; 500 initiatives, 5,000 activities; baseline: a page with nothing to do`,
    }));
  },
  support: async () => {
    const { benchSupport } = await import("./support.ts");
    return (await benchSupport()).map(({ page, per_second, median_ms, p95_ms, ...cpu }) => ({
      name: `${page} of requests at ${per_second} a second`,
      ours: median_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
      note: `95 % under ${p95_ms.toFixed(1)} ms, CPU ${cpu.node_cpu_ms.toFixed(1)} ms here and ${cpu.database_cpu_ms?.toFixed(1) ?? "?"} ms in PostgreSQL; 100,000 requests, 400 supporters, 2,000 offers in the area`,
    }));
  },
  materials: async () => {
    const { benchMaterials } = await import("./materials.ts");
    return (await benchMaterials()).map(({ page, median_ms, p95_ms }) => ({
      name: page,
      ours: median_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
      note: `95 % under ${p95_ms.toFixed(1)} ms; 200 materials, 50,000 movements of the edition`,
    }));
  },
  audit: async () => {
    const { benchAudit } = await import("./audit.ts");
    return (await benchAudit()).map(({ name, median_ms, p95_ms, found }) => ({
      name,
      ours: median_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
      note: `95 % under ${p95_ms.toFixed(1)} ms, ${found} shown; 1,000,000 entries, 200,000 of them lists of 30`,
    }));
  },
  sealing: async () => {
    const { benchSealing } = await import("./sealing.ts");
    return (await benchSealing()).map(({ name, ours_ms, baseline_ms, note }) => ({
      name,
      ours: ours_ms,
      baseline: baseline_ms,
      ratio: baseline_ms === null ? null : ours_ms / baseline_ms,
      unit: "ms",
      note,
    }));
  },
  consultation: async () => {
    const { benchConsultation } = await import("./consultation.ts");
    return (await benchConsultation()).map(({ name, median_ms, p95_ms, errors, note }) => ({
      name: `${name} at 50 a second`,
      ours: median_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
      note: `95 % under ${p95_ms.toFixed(1)} ms, ${errors} errors; ${note}`,
    }));
  },
  directory: async () => {
    const { benchDirectory } = await import("./directory.ts");
    return (await benchDirectory()).map(({ name, ours, baseline, note }) => ({
      ...{ name, ours, baseline, unit: "ms", note },
      ratio: baseline === null ? null : ours / baseline,
    }));
  },
  search: async () => {
    const { benchSearch } = await import("./search.ts");
    return (await benchSearch()).map(({ name, median_ms, p95_ms }) => ({
      name: `100,000 things: ${name}`,
      ours: median_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
      note: p95_ms === undefined ? "" : `95 % under ${p95_ms.toFixed(1)} ms`,
    }));
  },
  surveys: async () => {
    const { benchSurveys } = await import("./surveys.ts");
    return (await benchSurveys()).map(({ name, median_ms, baseline_ms, note }) => ({
      name,
      ours: median_ms,
      baseline: baseline_ms,
      ratio: baseline_ms === null ? null : median_ms / baseline_ms,
      unit: "ms",
      note,
    }));
  },
  checkups: async () => {
    const { benchCheckups } = await import("./checkups.ts");
    const one = await benchCheckups();
    const size = `${one.rows.toLocaleString("en")} results`;
    const row = (name: string, ours: number, baseline: number | null, note: string): Row => ({
      ...{ name, ours, baseline, unit: "ms", note },
      ratio: baseline === null ? null : ours / baseline,
    });
    const memory = `at most ${one.peak_rss_mb.toFixed(0)} MB resident`;
    return [
      row(`import of ${size}`, one.import_ms, one.copy_ms, `${memory}; baseline: COPY of the same file`),
      row(`findings by sex and age of ${size}`, one.cube_ms, one.direct_ms, "equal; baseline: direct SQL"),
      row("the picture of the area", one.picture_ms, null, "eleven indicators from editions"),
      row("own question with two groupings", one.question_ms, null, ""),
      {
        ...{
          name: `${one.documents.toLocaleString("en")} XML documents in a ZIP`,
          baseline: null,
          ratio: null,
        },
        ...{ ours: one.documents / (one.documents_ms / 1000), unit: "documents a second" },
        note: `taken in from end to end, at most ${one.documents_rss_mb.toFixed(0)} MB resident`,
      },
    ];
  },
  import: async () => {
    const { benchImport } = await import("./import.ts");
    const { rows, megabytes, rounds, again_ms, start_ms } = await benchImport();
    const size = `${rows.toLocaleString("en")} rows, ${megabytes.toFixed(0)} MB`;
    const imported = rounds.map(({ copy_ms, import_ms, ratio, peak_rss_mb }, round) => ({
      name: `import of ${size}, round ${round + 1}`,
      ours: import_ms,
      baseline: copy_ms,
      ratio,
      unit: "ms",
      note: `at most ${peak_rss_mb.toFixed(0)} MB resident; baseline: COPY of the same file`,
    }));
    const again = { name: `the same file again`, ours: again_ms, baseline: null, ratio: null, unit: "ms" };
    const start = {
      name: "of each, the start of the process",
      ours: start_ms,
      baseline: null,
      ratio: null,
      unit: "ms",
    };
    return [...imported, { ...again, note: "changes nothing" }, { ...start, note: "`yui import list`" }];
  },
};

async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((word) => word !== "--json");
  const unknown = names.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) {
    process.stderr.write(`no bench ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}\n`);
    return 2;
  }
  const rows: Row[] = [];
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) rows.push(...(await BENCHES[name]!()));
  process.stdout.write(args.includes("--json") ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
  return 0;
}

function table(rows: readonly Row[]): string {
  const number = (value: number | null) => (value === null ? "" : value.toFixed(value < 100 ? 2 : 0));
  const cells = [
    ["", "ours", "baseline", "ratio", "", ""],
    ...rows.map((row) => [
      row.name,
      number(row.ours),
      number(row.baseline),
      number(row.ratio),
      row.unit,
      row.note,
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) =>
          column > 0 && column < 4 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
        )
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}

process.exitCode = await main(process.argv.slice(2));
