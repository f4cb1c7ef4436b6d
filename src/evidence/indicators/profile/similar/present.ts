import { type Language, SIMILARITY } from "../messages.ts";
import type { Profile } from "../schema.ts";

/** Which areas are the similar ones and by what, or why there are none. */
export function presentLikeness(similar: Profile["similar"], language: Language) {
  if (!similar) return null;
  if (similar.status === "not-found") return { areas: [], variables: [], reason: similar.reason };
  return {
    areas: similar.areas.map(({ area, distance }) => ({ slug: area.slug, name: area.name, distance })),
    variables: similar.variables.map((variable) => SIMILARITY[variable][language]),
    reason: null,
  };
}
