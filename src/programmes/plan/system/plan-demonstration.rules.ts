import type { LibraryEntry } from "../publishing/library.rules.ts";

/** Which pillar an initiative of Hamada serves; undefined stays unlinked, as it was in the source. */
export function pillarOf(entry: LibraryEntry): number | undefined {
  switch (entry.fineKind) {
    case "personal_file":
      return 0;
    case "resource_map":
    case "publicity":
    case "consultation":
      return 1;
    case "outreach_lecture":
    case "award":
      return 2;
    case "equipment_loan":
      return 3;
    default:
      return undefined;
  }
}

/** Whether an initiative of Sagamihara serves its printed goal, that employers and staff take an interest. */
export const servesInterest = (entry: LibraryEntry): boolean =>
  ["publicity", "training", "survey", "event", "workplace_action", "self_action", "event_corner"].includes(
    entry.fineKind,
  );
