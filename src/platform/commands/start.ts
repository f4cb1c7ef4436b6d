import { openApp } from "#platform/open-app.ts";
import { ensurePagesBuild } from "#platform/web/pages-build.ts";

/** Serves until told to stop (Ctrl-C or SIGTERM), then finishes what is under way. */
export async function start(): Promise<void> {
  const [{ app, close }] = await Promise.all([openApp(), ensurePagesBuild()]);
  // After the build, which it reads.
  const { serve } = await import("../../server.ts");
  const server = await serve(app);
  process.stdout.write(`\n  結 Yui  ${server.address}\n\n`);
  const signal = await new Promise<string>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve(name));
  });
  app.log.info({ signal }, "stopping");
  await server.stop();
  await close();
}
