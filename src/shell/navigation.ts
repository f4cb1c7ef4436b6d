import { type Actor, ROLES, roleAnywhere, roleInArea } from "#foundation/actors/public.ts";
import { MENU_GROUPS, type MenuEntry, WORKING_STAFF } from "#foundation/modules/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { TodayItem } from "#platform/web/today.ts";
import type { MenuGroup } from "#ui/shell-menu.tsx";
import { MODULES } from "../modules.ts";

const TODAY: MenuEntry = {
  label: "本日の業務",
  icon: "today",
  to: () => "/today",
  // Whoever signs in arrives there, so it leads back for everybody.
  roles: ROLES,
  group: "work",
  position: 10,
};

/** The days to come, of all modules. */
const CALENDAR: MenuEntry = {
  label: "予定",
  icon: "calendar",
  to: () => "/calendar",
  roles: [...WORKING_STAFF, "workplace"],
  group: "work",
  position: 55,
};

/** The menu, most used first; a group is set off by a line. An entry is shown to the roles that can do something there. */
const ENTRIES: readonly MenuEntry[] = [TODAY, CALENDAR, ...MODULES.flatMap(({ menu }) => menu ?? [])].sort(
  (a, b) => a.position - b.position,
);

export function menuFor(actor: Actor, area: string, todo: readonly TodayItem[] = []): readonly MenuGroup[] {
  return MENU_GROUPS.map((group) =>
    ENTRIES.filter((entry) => entry.group === group && isFor(actor, entry)).map((entry) => ({
      to: entry.to(area),
      label: entry.label,
      short: entry === TODAY ? "本日" : undefined,
      icon: entry.icon,
      end: entry.end ?? false,
      count: entry === TODAY ? countOf(todo) : countOf(todo, entry.to),
    })),
  );
}

const OPEN_PAGES = MODULES.flatMap(({ openPages }) => openPages ?? []).sort(
  (a, b) => a.position - b.position,
);

/** Pages of an area that anybody reads, for who has no menu. */
export const openPagesOf = (area: string, language: "ja" | "en"): readonly { to: string; label: string }[] =>
  OPEN_PAGES.map(({ label, to }) => ({
    to: language === "en" ? `${to(area)}?lang=en` : to(area),
    label: label[language],
  }));

const isFor = (actor: Actor, { roles, nationwide }: MenuEntry): boolean =>
  roleAnywhere(actor, roles) !== undefined &&
  (!nationwide || (actor.kind === "person" && actor.reach === "all"));

const PLACE = "\u0000";

/** How much is to be done now; of an entry, what leads beneath it, in whichever area. */
function countOf(todo: readonly TodayItem[], to?: MenuEntry["to"]): number {
  const now = todo.filter(({ urgency }) => urgency === "overdue" || urgency === "today");
  if (!to) return now.length;
  const [before, after] = to(PLACE).split(PLACE);
  if (!after) return 0;
  return now.filter(
    ({ action }) =>
      action.to.startsWith(before!) &&
      action.to
        .slice(before!.length)
        .replace(/^[^/]+/, "")
        .startsWith(after),
  ).length;
}

/**
 * Where the switch of areas leads: from a page of one area to that of the other which stands over the same menu entry,
 * if the actor has it there; else to the other's health profile.
 */
export function samePageIn(
  actor: Actor,
  pathname: string,
  from: string,
  other: Readonly<{ id: AreaId; slug: string }>,
): string {
  const ofArea = ENTRIES.filter(({ to }) => to(from).startsWith(`/areas/${from}`));
  const over = ofArea.filter(({ to }) => `${pathname}/`.startsWith(`${to(from)}/`));
  const nearest = over.sort((a, b) => b.to(from).length - a.to(from).length)[0];
  return nearest && roleInArea(actor, other.id, nearest.roles)
    ? nearest.to(other.slug)
    : `/areas/${other.slug}`;
}
