import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequestHandler } from "@react-router/express";
import express from "express";
import { RouterContextProvider, type ServerBuild } from "react-router";
import { keepSealed } from "#foundation/audit/api.server.ts";
import { actionWordsContext, kindsContext } from "#foundation/audit/public.ts";
import { publishedContext } from "#foundation/datasets/public.ts";
import { carriedKindsContext } from "#foundation/exchange/public.ts";
import { fhirKindsContext } from "#foundation/fhir/public.ts";
import { setIdentity } from "#foundation/identity/api.server.ts";
import { lettersContext } from "#foundation/letters/public.ts";
import { organisationPartsContext } from "#foundation/organisations/public.ts";
import { foundKindsContext } from "#foundation/search/public.ts";
import type { App } from "#platform/app.ts";
import { namesSecret } from "#platform/web/addresses.ts";
import { appContext, moduleNamesContext, nonceContext, routeSeenContext } from "#platform/web/context.ts";
import { answerFailures, guardedExpress } from "#platform/web/http.ts";
import { CLIENT_FOLDER, SERVER_BUILD } from "#platform/web/pages-build.ts";
import { requestLog } from "#platform/web/request-log.ts";
import { securityText } from "#platform/web/security-text.ts";
import { forgetLeftForms } from "#platform/web/sent-form.ts";
import { carriedKinds } from "./exchange.ts";
import { ACTION_WORDS, KINDS, MODULES, modulesAtWork, publishedByModules } from "./modules.ts";
import { foundKinds } from "./search.ts";

export type RunningServer = Readonly<{ address: string; stop(): Promise<void> }>;

const YEAR_S = 31_536_000;
const DRAIN_LIMIT_MS = 20_000;

/** Serves the pages and the API. The pages' build must be up to date. */
export async function serve(app: App): Promise<RunningServer> {
  await forgetLeftForms(Date.now());
  const build = (await import(SERVER_BUILD)) as ServerBuild;
  const letters = (await modulesAtWork()).flatMap((module) => module.letters ?? []);
  const organisationParts = (await modulesAtWork())
    .flatMap((module) => module.organisation ?? [])
    .sort((a, b) => a.position - b.position);
  const kinds = await foundKinds();
  const carried = await carriedKinds();
  const published = await publishedByModules();
  const fhirKinds = (await modulesAtWork()).flatMap(({ fhir = [] }) => fhir);
  const names = MODULES.map(({ name }) => name);
  const uploads = (await modulesAtWork()).flatMap((module) => module.uploads ?? []);
  const http = guardedExpress(app.config, uploads, requestLog(app.log, build));
  let stopping = false;

  http.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  http.get("/readyz", async (_request, response) => {
    const ready = !stopping && (await databaseAnswers(app));
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "not ready\n");
  });
  http.get("/.well-known/security.txt", (_request, response) => {
    response.type("text/plain").send(securityText(app.config, app.clock.today()));
  });
  http.use(
    "/assets",
    express.static(`${CLIENT_FOLDER}/assets`, { immutable: true, maxAge: YEAR_S * 1000, fallthrough: false }),
  );
  // By name: a folder of files would be looked into for every page.
  for (const file of ["/favicon.svg", "/favicon.ico", "/share.png"])
    http.get(file, express.static(CLIENT_FOLDER, { maxAge: 3_600_000 }));
  http.use(
    "/handbook-pictures",
    express.static(`${CLIENT_FOLDER}/handbook-pictures`, { maxAge: 3_600_000, fallthrough: false }),
  );
  http.use(
    createRequestHandler({
      build,
      mode: "production",
      getLoadContext: async (request, response) => {
        const context = new RouterContextProvider();
        context.set(appContext, app);
        context.set(nonceContext, response.locals.nonce as string);
        context.set(routeSeenContext, (pattern) => {
          response.locals.route = pattern;
          // Set here so that it replaces the header that all other pages have.
          if (namesSecret(pattern)) response.setHeader("Referrer-Policy", "no-referrer");
        });
        context.set(actionWordsContext, ACTION_WORDS);
        context.set(kindsContext, KINDS);
        context.set(lettersContext, letters);
        context.set(moduleNamesContext, names);
        context.set(foundKindsContext, kinds);
        context.set(carriedKindsContext, carried);
        context.set(publishedContext, published);
        context.set(fhirKindsContext, fhirKinds);
        context.set(organisationPartsContext, organisationParts);
        await setIdentity(app, context, request);
        return context;
      },
    }),
  );

  http.use(answerFailures(app.log));

  const server = createServer(http);
  server.requestTimeout = 300_000;
  server.headersTimeout = 20_000;
  server.listen(app.config.port, app.config.host);
  await Promise.race([
    once(server, "listening"),
    once(server, "error").then(([error]) => Promise.reject(error)),
  ]);
  const sealing = keepSealed(app);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${app.config.host.includes(":") ? `[${app.config.host}]` : app.config.host}:${port}`,
    async stop() {
      stopping = true;
      await finish(server);
      await sealing.stop();
    },
  };
}

/** Takes no new connection, lets requests under way finish, and ends what is still open after the limit. */
async function finish(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_LIMIT_MS);
  await closed;
  clearTimeout(limit);
}

async function databaseAnswers(app: App): Promise<boolean> {
  try {
    await app.pool.query("select 1");
    return true;
  } catch {
    return false;
  }
}
