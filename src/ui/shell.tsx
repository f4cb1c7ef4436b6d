import type { ReactNode } from "react";
import { Link, NavLink } from "react-router";
import { Search, SearchDialog, type SearchPlace } from "./search-dialog.tsx";

export type MenuItem = Readonly<{ to: string; label: string; end?: boolean }>;
export type MenuGroup = readonly MenuItem[];

const ITEM =
  "block min-h-11 px-4 py-2.5 text-oln-16N-100 leading-6 text-solid-gray-900 hover:bg-blue-50 aria-[current=page]:border-l-4 aria-[current=page]:border-blue-900 aria-[current=page]:bg-blue-100 aria-[current=page]:pl-3 aria-[current=page]:text-blue-1000 aria-[current=page]:text-oln-16B-100 aria-[current=page]:leading-6";

/** How many of the menu's entries stand at the bottom of a phone; the rest is behind one tap. */
const ON_PHONE = 3;

/**
 * The frame around every page: name, place, search and account above; the menu at the left, or at the bottom of a
 * phone with its most used entries. Works without script: menus are `details`.
 */
export function Shell({
  place,
  search,
  account,
  menu,
  children,
  notice,
}: {
  /** Where one works, with the switch to other places. */
  place?: ReactNode;
  search: SearchPlace;
  account: ReactNode;
  menu: readonly MenuGroup[];
  notice?: ReactNode;
  children: ReactNode;
}) {
  const flat = menu.flat();
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:p-3"
      >
        本文へ移る
      </a>
      <header className="no-print border-b border-solid-gray-300">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2 desktop:gap-x-6 desktop:px-6">
          <Link to="/" className="text-std-20B-150 text-blue-1000 no-underline">
            結 Yui
          </Link>
          {place}
          <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-2">
            <Search place={search} />
            {account}
          </div>
        </div>
        {notice}
      </header>
      <SearchDialog place={search} />
      <div className="flex grow">
        {flat.length > 0 ? (
          <nav
            aria-label="メニュー"
            className="no-print hidden w-48 shrink-0 border-r border-solid-gray-300 py-4 desktop:block"
          >
            <MenuList menu={menu} />
          </nav>
        ) : null}
        <main
          id="main"
          className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-6 pb-28 desktop:px-8 desktop:pb-16"
        >
          {children}
        </main>
      </div>
      {flat.length > 0 ? (
        <nav
          aria-label="メニュー（下）"
          className="no-print fixed inset-x-0 bottom-0 z-10 flex border-t border-solid-gray-420 bg-white desktop:hidden"
        >
          {flat.slice(0, ON_PHONE).map((item) => (
            <NavLink
              key={item.to}
              to={item.to}
              end={item.end ?? false}
              className="flex min-h-14 flex-1 items-center justify-center px-1 text-center text-oln-14N-100 text-solid-gray-900 aria-[current=page]:border-t-4 aria-[current=page]:border-blue-900 aria-[current=page]:text-blue-1000"
            >
              {item.label}
            </NavLink>
          ))}
          <details className="group flex-1">
            <summary className="flex min-h-14 cursor-pointer list-none items-center justify-center text-oln-14N-100">
              ほか
            </summary>
            <div className="absolute inset-x-0 bottom-full max-h-[70vh] overflow-y-auto border-t border-solid-gray-420 bg-white py-2">
              <MenuList menu={menu} />
            </div>
          </details>
        </nav>
      ) : null}
    </div>
  );
}

function MenuList({ menu }: { menu: readonly MenuGroup[] }) {
  return menu.map((group) =>
    group.length === 0 ? null : (
      <ul
        key={group[0]!.to}
        className="border-solid-gray-300 not-first:mt-3 not-first:border-t not-first:pt-3"
      >
        {group.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.end ?? false} className={ITEM}>
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    ),
  );
}

/** A small menu that opens under its label; a `details`, so that it needs no script. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="relative">
      <summary className="flex min-h-11 cursor-pointer items-center gap-1 px-2 text-oln-16N-100">
        {label}
        <span aria-hidden="true">▾</span>
      </summary>
      <div className="absolute right-0 z-20 w-72 max-w-[90vw] border border-solid-gray-420 bg-white py-2 shadow-1">
        {children}
      </div>
    </details>
  );
}
