import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { UseCase } from "#foundation/authority/public.ts";

const IMPORTS = /import \{([^}]+)\} from "([^"]+)"/g;

/** The commands that files of use-cases export, by file and export; what holds several gives them all. */
export type Exported = readonly Readonly<{ file: string; exported: string; names: readonly string[] }>[];

export function commandsByExport(
  modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Exported {
  return Object.entries(modules).flatMap(([file, module]) =>
    Object.entries(module).flatMap(([exported, value]) => {
      const parts = typeof value === "object" && value !== null ? Object.values(value) : [value];
      const names = parts.flatMap((part) => {
        const declared = (part as UseCase | undefined)?.declared;
        return declared?.kind === "command" ? [declared.name] : [];
      });
      return names.length > 0 ? [{ file, exported, names }] : [];
    }),
  );
}

/** The commands that a page imports, itself or by its parts: all that its buttons can name. */
export function commandsOf(page: string, all: Exported): string[] {
  const names = new Set<string>();
  const seen = new Set<string>();
  const read = (path: string) => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    for (const [, what, from] of readFileSync(path, "utf8").matchAll(IMPORTS)) {
      const file = from!.startsWith("#") ? resolve(from!.replace("#", "src/")) : join(dirname(path), from!);
      if (from!.startsWith(".") && file.endsWith(".tsx")) read(file);
      // What a module makes public may stand in any of its files.
      const home = file.endsWith("/public.ts") ? dirname(file) : file;
      const words = what!.split(",").map((word) => word.trim());
      for (const one of all)
        if (one.file.startsWith(home) && words.includes(one.exported))
          for (const name of one.names) names.add(name);
    }
  };
  read(resolve(page));
  return [...names].sort();
}
