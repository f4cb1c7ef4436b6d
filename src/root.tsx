import enhancingScript from "virtual:enhancing-script";
import { type ReactNode, useContext } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "react-router";
import { keptNowhere, proveAgain, signInAgain, usableSession } from "#foundation/identity/api.server.ts";
import { idsInAddresses } from "#platform/web/addresses.ts";
import { appContext, nonceContext } from "#platform/web/context.ts";
import { noteRoute } from "#platform/web/request-log.ts";
import { densityOf } from "#ui/density.tsx";
import { ErrorPage } from "#ui/error-page.tsx";
import { keepUnsent } from "#ui/form-unsent.ts";
import { Hydrated } from "#ui/hydrated.ts";
import { unlockFirst } from "#ui/lock.ts";
import "./ui/app.css";
import type { Route } from "./+types/root";
import { MODULES } from "./modules.ts";
import { isJapaneseOnly, languageOf, SHARED } from "./shell/messages.ts";
import staffFonts from "./ui/staff-fonts.css?url";

const NEVER_HELD = MODULES.flatMap((module) => module.neverHeld ?? []);

export const middleware: Route.MiddlewareFunction[] = [
  noteRoute,
  keptNowhere,
  signInAgain,
  usableSession(NEVER_HELD),
  proveAgain(NEVER_HELD),
  idsInAddresses(["page", ...MODULES.flatMap((module) => module.addressWords ?? [])]),
];

/** What was typed stays in its form where the session has locked, and where a sending brought no answer. */
export const clientMiddleware: Route.ClientMiddlewareFunction[] = [unlockFirst, keepUnsent];

export function loader({ context, request, url }: Route.LoaderArgs) {
  return {
    nonce: context.get(nonceContext),
    language: languageOf(url),
    density: densityOf(request.headers.get("cookie")),
    origin: context.get(appContext).config.origin,
  };
}

/**
 * The nonce under which this document was served. The loader runs again after each form and is given a new one, which
 * the document's policy does not know; so in the browser the document itself is asked.
 */
function nonceOfDocument(sent: string | undefined): string | undefined {
  if (typeof document === "undefined") return sent;
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || sent;
}

/** What stands around each page. A visitor's page is the same for all visitors and carries no nonce: its script is a file. */
export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const hydrated = useContext(Hydrated);
  const nonce = hydrated ? nonceOfDocument(data?.nonce) : undefined;
  const japaneseOnly = useMatches().some(({ handle }) => isJapaneseOnly(handle));
  const language = japaneseOnly ? "ja" : (data?.language ?? "ja");
  return (
    <html lang={language} data-density={data?.density}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <meta name="description" content={SHARED[language]} />
        <meta property="og:site_name" content="結 Yui" />
        <meta property="og:type" content="website" />
        <meta property="og:description" content={SHARED[language]} />
        {data ? <meta property="og:image" content={`${data.origin}/share.png`} /> : null}
        <meta name="twitter:card" content="summary_large_image" />
        {/* Where the browser finds the nonce that this document was served under. */}
        {hydrated ? <meta property="csp-nonce" nonce={nonce} /> : null}
        <Meta />
        <Links nonce={nonce} />
        {hydrated ? (
          <link rel="stylesheet" href={staffFonts} />
        ) : (
          <script type="module" src={enhancingScript} />
        )}
      </head>
      <body>
        {children}
        {hydrated ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />;
}
