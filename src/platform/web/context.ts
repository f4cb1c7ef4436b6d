import { createContext } from "react-router";
import type { App } from "#platform/app.ts";

/** What a request needs of the running app. Set by the server for each request. */
export const appContext = createContext<App>();

/** The request's nonce of the Content-Security-Policy. */
export const nonceContext = createContext<string>();

/** Where the server hears which route answers, for its log. */
export const routeSeenContext = createContext<(pattern: string) => void>();
