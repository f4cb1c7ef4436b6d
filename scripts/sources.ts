import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Folders that hold code. The checks read every file of them. */
export const CODE_FOLDERS = ["src", "packages", "scripts", "test", "bench"] as const;

const SKIPPED = new Set(["node_modules", "build", "golden", ".react-router"]);

/** Every `.ts` and `.tsx` file under these folders of a project, as paths from its root with forward slashes. */
export function sourceFiles(root: string, folders: readonly string[] = CODE_FOLDERS): string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) walk(path);
      } else if (/\.tsx?$/.test(entry.name)) {
        found.push(relative(root, path).split(sep).join("/"));
      }
    }
  };
  for (const folder of folders) if (existsSync(join(root, folder))) walk(join(root, folder));
  return found.sort();
}

/** Ends a check: prints what was found and sets the exit code. */
export function conclude(check: string, problems: readonly string[], done: string): void {
  if (problems.length === 0) {
    process.stdout.write(`${check}: ${done}\n`);
    return;
  }
  process.stderr.write(`${problems.map((problem) => `  ${problem}`).join("\n")}\n`);
  process.stderr.write(`${check}: ${problems.length} to mend\n`);
  process.exitCode = 1;
}
