import type { Config } from "#platform/config/config.ts";
import { PROXY_PATH, type SeenBehindProxy } from "#platform/web/http.ts";
import { bad, type Check, type Finding, good, note } from "./finding.ts";

const WHAT = "proxy";
const LIMIT_MS = 5_000;

/** Asks the way that people come, and hears what of it arrives: a proxy that drops a header makes every form fail. */
export const proxy: Check = async (config) => {
  if (config.mode === "demonstration") return good(WHAT, "none is needed (demonstration)");
  let answer: Response;
  try {
    answer = await fetch(new URL(PROXY_PATH, config.origin), {
      redirect: "manual",
      signal: AbortSignal.timeout(LIMIT_MS),
    });
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    return note(
      WHAT,
      `nothing answers at ${config.origin} (${code ?? (error as Error).name})`,
      "start Yui and what stands in front of it, then run doctor again",
    );
  }
  const seen = (await answer.json().catch(() => undefined)) as SeenBehindProxy | undefined;
  if (answer.status !== 200 || seen?.protocol === undefined)
    return bad(WHAT, `${config.origin} leads somewhere else`, "let it lead to this Yui (docs/operating)");
  return proxyFinding(config, seen);
};

export function proxyFinding(
  { origin, trustProxy }: Pick<Config, "origin" | "trustProxy">,
  { host, protocol, forwarded }: SeenBehindProxy,
): Finding {
  const own = new URL(origin);
  if (host !== own.host)
    return bad(
      WHAT,
      `requests arrive for ${host} instead of ${own.host}, so every page is refused`,
      "hand on the Host header (nginx: proxy_set_header Host $host)",
    );
  if (own.protocol === "https:" && !trustProxy)
    return bad(
      WHAT,
      "YUI_TRUST_PROXY is not set, so every form is refused and every client has the proxy's address",
      "set YUI_TRUST_PROXY=1",
    );
  if (`${protocol}:` !== own.protocol)
    return bad(
      WHAT,
      `requests arrive as ${protocol}, so every form is refused`,
      "hand on the protocol (nginx: proxy_set_header X-Forwarded-Proto $scheme)",
    );
  if (trustProxy && !forwarded)
    return bad(
      WHAT,
      "nobody's address arrives, so limits count all people as one",
      "hand on the address (nginx: proxy_set_header X-Forwarded-For $remote_addr)",
    );
  return good(WHAT, "hands on host, protocol and address");
}
