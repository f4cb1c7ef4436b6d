import { createContext } from "react-router";
import type { App } from "#platform/app.ts";

/** What a request needs of the running app. Set by the server for each request. */
export const appContext = createContext<App>();

/** The request's nonce of the Content-Security-Policy. */
export const nonceContext = createContext<string>();

/** Where the server hears which route answers, for its log. */
export const routeSeenContext = createContext<(pattern: string) => void>();

/** The names of the modules of this house, for pages that lead to another module only where it is there. */
export const moduleNamesContext = createContext<readonly string[]>([]);
