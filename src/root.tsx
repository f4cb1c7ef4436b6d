import enhancingScript from "virtual:enhancing-script";
import { type ReactNode, useContext } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import { keptNowhere, proveAgain, signInAgain, usableSession } from "#foundation/identity/api.server.ts";
import { idsInAddresses } from "#platform/web/addresses.ts";
import { nonceContext } from "#platform/web/context.ts";
import { noteRoute } from "#platform/web/request-log.ts";
import { ErrorPage } from "#ui/error-page.tsx";
import { keepUnsent } from "#ui/form-unsent.ts";
import { Hydrated } from "#ui/hydrated.ts";
import { unlockFirst } from "#ui/lock.ts";
import "./ui/app.css";
import type { Route } from "./+types/root";
import { MODULES } from "./modules.ts";
import staffFonts from "./ui/staff-fonts.css?url";

const NEVER_HELD = MODULES.flatMap((module) => module.neverHeld ?? []);

export const middleware: Route.MiddlewareFunction[] = [
  noteRoute,
  keptNowhere,
  signInAgain,
  usableSession(NEVER_HELD),
  proveAgain(NEVER_HELD),
  idsInAddresses(MODULES.flatMap((module) => module.addressWords ?? [])),
];

/** What was typed stays in its form where the session has locked, and where a sending brought no answer. */
export const clientMiddleware: Route.ClientMiddlewareFunction[] = [unlockFirst, keepUnsent];

export function loader({ context }: Route.LoaderArgs) {
  return { nonce: context.get(nonceContext) };
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
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
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
