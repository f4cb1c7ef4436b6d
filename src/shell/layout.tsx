import { type ReactNode, useState } from "react";
import { data, isRouteErrorResponse, Outlet, useLocation, useMatches } from "react-router";
import { actionWordsContext } from "#foundation/audit/public.ts";
import { HELP_TEXT } from "#foundation/help/public.ts";
import { lockOwner, requestOf } from "#foundation/identity/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { doneBefore, FORGET_DONE } from "#platform/web/done.ts";
import { ErrorPage, ErrorText } from "#ui/error-page.tsx";
import { HelpBox } from "#ui/help-box.tsx";
import { Notice } from "#ui/notice.tsx";
import { Footer, Shell } from "#ui/shell.tsx";
import { Lockable } from "#ui/unlock.tsx";
import type { Route } from "./+types/layout";
import { doneWords } from "./done-words.rules.ts";
import { AccountMenu, Places, VisitorLinks } from "./head-menus.tsx";
import {
  isJapaneseOnly,
  type Language,
  languageOf,
  ROLE_NAMES,
  SAVED_EN,
  SITE_PAGES,
  TEXTS,
} from "./messages.ts";
import { menuFor, openPagesOf, samePageIn } from "./navigation.ts";
import { pageHelp } from "./page-help.server.ts";
import { placesOf } from "./places.server.ts";
import { siteText, VERSION } from "./site.server.ts";
import { todayOf } from "./today.server.ts";

export async function loader({ context, params, pattern, request, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const demonstration = app.config.mode === "demonstration";
  const language = languageOf(url);
  const site = { operator: (await siteText(app, "operator")).title, version: VERSION };
  const today = app.clock.today();
  const day = language === "ja" ? `${showDateJa(today)}現在　結 Yui` : `As of ${today}, Yui`;
  const command = doneBefore(request);
  // What is said of a command in the audit log is Japanese alone.
  const said =
    command && (language === "ja" ? doneWords(context.get(actionWordsContext)[command]?.done) : SAVED_EN);
  const headers: HeadersInit = command ? { "Set-Cookie": FORGET_DONE } : {};
  // The area in the address is the one worked in; elsewhere it is the first of one's own.
  const { area } = params as { area?: string };
  if (actor.kind !== "person") {
    const open = area ? openPagesOf(area, language) : [];
    return data(
      { demonstration, language, site, printed: day, visitor: true as const, open, done: said },
      { headers },
    );
  }
  const places = await placesOf(app, actor);
  const here = places.find((place) => place.slug === area) ?? places[0];
  const from = area ?? here?.slug ?? "";
  // On a page of another area that area stands in the title.
  const printed = [here && (!area || here.slug === area) ? here.name : "", day].filter(Boolean).join("　");
  const frame = {
    demonstration,
    language,
    site,
    printed,
    visitor: false as const,
    user: actor.userId,
    lock: lockOwner(context),
    done: said,
    help: pageHelp(pattern),
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
  return data(frame, { headers });
}

export default function Layout({ loaderData }: Route.ComponentProps) {
  return (
    <Frame loaderData={loaderData}>
      <Outlet />
    </Frame>
  );
}

/** A page that can't be shown leaves the menu where it is; of the area in its address nobody knows whether it is one. */
export function ErrorBoundary({ error, loaderData }: Route.ErrorBoundaryProps) {
  const { pathname, search } = useLocation();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (!loaderData) return <ErrorPage status={status} />;
  const signIn = `/sign-in?next=${encodeURIComponent(pathname + search)}`;
  return (
    <Frame loaderData={loaderData.visitor ? { ...loaderData, open: [] } : loaderData}>
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
      open={loaderData.visitor ? loaderData.open : []}
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
      printed={loaderData.printed}
    >
      <div data-drafts-of={loaderData.visitor ? undefined : loaderData.user}>
        <JustDone of={loaderData} language={language} />
        {loaderData.visitor || !loaderData.help ? null : <HelpBox help={loaderData.help} words={HELP_TEXT} />}
        {children}
      </div>
    </Shell>
  );
  return loaderData.visitor ? shell : <Lockable owner={loaderData.lock}>{shell}</Lockable>;
}

/** What a form has just done, on the page that it led to and on no later one. */
function JustDone({ of, language }: { of: { done?: string | undefined }; language: Language }) {
  const { key } = useLocation();
  const [first, setFirst] = useState({ of, key });
  if (first.of !== of) setFirst({ of, key });
  return of.done && first.key === key ? <Notice kind="success" language={language} title={of.done} /> : null;
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
