import { inject } from "vitest";
import type { App } from "#platform/app.ts";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";
import { connectionTo } from "#test/setup/server.ts";
import { ask } from "./asking.ts";
import { startServer } from "./server.ts";

/** The server of a test's app, which keeps what is done, and so many forms sent to it by strangers at once. */
export async function serverForMany(app: App) {
  await ensurePagesBuild();
  const { rows } = await app.pool.query<{ name: string }>("select current_database() as name");
  const server = await startServer(app, connectionTo(inject("server"), rows[0]!.name), { rehearsing: false });
  return {
    stop: server.stop,
    /** The addresses to which each was led; empty where it was led nowhere. */
    async sendAll(path: string, forms: readonly object[]): Promise<string[]> {
      const sent = forms.map((form) =>
        ask(server.origin, path, "", new URLSearchParams(Object.entries(form) as [string, string][])),
      );
      return (await Promise.all(sent)).map(({ location }) => location);
    },
  };
}
