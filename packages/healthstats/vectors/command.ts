import { runVectors, type VectorReport } from "./run.ts";
import { UnreadableVectors } from "./vector-file.ts";

/** Where the command writes; the process's own streams unless told. */
export interface VectorsOutput {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

const CONSOLE: VectorsOutput = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
};

/** Exit codes: all pass, some fail, the command could not run. */
export const EXIT = { pass: 0, fail: 1, usage: 2 } as const;

/** Runs the vectors of a folder and prints the report; gives the exit code. */
export async function vectorsCommand(
  folder: string | undefined,
  options: { readonly json?: boolean } = {},
  output: VectorsOutput = CONSOLE,
): Promise<number> {
  if (!folder) {
    output.error("usage: vectors DIR [--json]");
    return EXIT.usage;
  }
  try {
    const report = await runVectors(folder);
    if (options.json) output.out(JSON.stringify(report, null, 2));
    else printReport(report, output);
    return report.passed === report.total ? EXIT.pass : EXIT.fail;
  } catch (error) {
    if (!(error instanceof UnreadableVectors)) throw error;
    output.error(error.message);
    return EXIT.usage;
  }
}

function printReport(report: VectorReport, { out }: VectorsOutput): void {
  const width = Math.max(...report.functions.map((entry) => entry.function.length));
  for (const { function: name, passed, total, failures } of report.functions) {
    out(`${name.padEnd(width)}  ${passed}/${total}`);
    for (const { id, expected, actual } of failures) {
      out(`  ${id}`);
      out(`    expected ${JSON.stringify(expected)}`);
      out(`    actual   ${JSON.stringify(actual)}`);
    }
  }
  out(`${"all".padEnd(width)}  ${report.passed}/${report.total}`);
}
