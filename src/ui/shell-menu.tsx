import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { Icon, type IconName } from "./icon.tsx";

export type MenuItem = Readonly<{
  to: string;
  label: string;
  /** Its word where there is little room. */
  short?: string | undefined;
  icon: IconName;
  end?: boolean;
  /** How much waits there for who looks; 0 shows nothing. */
  count?: number;
}>;
export type MenuGroup = readonly MenuItem[];

const ITEM =
  "flex min-h-11 items-center gap-3 border-l-4 border-transparent py-2 pr-3 pl-4 text-oln-16N-100 leading-6 text-solid-gray-900 hover:bg-blue-50 aria-[current=page]:border-blue-900 aria-[current=page]:bg-white aria-[current=page]:text-blue-900 aria-[current=page]:text-oln-16B-100 aria-[current=page]:leading-6";

export function MenuList({ menu }: { menu: readonly MenuGroup[] }) {
  return menu.map((group) =>
    group.length === 0 ? null : (
      <ul
        key={group[0]!.to}
        className="border-solid-gray-300 not-first:mt-2 not-first:border-t not-first:pt-2"
      >
        {group.map((item) => (
          <li key={item.to}>
            <NavLink
              to={item.to}
              end={item.end ?? false}
              className={({ isPending }) => (isPending ? `${ITEM} is-coming` : ITEM)}
            >
              <Icon name={item.icon} />
              <span className="min-w-0 grow [word-break:auto-phrase]">{item.label}</span>
              <Count of={item} className="text-blue-900 text-oln-14B-100" />
            </NavLink>
          </li>
        ))}
      </ul>
    ),
  );
}

/** One line of pages, which a phone moves sideways. */
export function OpenPages({
  pages,
  label,
}: {
  pages: readonly Readonly<{ to: string; label: string }>[];
  label: string;
}) {
  if (pages.length === 0) return null;
  return (
    <nav aria-label={label} className="border-t border-solid-gray-300">
      <ul className="mx-auto flex max-w-6xl overflow-x-auto px-2 desktop:flex-wrap desktop:px-6">
        {pages.map(({ to, label }) => (
          <li key={to} className="shrink-0">
            <NavLink
              to={to}
              end
              className="inline-flex min-h-11 items-center border-b-4 border-transparent px-2 text-oln-16N-100 text-solid-gray-900 hover:bg-blue-50 aria-[current=page]:border-blue-900 aria-[current=page]:text-blue-900"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count({ of, className }: { of: MenuItem; className: string }) {
  if (!of.count) return null;
  return (
    <span className={className}>
      {of.count}
      <span className="sr-only">件</span>
    </span>
  );
}

const PLACE =
  "relative flex min-h-15 w-full flex-col items-center justify-center gap-1 border-t-4 border-transparent px-1 text-center text-oln-14N-100 text-solid-gray-900 aria-[current=page]:border-blue-900 aria-[current=page]:text-blue-900 aria-[current=page]:text-oln-14B-100";

/** The five places at the bottom of a phone: two of the menu, the days to come, the search, and all the rest. */
export function PhoneBar({
  menu,
  search,
  words,
}: {
  menu: readonly MenuGroup[];
  search: Readonly<{ action: string; label: string }>;
  words: Readonly<{ name: string; rest: string }>;
}) {
  const all = menu.flat();
  const days = all.find(({ icon }) => icon === "calendar");
  const first = [...all.filter((item) => item !== days).slice(0, 2), ...(days ? [days] : [])];
  return (
    <nav
      aria-label={words.name}
      className="no-print fixed inset-x-0 bottom-0 z-10 flex border-t border-solid-gray-420 bg-white desktop:hidden"
    >
      {first.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          end={item.end ?? false}
          className={({ isPending }) => `${PLACE} flex-1 ${isPending ? "is-coming" : ""}`}
        >
          <Icon name={item.icon} />
          {item.short ?? item.label}
          <Count
            of={item}
            className="absolute top-1 left-1/2 ml-2 min-w-5 rounded-full bg-blue-900 px-1 py-0.5 text-white text-oln-14B-100"
          />
        </NavLink>
      ))}
      <a href={search.action} data-search-open className={`${PLACE} flex-1`}>
        <Icon name="search" />
        {search.label}
      </a>
      <details data-menu className="flex-1">
        <summary className={`${PLACE} cursor-pointer list-none`}>
          <Icon name="more" />
          {words.rest}
        </summary>
        <div className="absolute inset-x-0 bottom-full max-h-[70vh] overflow-y-auto border-t border-solid-gray-420 bg-white py-2 shadow-1">
          <MenuList menu={menu} />
        </div>
      </details>
    </nav>
  );
}

/** A small menu that opens under its label, inside the window: towards the side where there is room. */
export function Disclosure({
  label,
  side = "right",
  children,
}: {
  label: ReactNode;
  /** On which side of the head it stands, and along which it opens. */
  side?: "left" | "right";
  children: ReactNode;
}) {
  return (
    <details data-menu className="group relative">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-4 px-2 text-oln-16N-100 hover:bg-blue-50 [&::-webkit-details-marker]:hidden">
        {label}
        <Icon name="right" className="size-4 rotate-90 group-open:-rotate-90" />
      </summary>
      <div
        className={`absolute z-20 w-72 max-w-[calc(100vw-2rem)] rounded-8 border border-solid-gray-420 bg-white py-2 shadow-1 ${side === "left" ? "left-0" : "right-0"} max-desktop:fixed max-desktop:inset-x-4 max-desktop:w-auto`}
      >
        {children}
      </div>
    </details>
  );
}
