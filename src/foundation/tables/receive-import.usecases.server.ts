import { redirect } from "react-router";
import type { App } from "#platform/app.ts";
import { invalid, type Result } from "#platform/kernel/result.ts";
import type { ImportId } from "#platform/tables/import.ts";
import { NO_FILE } from "#platform/tables/messages.ts";
import { receiveTable } from "#platform/tables/received.ts";
import { formAgain } from "#platform/web/form-answer.ts";
import { newImportId } from "./begin.usecases.server.ts";
import { fileOf, forgetFile } from "./work.usecases.server.ts";

type Sent = Readonly<{
  id: ImportId;
  file: Readonly<{ path: string; name: string }>;
  fields: Readonly<Record<string, string>>;
}>;

/**
 * Takes in a form with a file, which may be large: ask before whether the sender may. Throws a redirect to the import
 * that it began, under the address of the list; gives the form again where it was refused, and then keeps no file.
 */
export async function receiveImport(
  request: Request,
  app: App,
  {
    command,
    list,
    begin,
  }: Readonly<{ command: string; list: string; begin: (sent: Sent) => Promise<Result<unknown>> }>,
) {
  const id = newImportId();
  const path = fileOf(app, id);
  const { fields, fileName } = await receiveTable(request, path);
  const begun = fileName
    ? await begin({ id, file: { path, name: fileName }, fields })
    : invalid({ file: [NO_FILE] });
  if (begun.ok) throw redirect(`${list}/${id}`);
  await forgetFile(app, id);
  return formAgain(command, begun, fields);
}
