import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { appContext, nonceContext } from "#platform/web/context.ts";

const RENDER_LIMIT_MS = 10_000;

/**
 * Renders whole pages, never half ones: an old browser on a slow line gets HTML that works before any script. A page is
 * sent in one piece, which is much less work than the many small ones that React makes of it.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entryContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = context.get(nonceContext);
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={entryContext} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          clearTimeout(limit);
          const pieces = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
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
      },
    );
    // A page that is done must not be held in memory until the limit.
    const limit = setTimeout(abort, RENDER_LIMIT_MS).unref();
  });
}

/** A page that does not exist is no fault of ours; everything else that a loader or action throws is. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.get(appContext).log.error({ err: error }, "a page failed");
};
