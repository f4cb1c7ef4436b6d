import { type Actor, type Role, roleAnywhere, roleInArea } from "#foundation/actors/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import type { MenuGroup } from "#ui/shell.tsx";

type Entry = Readonly<{
  label: string;
  /** `area` is the slug of the area one works for. */
  to(area: string): string;
  roles: readonly Role[];
  end?: boolean;
}>;

const STAFF: readonly Role[] = ["coordinator", "provider", "member", "caseworker", "administrator"];

/** The menu, most used first; a group is set off by a line. An entry is shown to the roles that can do something there. */
const ENTRIES: readonly (readonly Entry[])[] = [
  [
    { label: "きょう", to: () => "/today", roles: [...STAFF, "workplace", "auditor"] },
    { label: "依頼", to: (area) => `/areas/${area}/requests`, roles: ["coordinator"] },
    { label: "返事", to: (area) => `/areas/${area}/asked`, roles: ["provider"] },
    { label: "相談する", to: (area) => `/areas/${area}/ask`, roles: ["workplace"] },
    { label: "わたしたちの依頼", to: (area) => `/areas/${area}/own`, roles: ["workplace"] },
    { label: "健康情報", to: (area) => `/areas/${area}`, roles: [...STAFF, "workplace"], end: true },
    { label: "協議会", to: (area) => `/areas/${area}/council`, roles: ["coordinator", "member"] },
    { label: "計画", to: (area) => `/areas/${area}/plan`, roles: ["coordinator", "member"] },
    { label: "応援団と提供", to: (area) => `/areas/${area}/offers`, roles: ["coordinator", "provider"] },
    {
      label: "カレンダー",
      to: (area) => `/areas/${area}/calendar`,
      roles: ["provider", "member", "workplace"],
    },
    { label: "関係機関", to: (area) => `/organisations?area=${area}`, roles: STAFF },
  ],
  [
    { label: "取り込み", to: () => "/imports", roles: ["coordinator", "administrator"] },
    {
      label: "全国の協議会",
      to: () => "/councils",
      roles: ["coordinator", "member", "administrator", "auditor"],
    },
    { label: "地域を探す", to: () => "/areas", roles: STAFF, end: true },
  ],
  [
    { label: "利用者", to: () => "/members", roles: ["coordinator", "administrator"] },
    { label: "記録と監査", to: () => "/audit", roles: ["auditor", "administrator"] },
  ],
];

export function menuFor(actor: Actor, area: string): readonly MenuGroup[] {
  return ENTRIES.map((group) =>
    group
      .filter((entry) => roleAnywhere(actor, entry.roles) !== undefined)
      .map((entry) => ({ to: entry.to(area), label: entry.label, end: entry.end ?? false })),
  );
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
  const ofArea = ENTRIES.flat().filter(({ to }) => to(from).startsWith(`/areas/${from}`));
  const over = ofArea.filter(({ to }) => `${pathname}/`.startsWith(`${to(from)}/`));
  const nearest = over.sort((a, b) => b.to(from).length - a.to(from).length)[0];
  return nearest && roleInArea(actor, other.id, nearest.roles)
    ? nearest.to(other.slug)
    : `/areas/${other.slug}`;
}
