import { globSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { service } from "#foundation/actors/public.ts";
import { json, orRefuse, Refused, report, withApp } from "#platform/commands/command.ts";
import type { Declared } from "./usecase.schema.ts";
import { declaredUseCases } from "./usecases.server.ts";

const SOURCES = join(import.meta.dirname, "..", "..");
const USE_CASES = ["**/usecases.server.ts", "**/*.{usecases,commands,queries}.server.ts"];

/** `yui do`: every declared command and query from the command line, as the service `cli`. */
export function registerAuthority(program: Command): void {
  const some = program.command("do").description("declared commands and queries: list them, run one");

  json(some.command("list"))
    .description("what is declared, with what each is aimed at; docs/access.md says who may")
    .action(async (options: { json?: boolean }) => {
      await loadUseCases();
      const all = declaredUseCases()
        .map(({ declared }) => ({ name: declared.name, kind: declared.kind, target: targetOf(declared) }))
        .sort((a, b) => a.name.localeCompare(b.name));
      report(options, all, (list) =>
        list.map(({ name, kind, target }) => [kind, name, ...target].join("\t")),
      );
    });

  some
    .command("run")
    .argument("<name>", "for example area.search")
    .option("--target <json>", "what it is aimed at", "{}")
    .option("--input <json>", "what a form would say", "{}")
    .description("run one as the command line, which may what the policies grant to `cli`; prints JSON")
    .action(async (name: string, options: { target: string; input: string }) => {
      await loadUseCases();
      const useCase = declaredUseCases().find(({ declared }) => declared.name === name);
      if (!useCase) throw new Refused(`There is no ${name}; yui do list names all.`);
      const [target, input] = [readJson("--target", options.target), readJson("--input", options.input)];
      const value = await withApp(async (app) => orRefuse(await useCase(app, service("cli"), target, input)));
      report({ json: true }, value ?? null, () => []);
    });
}

/** Declaring is what loading their files does. */
async function loadUseCases(): Promise<void> {
  for (const file of globSync(USE_CASES, { cwd: SOURCES })) await import(join(SOURCES, file));
}

const targetOf = ({ target }: Declared): string[] => {
  const { shape } = target as unknown as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
};

function readJson(option: string, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Refused(`${option} is no JSON; write it as '{"area":"sma-32-02"}'.`);
  }
}
