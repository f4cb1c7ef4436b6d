import type { IModule } from "dependency-cruiser";

/**
 * First-level folders of a module that still import one another in a circle, by value. The list only shrinks: a folder
 * that joins a circle is a problem, and so is one that stands here and is in none any more.
 */
export const STILL: Readonly<Record<string, readonly string[]>> = {
  "src/evidence/directory": ["entries", "find", "owners"],
  "src/evidence/materials": ["catalogue", "facts", "leaflets", "letters", "orders", "reach", "stock"],
  "src/foundation/identity": ["people", "sign-in"],
  "src/programmes/awards": ["entries", "honours"],
  "src/programmes/events": ["after", "calendar", "catalogue", "day", "letters", "signups", "system"],
  "src/programmes/pledges": ["checks", "promises"],
  "src/sensitive/checkups": ["agreements", "cda", "cube", "erasure", "records"],
  "src/sensitive/consultation": ["cases", "clients", "families", "referrals"],
  "src/sensitive/stress-check": ["answering", "interviews", "prints", "runs", "sheets"],
  "src/sensitive/surveys": ["answering", "design", "frame", "hearings", "paper", "results"],
};

const PLACE = /^(src\/(?:foundation|evidence|programmes|sensitive)\/[^/]+)\/([^/]+)\//;
const APART = /\.test\.tsx?$|[/.]testing\.ts$/;

type Edges = Map<string, Set<string>>;

/** What is wrong with the circles of folders, given what was read and what may still be. */
export function circleProblems(
  modules: readonly Pick<IModule, "source" | "dependencies">[],
  still: Readonly<Record<string, readonly string[]>> = STILL,
): string[] {
  const found = circlesOf(modules);
  const there = new Set(modules.flatMap(({ source }) => PLACE.exec(source)?.slice(1, 3).join("/") ?? []));
  const names = [...new Set([...found.keys(), ...Object.keys(still)])].sort();
  return names.flatMap((module) => {
    const now = found.get(module) ?? [];
    const known = still[module] ?? [];
    const joined = now.filter((folder) => !known.includes(folder));
    const left = known.filter((folder) => !now.includes(folder) && there.has(`${module}/${folder}`));
    return [
      ...(joined.length > 0
        ? [
            `${module}: its folders ${joined.join(", ")} import one another in a circle (with ${now.join(", ")}); move what both need to a folder below [no-circle-of-folders]`,
          ]
        : []),
      ...(left.length > 0
        ? [
            `${module}: ${left.join(", ")} is in no circle any more; take it out of scripts/fence/circles.ts [no-circle-of-folders]`,
          ]
        : []),
    ];
  });
}

/** The folders that are in a circle, by module. */
function circlesOf(modules: readonly Pick<IModule, "source" | "dependencies">[]): Map<string, string[]> {
  const edges = new Map<string, Edges>();
  for (const { source, dependencies } of modules) {
    const from = PLACE.exec(source);
    if (!from || APART.test(source)) continue;
    for (const { resolved, dependencyTypes } of dependencies) {
      const to = PLACE.exec(resolved);
      if (!to || to[1] !== from[1] || to[2] === from[2] || dependencyTypes.includes("type-only")) continue;
      const own = edges.get(from[1]!) ?? edges.set(from[1]!, new Map()).get(from[1]!)!;
      (own.get(from[2]!) ?? own.set(from[2]!, new Set()).get(from[2]!)!).add(to[2]!);
    }
  }
  const circles = [...edges].map(([module, own]): [string, string[]] => [
    module,
    [...own.keys()].filter((folder) => reaches(own, folder, folder)).sort(),
  ]);
  return new Map(circles.filter(([, folders]) => folders.length > 0));
}

function reaches(edges: Edges, from: string, to: string): boolean {
  const seen = new Set<string>();
  const next = [...(edges.get(from) ?? [])];
  for (let folder = next.pop(); folder !== undefined; folder = next.pop()) {
    if (folder === to) return true;
    if (seen.has(folder)) continue;
    seen.add(folder);
    next.push(...(edges.get(folder) ?? []));
  }
  return false;
}
