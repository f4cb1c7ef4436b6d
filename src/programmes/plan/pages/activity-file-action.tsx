import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { data, redirect } from "react-router";
import { shown, statusOf } from "#platform/web/refusal.ts";
import { addActivityFiles, removeActivityFile } from "../activities/files/usecases.server.ts";
import { chosenId, type staffPlace } from "./place.tsx";

/** What an activity's page does with its files; undefined where the form is about something else. */
export async function fileAction(
  { app, actor, area, base }: Awaited<ReturnType<typeof staffPlace>>,
  id: string,
  form: FormData,
  values: Readonly<Record<string, string>>,
) {
  if (values.intent === "remove-file") {
    shown(await removeActivityFile(app, actor, area.id, id, chosenId(values)));
    throw redirect(`${base}/activities/${id}#files`);
  }
  if (values.intent !== "files") return undefined;
  const files = form
    .getAll("file")
    .flatMap((one) =>
      one instanceof File && one.size > 0
        ? [{ name: one.name, content: Readable.fromWeb(one.stream() as ReadableStream) }]
        : [],
    );
  const added = await addActivityFiles(app, actor, area.id, id, files);
  if (added.ok) throw redirect(`${base}/activities/${id}#files`);
  if (added.error.kind !== "invalid") throw data(null, { status: statusOf(added.error) });
  const fileErrors = added.error.fields.file;
  return data({ errors: {}, fileErrors, ask: [], values: null, overtaken: undefined }, { status: 422 });
}
