import { type ReactNode, useState } from "react";
import { data, isRouteErrorResponse, Link, Outlet, useLocation, useMatches } from "react-router";
import { actionWordsContext } from "#foundation/audit/public.ts";
import { lockOwner, requestOf } from "#foundation/identity/public.ts";
import { doneBefore, FORGET_DONE } from "#platform/web/done.ts";
import { DensitySwitch } from "#ui/density.tsx";
import { forgetDrafts } from "#ui/enhance/drafts.ts";
import { ErrorPage, ErrorText } from "#ui/error-page.tsx";
import { Icon } from "#ui/icon.tsx";
import { Notice } from "#ui/notice.tsx";
import { Footer, Shell } from "#ui/shell.tsx";
import { Disclosure } from "#ui/shell-menu.tsx";
import { Lockable } from "#ui/unlock.tsx";
import type { Route } from "./+types/layout";
import {
  doneWords,
  isJapaneseOnly,
  type Language,
  languageOf,
  ROLE_NAMES,
  SITE_PAGES,
  TEXTS,
} from "./messages.ts";
import { menuFor, samePageIn } from "./navigation.ts";
import { placesOf } from "./places.server.ts";
import { siteText, VERSION } from "./site.server.ts";
import { todayOf } from "./today.server.ts";

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const demonstration = app.config.mode === "demonstration";
  const language = languageOf(url);
  const site = { operator: (await siteText(app, "operator")).title, version: VERSION };
  if (actor.kind !== "person") return { demonstration, language, site, visitor: true as const };
  const places = await placesOf(app, actor);
  // The area in the address is the one worked in; elsewhere it is the first of one's own.
  const { area } = params as { area?: string };
  const here = places.find((place) => place.slug === area) ?? places[0];
  const from = area ?? here?.slug ?? "";
  const done = doneBefore(request);
  const frame = {
    demonstration,
    language,
    site,
    visitor: false as const,
    user: actor.userId,
    lock: lockOwner(context),
    done: done ? doneWords(context.get(actionWordsContext)[done]?.done) : undefined,
    name: actor.name,
    roles: [...new Set(actor.memberships.map((membership) => membership.role))].map(
      (role) => ROLE_NAMES[role],
    ),
    places: places.map(({ roles, ...place }) => ({
      ...place,
      roles: roles.map((role) => ROLE_NAMES[role]).join("・"),
      to: samePageIn(actor, url.pathname, from, place),
    })),
    here,
    menu: menuFor(actor, here?.slug ?? "nation", await todayOf(app, actor)),
  };
  return data(frame, done ? { headers: { "Set-Cookie": FORGET_DONE } } : {});
}

export default function Layout({ loaderData }: Route.ComponentProps) {
  return (
    <Frame loaderData={loaderData}>
      <Outlet />
    </Frame>
  );
}

/** A page that can't be shown leaves the menu where it is. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (!loaderData) return <ErrorPage status={status} />;
  const signIn = `/sign-in?next=${encodeURIComponent(pathname + search)}`;
  return (
    <Frame loaderData={loaderData}>
      <ErrorText status={status} signIn={loaderData.visitor ? signIn : undefined} />
    </Frame>
  );
}

type FrameData = Route.ComponentProps["loaderData"];

function Frame({ loaderData, children }: { loaderData: FrameData; children: ReactNode }) {
  const japaneseOnly = useMatches().some(({ handle }) => isJapaneseOnly(handle));
  const language: Language = japaneseOnly ? "ja" : loaderData.language;
  const text = TEXTS[language];
  const notice = loaderData.demonstration ? (
    <p className="bg-yellow-100 px-4 py-1 text-dns-14N-130 desktop:px-6">{text.demonstration}</p>
  ) : null;
  const shell = (
    <Shell
      home={language === "en" ? "/?lang=en" : "/"}
      words={text.words}
      footer={<SiteFooter language={language} site={loaderData.site} staff={!loaderData.visitor} />}
      menu={loaderData.visitor ? [] : loaderData.menu}
      search={{ action: "/search", language, ...text.search }}
      place={
        loaderData.visitor ? null : <Places places={loaderData.places} here={loaderData.here} text={text} />
      }
      account={
        loaderData.visitor ? (
          <VisitorLinks language={language} offered={!japaneseOnly} />
        ) : (
          <AccountMenu {...loaderData} />
        )
      }
      notice={notice}
    >
      <div data-drafts-of={loaderData.visitor ? undefined : loaderData.user}>
        {loaderData.visitor ? null : <JustDone of={loaderData} />}
        {children}
      </div>
    </Shell>
  );
  return loaderData.visitor ? shell : <Lockable owner={loaderData.lock}>{shell}</Lockable>;
}

/** What a form has just done, on the page that it led to and on no later one. */
function JustDone({ of }: { of: { done?: string | undefined } }) {
  const { key } = useLocation();
  const [first, setFirst] = useState({ of, key });
  if (first.of !== of) setFirst({ of, key });
  return of.done && first.key === key ? <Notice kind="success" title={of.done} /> : null;
}

function SiteFooter({
  language,
  site,
  staff,
}: {
  language: Language;
  site: Readonly<{ operator: string; version: string }>;
  staff: boolean;
}) {
  const links = Object.entries(SITE_PAGES).map(([page, names]) => ({
    to: `/about/${page}`,
    label: names[language],
  }));
  const text = TEXTS[language];
  return (
    <Footer
      operator={site.operator}
      links={links}
      version={text.version(site.version)}
      name={text.footer}
      staff={staff}
    />
  );
}

type Place = { slug: string; name: string };
type Words = (typeof TEXTS)[Language];

function Places({
  places,
  here,
  text,
}: {
  places: (Place & { to: string; kind: string; roles: string })[];
  here: Place | undefined;
  text: Words;
}) {
  if (!here) return null;
  const label = (
    <>
      <Icon name="place" />
      <span className="max-w-36 truncate text-std-16B-170 desktop:max-w-none">{here.name}</span>
    </>
  );
  if (places.length === 1) return <span className="inline-flex items-center gap-2">{label}</span>;
  return (
    <Disclosure label={label} side="left">
      <p className="px-4 py-1 text-dns-14N-130 text-solid-gray-700">{text.place}</p>
      <ul>
        {places.map((place) => {
          const shown = place.slug === here.slug;
          return (
            <li key={place.slug}>
              <Link
                to={place.to}
                aria-current={shown || undefined}
                className="flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-blue-50"
              >
                <Icon name="check" className={shown ? "size-5 text-blue-900" : "invisible size-5"} />
                <span className="grow">
                  <span className={shown ? "block font-bold" : "block"}>{place.name}</span>
                  <span className="block text-dns-14N-130 text-solid-gray-700">
                    {[place.kind, place.roles, shown ? text.here : ""].filter(Boolean).join("・")}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

const HEAD_LINK =
  "inline-flex min-h-11 items-center gap-1.5 text-solid-gray-900 underline-offset-4 hover:underline";

function VisitorLinks({ language, offered }: { language: Language; offered: boolean }) {
  const location = useLocation();
  const text = TEXTS[language];
  const query = new URLSearchParams(location.search);
  if (language === "en") query.delete("lang");
  else query.set("lang", "en");
  const search = query.toString();
  return (
    <>
      {offered ? (
        <Link
          to={`${location.pathname}${search ? `?${search}` : ""}`}
          lang={language === "en" ? "ja" : "en"}
          className={HEAD_LINK}
        >
          <Icon name="globe" />
          {text.otherLanguage}
        </Link>
      ) : null}
      <Link to="/sign-in" className={HEAD_LINK}>
        <Icon name="signIn" />
        {text.signIn}
      </Link>
    </>
  );
}

function AccountMenu({ name, roles, language }: { name: string; roles: string[]; language: "ja" | "en" }) {
  const text = TEXTS[language];
  return (
    <Disclosure
      label={
        <>
          <Icon name="person" />
          <span className="max-w-28 truncate max-desktop:sr-only desktop:max-w-none">{name}</span>
        </>
      }
    >
      <p className="px-4 pt-1 desktop:hidden">{name}</p>
      <p className="px-4 py-2 text-dns-14N-130 text-solid-gray-700">{roles.join("・")}</p>
      <Link to="/account" className="block min-h-11 px-4 py-2.5 hover:bg-blue-50">
        {text.account}
      </Link>
      <DensitySwitch label={text.density} />
      <form method="post" action="/sign-out" onSubmit={forgetDrafts}>
        <button
          type="submit"
          className="block min-h-11 w-full cursor-pointer px-4 py-2.5 text-left hover:bg-blue-50"
        >
          {text.signOut}
        </button>
      </form>
    </Disclosure>
  );
}
