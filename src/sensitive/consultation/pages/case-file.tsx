import { download } from "#platform/web/download.ts";
import { readCaseFile } from "../files/case-file.commands.server.ts";
import type { Route } from "./+types/case-file";
import { casePlace } from "./case-place.tsx";

/** A paper of a case, to be saved: no browser shows it. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = casePlace(args);
  return download(await readCaseFile(app, actor, { ...target, file: args.params.file }));
}
