import { signedInRequest } from "#foundation/identity/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { listResponse } from "#platform/lists/list-file.ts";
import { download } from "#platform/web/download.ts";
import { exportAnswers } from "../files/export.queries.server.ts";
import { codeFile, ddiCodebook, fileColumns, tableSchema } from "../files/export.rules.ts";
import type { Route } from "./+types/survey-export-file";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const found = await exportAnswers(app, actor, params as typeof params & { file: "ddi.xml" });
  if (!found.ok) return download(found);
  const { file, form, name, study, rows } = found.value;
  const text = (of: string, mediaType: string, content: string) =>
    download(ok({ name: `${name}${of}`, mediaType, content: Buffer.from(content) }));
  switch (file) {
    case "schema.json":
      return text(".schema.json", "application/json", `${JSON.stringify(tableSchema(form), null, 1)}\n`);
    case "ddi.xml":
      return text(".ddi.xml", "application/xml", ddiCodebook(form, study));
    case "codes-list.csv":
      return text("_コード表.csv", "text/csv", `\uFEFF${codeFile(form)}`);
    default: {
      const [as, kind] = file.split(".") as ["codes" | "labels", "csv" | "xlsx"];
      const columns = fileColumns(form, as === "codes" ? "code" : "label");
      const listed = columns.map(({ head, cell }, at) => ({ key: String(at), head, cell }));
      return listResponse(kind, `${name}_${as}`, listed, { rows, after: undefined });
    }
  }
}
