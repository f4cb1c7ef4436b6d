import type { ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from "react-router";
import { keptNowhere, usableSession } from "#foundation/identity/api.server.ts";
import { idsInAddresses } from "#platform/web/addresses.ts";
import { nonceContext } from "#platform/web/context.ts";
import { noteRoute } from "#platform/web/request-log.ts";
import { ErrorPage } from "#ui/error-page.tsx";
import "./ui/app.css";
import type { Route } from "./+types/root";
import { MODULES } from "./modules.ts";

export const middleware: Route.MiddlewareFunction[] = [
  noteRoute,
  keptNowhere,
  usableSession,
  idsInAddresses(MODULES.flatMap((module) => module.addressWords ?? [])),
];

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

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = nonceOfDocument(data?.nonce);
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {/* Where the widgets' library looks for leave to add its own style element. */}
        <meta property="csp-nonce" nonce={nonce} />
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
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
