import { parseArgs } from "node:util";
import { EXIT, vectorsCommand } from "./command.ts";

try {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean" } },
    allowPositionals: true,
  });
  const folder = positionals.length === 1 ? positionals[0] : undefined;
  process.exitCode = await vectorsCommand(folder, { json: values.json ?? false });
} catch (error) {
  if (!String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS")) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = EXIT.usage;
}
