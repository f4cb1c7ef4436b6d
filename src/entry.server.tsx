import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ReactNode } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { actorContext } from "#foundation/identity/public.ts";
import { appContext, nonceContext } from "#platform/web/context.ts";
import { Hydrated } from "#ui/hydrated.ts";

const RENDER_LIMIT_MS = 10_000;

/**
 * Renders whole pages, never half ones: an old browser on a slow line gets HTML that works before any script. Whoever is
 * not signed in gets nothing but that, and one small script (see decision 0028).
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (context.get(actorContext).kind !== "person") {
    const page = renderToStaticMarkup(
      <Hydrated value={false}>
        <ServerRouter context={withoutOthers(entryContext)} url={request.url} />
      </Hydrated>,
    );
    return new Response(`<!DOCTYPE html>${page}`, { headers, status });
  }
  const nonce = context.get(nonceContext);
  return hydratedPage(<ServerRouter context={entryContext} url={request.url} nonce={nonce} />, {
    headers,
    status,
    nonce,
  });
}

/** The page's own routes alone, and not its data again: the routes of staff, however many, are no work for a visitor's page. */
function withoutOthers({ serverHandoffStream: _, ...context }: EntryContext): EntryContext {
  const { matches } = context.staticHandlerContext;
  const routes = Object.fromEntries(
    matches.map(({ route }) => [route.id, context.manifest.routes[route.id]]),
  );
  return { ...context, manifest: { ...context.manifest, routes } };
}

/** A page is sent in one piece, which is much less work than the many small ones that React makes of it. */
function hydratedPage(
  page: ReactNode,
  { headers, status, nonce }: { headers: Headers; status: number; nonce: string },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(limit);
        const pieces = new PassThrough();
        buffer(pieces).then(
          (body) => resolve(new Response(new Uint8Array(body), { headers, status: finalStatus })),
          reject,
        );
        pipe(pieces);
      },
      onShellError: reject,
      onError() {
        finalStatus = 500;
      },
    });
    // A page that is done must not be held in memory until the limit.
    const limit = setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
}

/** A page that does not exist is no fault of ours; everything else that a loader or action throws is. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(appContext).log.error({ err: error }, "a page failed");
};
