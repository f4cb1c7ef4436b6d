import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { UseCase } from "#foundation/authority/public.ts";

const IMPORTS = /import \{([^}]+)\} from "([^"]+)"/g;

/** Commands by the name that a page imports; what holds several gives them all. */
export function commandsByExport(
  modules: readonly Readonly<Record<string, unknown>>[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [exported, value] of modules.flatMap((module) => Object.entries(module))) {
    const parts = typeof value === "object" && value !== null ? Object.values(value) : [value];
    const names = parts.flatMap((part) => {
      const declared = (part as UseCase | undefined)?.declared;
      return declared?.kind === "command" ? [declared.name] : [];
    });
    if (names.length > 0) found.set(exported, [...(found.get(exported) ?? []), ...names]);
  }
  return found;
}

/** The commands that a page imports, itself or by its parts: all that its buttons can name. */
export function commandsOf(file: string, byExport: ReadonlyMap<string, readonly string[]>): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const read = (path: string) => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    for (const [, what, from] of readFileSync(path, "utf8").matchAll(IMPORTS)) {
      if (from!.startsWith(".") && from!.endsWith(".tsx")) read(resolve(dirname(path), from!));
      if (!/(usecases|commands|public)\.(server\.)?ts$/.test(from!)) continue;
      for (const word of what!.matchAll(/\w+/g))
        for (const name of byExport.get(word[0]) ?? []) names.add(name);
    }
  };
  read(file);
  return [...names].sort();
}
