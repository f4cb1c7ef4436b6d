import type { MiddlewareFunction } from "react-router";
import { isUuid } from "#platform/kernel/ids.ts";
import { notFound } from "#platform/kernel/result.ts";
import { shown } from "./refusal.ts";

/** Whether the addresses of a route hold the secret of a link: every one that does calls it `:token`. */
export const namesSecret = (pattern: string): boolean => pattern.split("/").includes(":token");

/** Whether a part of the path is as long as such a secret. */
export const holdsToken = (path: string): boolean => /\/[A-Za-z0-9_-]{43}(?=[/.]|$)/.test(path);

/** Where a mail program ends the mails of a list for its reader (RFC 8058): a secret, and the word for it. */
export const isOneClick = (path: string): boolean => /\/[A-Za-z0-9_-]{43}\/one-click$/.test(path);

/**
 * What an address names is an id, save the parts listed here, which modules read as words of their own (`named`), and
 * `new`, which stands for what has no id yet. Anything else names nothing: no page has to ask the database for it,
 * which would fail on text that is no id.
 */
export const idsInAddresses =
  (named: readonly string[]): MiddlewareFunction<Response> =>
  async ({ params }, next) => {
    const strange = Object.entries(params).some(
      ([name, value = ""]) => !named.includes(name) && value !== "new" && !isUuid(value),
    );
    if (strange) return shown<Response>(notFound("address"));
    return next();
  };
