import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useLocation, useNavigation } from "react-router";
import { Logo } from "./drawings.tsx";
import { Search, SearchDialog, type SearchPlace } from "./search-dialog.tsx";
import { type MenuGroup, MenuList, OpenPages, PhoneBar } from "./shell-menu.tsx";

/** What the frame itself says. */
export type ShellWords = Readonly<{
  skip: string;
  menu: string;
  open: string;
  phoneMenu: string;
  rest: string;
  coming: string;
}>;

/**
 * The frame around every page: name, place, search and account above; the menu at the left, or at the bottom of a
 * phone with its most used entries; who runs the place below. Works without script: menus are `details`.
 */
export function Shell({
  home,
  words,
  place,
  search,
  account,
  menu,
  open,
  children,
  notice,
  footer,
  printed,
}: {
  home: string;
  words: ShellWords;
  /** Where one works, with the switch to other places. */
  place?: ReactNode;
  search: SearchPlace;
  account: ReactNode;
  menu: readonly MenuGroup[];
  /** Pages beside this one, for who has no menu. */
  open: readonly Readonly<{ to: string; label: string }>[];
  notice?: ReactNode;
  footer: ReactNode;
  /** On paper alone: where and as of which day. Pages are numbered by the style sheet. */
  printed: string;
  children: ReactNode;
}) {
  const staff = menu.flat().length > 0;
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-white focus:p-3"
      >
        {words.skip}
      </a>
      <header className="no-print border-b border-solid-gray-300">
        <Coming words={words.coming} />
        <div
          className={`flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 desktop:gap-x-6 ${staff ? "desktop:px-5" : "mx-auto max-w-6xl desktop:px-8"}`}
        >
          <Link to={home} className="inline-flex min-h-11 items-center">
            <Logo />
          </Link>
          {place}
          <div className="ml-auto flex flex-wrap items-center gap-x-1 gap-y-1 desktop:gap-x-3">
            <Search place={search} below={staff} />
            {account}
          </div>
        </div>
        <OpenPages pages={open} label={words.open} />
        {notice}
      </header>
      <SearchDialog place={search} />
      <div className="flex grow">
        {staff ? (
          <nav
            aria-label={words.menu}
            className="no-print hidden w-52 shrink-0 border-r border-washi-edge bg-washi py-3 desktop:block"
          >
            <MenuList menu={menu} />
          </nav>
        ) : null}
        <main
          id="main"
          className="mx-auto w-full min-w-0 max-w-6xl px-4 pt-6 pb-12 desktop:px-8 desktop:pb-16"
        >
          <p className="print-only text-right text-dns-14N-130">{printed}</p>
          {children}
        </main>
      </div>
      {footer}
      {staff ? (
        <PhoneBar menu={menu} search={search} words={{ name: words.phoneMenu, rest: words.rest }} />
      ) : null}
    </div>
  );
}

/**
 * On a slow line a bar says after 300 ms (app.css) that the page is on its way. The page that came is told to readers of
 * the screen, and the keyboard goes on from its heading: a browser does so by itself only for whole pages.
 */
function Coming({ words }: { words: string }) {
  const { state } = useNavigation();
  const { pathname, hash } = useLocation();
  const before = useRef(pathname);
  const [told, setTold] = useState("");
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    setTold(document.title);
    const heading = document.querySelector<HTMLElement>("#main h1");
    if (hash || !heading || document.querySelector("[data-refused]")) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [pathname, hash]);
  return (
    <>
      {state === "idle" ? null : <div className="is-on-its-way" role="progressbar" aria-label={words} />}
      <p role="status" className="sr-only">
        {told}
      </p>
    </>
  );
}

export type FooterLink = Readonly<{ to: string; label: string }>;

/** Who runs the place, how to reach them, what holds here, and which version this is. */
export function Footer({
  operator,
  links,
  version,
  name,
  staff,
}: {
  operator: string;
  links: readonly FooterLink[];
  version: string;
  name: string;
  staff: boolean;
}) {
  return (
    <footer className={`no-print border-t border-washi-edge bg-washi ${staff ? "max-desktop:pb-20" : ""}`}>
      <div
        className={`flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 ${staff ? "py-3 desktop:px-5" : "mx-auto max-w-6xl py-8 desktop:px-8"}`}
      >
        <p className={staff ? "text-dns-14N-130" : "text-std-16B-170"}>{operator}</p>
        <nav aria-label={name}>
          <ul className="flex flex-wrap items-center gap-x-6">
            {links.map(({ to, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="inline-flex min-h-11 items-center text-dns-14N-130 text-solid-gray-900 underline underline-offset-4"
                >
                  {label}
                </Link>
              </li>
            ))}
            <li className="text-dns-14N-130 text-solid-gray-700">{version}</li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
