import { randomBytes } from "node:crypto";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import type { Logger } from "pino";
import type { Config } from "#platform/config/config.ts";
import {
  refuseForeignPosts,
  refuseMalformedAddresses,
  refuseOtherBodies,
  refuseOtherHosts,
  refuseOtherMethods,
} from "./refusals.ts";
import { LONGEST_FORM_BYTES, MOST_DRAINED_BYTES } from "./sent-form.ts";

/**
 * A path that takes in files, and how long a request to it may be. Matched as a whole: a part of a path is chosen by
 * whoever asks, and a form that is no upload is read into memory.
 */
export type Upload = Readonly<{ path: RegExp; bytes: number }>;

/** Where a doctor, who asks by the address that people type, hears what of it arrives here. */
export const PROXY_PATH = "/healthz/proxy";
export type SeenBehindProxy = Readonly<{ host: string | undefined; protocol: string; forwarded: boolean }>;

/** Public pages that other sites may show within their own; they act as nobody who is signed in and set no cookie. */
const isEmbedded = (path: string): boolean => path.startsWith("/embed/");

/** An express app with what every response and every request needs before any page is asked; `watch` sees them all. */
export function guardedExpress(
  config: Config,
  uploads: readonly Upload[] = [],
  ...watch: express.RequestHandler[]
): express.Express {
  const http = express();
  http.disable("x-powered-by");
  if (config.trustProxy) http.set("trust proxy", 1);
  http.use((_request: Request, response: Response, next: NextFunction) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  });
  http.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
          // Charts carry their sizes as style attributes; style sheets and style elements stay ours alone.
          styleSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", "data:"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: [(request) => (isEmbedded((request as Request).path) ? "*" : "'none'")],
        },
      },
      referrerPolicy: { policy: "same-origin" },
      // Only a server that is reached by https may promise https.
      strictTransportSecurity: config.origin.startsWith("https:") ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
    }),
  );
  http.use((request, response, next) => {
    const embedded = isEmbedded(request.path);
    if (embedded) response.removeHeader("X-Frame-Options");
    // Where they are is asked of readers by a button of ours alone, and by the browser once more.
    const position = embedded ? "()" : "(self)";
    response.setHeader("Permissions-Policy", `camera=(), microphone=(), geolocation=${position}, payment=()`);
    next();
  });
  http.use(refuseMalformedAddresses, ...watch);
  http.use(refuseOtherHosts(config), refuseOtherMethods, refuseForeignPosts(config), refuseOtherBodies);
  http.use(refuseLargeBodies(uploads));
  http.use(compression());
  http.get(PROXY_PATH, (request, response) => {
    const { protocol } = request;
    const forwarded = request.get("x-forwarded-for") !== undefined;
    response.json({ host: request.get("host"), protocol, forwarded } satisfies SeenBehindProxy);
  });
  return http;
}

const TOO_LONG =
  "送信内容が大きすぎます。ブラウザーの「戻る」で前の画面に戻り、文を短くするか、ファイルを小さく分けて、もう一度送信してください。\n";

function refuseLargeBodies(uploads: readonly Upload[]): express.RequestHandler {
  return (request, response, next) => {
    const path = request.path.replace(/\.data$/, "");
    const limit = uploads.find((upload) => upload.path.test(path))?.bytes ?? LONGEST_FORM_BYTES;
    const announced = Number(request.get("content-length") ?? 0);
    if (announced > limit) {
      const refuse = () => response.status(413).set("Connection", "close").type("text/plain").send(TOO_LONG);
      if (announced > MOST_DRAINED_BYTES) refuse();
      else request.resume().once("end", refuse);
      return;
    }
    // Nobody waits for the end of what may be refused before it is read: the connection is closed with the answer.
    if (announced > MOST_DRAINED_BYTES || request.get("transfer-encoding")) response.shouldKeepAlive = false;
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > limit) request.destroy();
    });
    request.pause();
    next();
  };
}

/** Answers what nothing else did. Express would print the error in full, with the address that was asked for. */
export function answerFailures(log: Logger): express.ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const given: unknown = error?.status;
    const status = typeof given === "number" && given >= 400 && given < 500 ? given : 500;
    if (status === 500) log.error({ err: error }, "a request failed");
    if (response.headersSent) response.destroy();
    else response.status(status).type("text/plain").send("お応えできません。\n");
  };
}
