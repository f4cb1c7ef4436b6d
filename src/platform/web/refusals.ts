import type { NextFunction, Request, RequestHandler, Response } from "express";
import type { Config } from "#platform/config/config.ts";
import { isLoopback } from "#platform/config/loopback.ts";
import { holdsToken, isOneClick } from "./addresses.ts";

/** Where a machine asks after this one's health, by whatever name it knows it. */
const HEALTH = /^\/(healthz|readyz)(\/|$)/;

const say = (response: Response, status: number, sentence: string) =>
  void response.status(status).type("text/plain").send(`${sentence}\n`);

/**
 * An address that can't be decoded is nobody's page; what lies behind would write it into the log in full. Neither is
 * one with a NUL, which no text in the database can hold, nor one at a host that is none or at two of them.
 */
export function refuseMalformedAddresses(request: Request, response: Response, next: NextFunction) {
  const hosts = request.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host");
  if (
    hosts.length === 1 &&
    isDecodable(request.path) &&
    !/%00/.test(request.url) &&
    URL.canParse(`http://${request.get("host")}/`)
  )
    return next();
  say(response, 400, "このアドレスは読めません。");
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return false;
  }
}

/**
 * Pages are served under the one address that people type. Another name for this machine is a proxy that does not hand on
 * the Host, or somebody else's domain that was pointed here to get at what is open on this machine (DNS rebinding). Where
 * Yui serves its own machine alone, all names of that are one.
 */
export function refuseOtherHosts(config: Config): RequestHandler {
  const own = new URL(config.origin);
  return (request, response, next) => {
    const asked = new URL(`${own.protocol}//${request.get("host")}/`);
    const same = asked.host === own.host || (isLoopback(asked.hostname) && isLoopback(own.hostname));
    if (same || HEALTH.test(request.path)) return next();
    say(
      response,
      421,
      `ここでは ${own.host} のページだけをお見せします。This server answers for ${own.host} alone (YUI_ORIGIN); a proxy in front must hand on the Host header.`,
    );
  };
}

const METHODS = ["GET", "HEAD", "POST"];

/** Pages are read, and forms sent. */
export function refuseOtherMethods(request: Request, response: Response, next: NextFunction) {
  if (METHODS.includes(request.method)) return next();
  response.set("Allow", METHODS.join(", "));
  say(response, 405, "この方法では受け付けません。");
}

/**
 * Forged requests from other sites: every browser in use sends Origin with a request that changes something, so one
 * with a foreign Origin, or with neither Origin nor a same-origin Sec-Fetch-Site, is refused (OWASP, verifying origin).
 * A browser that says where it comes from is believed also against its Origin. Pages that hide their address from others
 * (Referrer-Policy: no-referrer) hide their Origin too: then Sec-Fetch-Site tells, and of browsers before 2023, which send
 * none, the secret in the address that no other site knows. So does a mail program that ends a list (RFC 8058): it sends
 * neither, and comes to an address that reads no session.
 */
export function refuseForeignPosts(config: Config): RequestHandler {
  const own = new URL(config.origin).host;
  return (request, response, next) => {
    if (["GET", "HEAD"].includes(request.method)) return next();
    const origin = request.get("origin");
    const site = request.get("sec-fetch-site");
    const host = origin && URL.canParse(origin) ? new URL(origin).host : undefined;
    const hidden = origin === "null";
    const same =
      origin && !hidden
        ? host === own || host === request.get("host")
        : site === "same-origin" ||
          (site === undefined && (hidden ? holdsToken(request.path) : isOneClick(request.path)));
    // Left in, the pages would take it for a foreign one.
    if (same && hidden) delete request.headers.origin;
    if (same && site !== "cross-site" && site !== "same-site") return next();
    say(response, 403, "この操作は別のサイトから送信されたため、受け付けませんでした。");
  };
}

/** Pages read forms; only the API reads anything else. What does not say what it is, is no form. */
export function refuseOtherBodies(request: Request, response: Response, next: NextFunction) {
  if (request.method !== "POST" || request.path.startsWith("/api/")) return next();
  const type = request.get("content-type");
  if (type === undefined || /^multipart\/form-data(?!.*;\s*boundary=.)/i.test(type))
    return say(response, 400, "送信内容を読み取れません。前の画面に戻って、もう一度送信してください。");
  // As the header says, whether a body follows or not.
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type)) return next();
  say(response, 415, "この形式には対応していません。");
}
