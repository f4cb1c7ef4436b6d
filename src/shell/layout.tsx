import { type ReactNode, useState } from "react";
import { data, isRouteErrorResponse, Link, Outlet, useLocation, useMatches } from "react-router";
import { actionWordsContext } from "#foundation/audit/public.ts";
import { lockOwner, requestOf } from "#foundation/identity/public.ts";
import { doneBefore, FORGET_DONE } from "#platform/web/done.ts";
import { forgetDrafts } from "#ui/enhance/drafts.ts";
import { ErrorPage, ErrorText } from "#ui/error-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { Disclosure, Shell } from "#ui/shell.tsx";
import { Lockable } from "#ui/unlock.tsx";
import type { Route } from "./+types/layout";
import { doneWords, languageOf, ROLE_NAMES, TEXTS } from "./messages.ts";
import { menuFor, samePageIn } from "./navigation.ts";
import { placesOf } from "./places.server.ts";

export async function loader({ context, params, request, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const demonstration = app.config.mode === "demonstration";
  const language = languageOf(url);
  if (actor.kind !== "person") return { demonstration, language, visitor: true as const };
  const places = await placesOf(app, actor);
  // The area in the address is the one worked in; elsewhere it is the first of one's own.
  const { area } = params as { area?: string };
  const here = places.find((place) => place.slug === area) ?? places[0];
  const from = area ?? here?.slug ?? "";
  const done = doneBefore(request);
  const frame = {
    demonstration,
    language,
    visitor: false as const,
    user: actor.userId,
    lock: lockOwner(context),
    done: done ? doneWords(context.get(actionWordsContext)[done]?.done) : undefined,
    name: actor.name,
    roles: [...new Set(actor.memberships.map((membership) => membership.role))].map(
      (role) => ROLE_NAMES[role],
    ),
    places: places.map((place) => ({ ...place, to: samePageIn(actor, url.pathname, from, place) })),
    here,
    menu: menuFor(actor, here?.slug ?? "nation"),
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
  const text = TEXTS[loaderData.language];
  const notice = loaderData.demonstration ? (
    <p className="bg-yellow-100 px-4 py-1 text-dns-14N-130 desktop:px-6">{text.demonstration}</p>
  ) : null;
  const shell = (
    <Shell
      menu={loaderData.visitor ? [] : loaderData.menu}
      search={{ action: "/search", language: loaderData.language, ...text.search }}
      place={loaderData.visitor ? null : <Places places={loaderData.places} here={loaderData.here} />}
      account={
        loaderData.visitor ? <VisitorLinks language={loaderData.language} /> : <AccountMenu {...loaderData} />
      }
      notice={notice}
    >
      <div lang={loaderData.language} data-drafts-of={loaderData.visitor ? undefined : loaderData.user}>
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

type Place = { slug: string; name: string };

function Places({ places, here }: { places: (Place & { to: string })[]; here: Place | undefined }) {
  if (!here) return null;
  if (places.length === 1) return <span className="text-std-16B-170">{here.name}</span>;
  return (
    <Disclosure label={<span className="text-std-16B-170">{here.name}</span>}>
      <ul>
        {places.map((place) => (
          <li key={place.slug}>
            <Link to={place.to} className="block min-h-11 px-4 py-2.5 hover:bg-blue-50">
              {place.name}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Pages that exist in Japanese alone say so by `handle`: a link to their English would lead nowhere. */
const isJapaneseOnly = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "japaneseOnly" in handle;

function VisitorLinks({ language }: { language: "ja" | "en" }) {
  const location = useLocation();
  const japaneseOnly = useMatches().some(({ handle }) => isJapaneseOnly(handle));
  const text = TEXTS[language];
  const query = new URLSearchParams(location.search);
  if (language === "en") query.delete("lang");
  else query.set("lang", "en");
  const search = query.toString();
  return (
    <>
      {japaneseOnly && language === "ja" ? null : (
        <Link
          to={`${location.pathname}${search ? `?${search}` : ""}`}
          lang={language === "en" ? "ja" : "en"}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {text.otherLanguage}
        </Link>
      )}
      <Link
        to="/sign-in"
        className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
      >
        {text.signIn}
      </Link>
    </>
  );
}

function AccountMenu({ name, roles, language }: { name: string; roles: string[]; language: "ja" | "en" }) {
  const text = TEXTS[language];
  return (
    <Disclosure label={<span className="max-w-28 truncate desktop:max-w-none">{name}</span>}>
      <p className="px-4 py-2 text-dns-14N-130 text-solid-gray-700">{roles.join("・")}</p>
      <Link to="/account" className="block min-h-11 px-4 py-2.5 hover:bg-blue-50">
        {text.account}
      </Link>
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
