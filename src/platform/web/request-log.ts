import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";
import { type MiddlewareFunction, matchRoutes, type RouteObject, type ServerBuild } from "react-router";
import { routeSeenContext } from "./context.ts";

const QUIET = /^\/(assets\/|healthz$|readyz$|favicon)/;

/**
 * One line for each request: method, route, status, time. The route is its pattern (`/areas/:area`), never the address
 * that was asked for, which may name a person; nor query, client address, browser or user.
 */
export function requestLog(log: Logger, build: ServerBuild) {
  const patternOf = routePatterns(build.routes);
  return (request: Request, response: Response, next: NextFunction) => {
    if (QUIET.test(request.path)) return next();
    const begun = performance.now();
    response.once("close", () => {
      const ms = Math.round(performance.now() - begun);
      // Looking it up is dear among many routes, so what answered says it; what was refused before has to be looked up.
      const route = response.locals.route ?? patternOf(request.path);
      const line = { method: request.method, route, status: response.statusCode, ms };
      if (response.statusCode >= 500) log.error(line, "request");
      else log.info(response.writableFinished ? line : { ...line, left: true }, "request");
    });
    next();
  };
}

/** Tells the log which route answers. */
export const noteRoute: MiddlewareFunction<globalThis.Response> = ({ pattern, context }, next) => {
  context.get(routeSeenContext)(pattern.startsWith("/") ? pattern : `/${pattern}`);
  return next();
};

type Routes = Readonly<
  Record<string, Readonly<{ id: string; parentId?: string; path?: string; index?: boolean }> | undefined>
>;

/** A function that gives the pattern under which a path is served; `(none)` for one that is not. */
export function routePatterns(routes: Routes): (path: string) => string {
  const tree = childrenOf(undefined, Object.values(routes));
  return (path) => {
    // What the browser asks for when it moves within the app.
    const page = path.replace(/^\/_root\.data$/, "/").replace(/\.data$/, "");
    const matches = matchRoutes(tree, page) ?? [];
    const pattern = matches.flatMap(({ route }) => route.path ?? []).join("/");
    return matches.length > 0 ? `/${pattern}`.replace(/\/{2,}/g, "/") : "(none)";
  };
}

function childrenOf(parent: string | undefined, routes: readonly Routes[string][]): RouteObject[] {
  return routes.flatMap((route): RouteObject[] => {
    if (!route || route.parentId !== parent) return [];
    const path = route.path === undefined ? {} : { path: route.path };
    if (route.index) return [{ id: route.id, ...path, index: true as const }];
    return [{ id: route.id, ...path, children: childrenOf(route.id, routes) }];
  });
}
