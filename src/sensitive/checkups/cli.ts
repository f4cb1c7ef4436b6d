import { existsSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { json, Refused, report } from "#platform/commands/command.ts";
import { hashFile, SHORTEST_KEY } from "./hashing/hash-file.usecases.server.ts";

type Options = Readonly<{ keyFile: string; out: string; json?: boolean }>;

/** `yui checkups hash`: for providers, without a data folder and without a network. */
export function registerCheckups(program: Command): void {
  const parent = program.command("checkups").description("results of health checkups");
  json(parent.command("hash"))
    .description("take out who somebody is: names and insurance numbers become a key of the provider's own")
    .argument("<file>", "CSV, tab-separated, a national XML or its ZIP, as the checkup institution gave it")
    .requiredOption("--key-file <file>", "a file with the provider's own key; keep it, and give it to nobody")
    .requiredOption("--out <file>", "where the file to be handed over goes")
    .action(async (path: string, { keyFile, out, ...options }: Options) => {
      for (const file of [path, keyFile])
        if (!existsSync(file)) throw new Refused(`There is no file ${file}.`);
      if (existsSync(out)) throw new Refused(`${out} is there already.`);
      const key = readFileSync(keyFile, "utf8").trim();
      if (key.length < SHORTEST_KEY) throw new Refused(`The key must have ${SHORTEST_KEY} letters or more.`);
      const done = await hashFile(path, out, key);
      if (!done.ok)
        throw new Refused(
          typeof done.error === "object"
            ? done.error.sentence
            : done.error === "no-header"
              ? "No line has columns with names or numbers of persons."
              : "The file can't be read as CSV, as a national XML or as its ZIP.",
        );
      report(options, done.value, ({ rows, withoutKey, removed }) => [
        `${rows} rows written, ${withoutKey} of them without a key`,
        `taken out: ${removed.join(", ")}`,
      ]);
    });
}
