import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { writeCsv } from "#platform/files/csv-writer.ts";
import { choice, files } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, ok } from "#platform/kernel/result.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { checkupsOf } from "../checkups/checkup.usecases.server.ts";
import { joined } from "../checkups/same-checkup.rules.ts";
import { diaryOf } from "../diary/diary.usecases.server.ts";
import { upsertEntry } from "../file/file.store.server.ts";
import { ofOpenFile, openFile } from "../file/target.usecases.server.ts";
import { BOOKLET, presentBooklet } from "./booklet.present.ts";
import { asFhir } from "./fhir.rules.ts";
import { asJson, CSV_COLUMNS, csvRows } from "./keep.rules.ts";
import { readAny } from "./taken-in.rules.ts";

const FORMATS = ["a4", "a5", "csv", "json", "fhir"] as const;
const MOST_BYTES = 5 * 1024 * 1024;

const TYPES = { a4: "pdf", a5: "pdf", csv: "csv", json: "json", fhir: "json" } as const;

/** The whole file to be taken along. Only for who has shown who they are a short while ago: an open screen is not enough. */
export const exportFile = command({
  name: "health-file.export",
  ...ofOpenFile(),
  fresh: true,
  input: z.object({ format: choice("形式", FORMATS) }),
  async run(permit, { person, key, format }) {
    const file = await openFile(permit, { person, key });
    if (!file.ok) return file;
    const checkups = await checkupsOf(permit, key);
    const today = permit.clock.today();
    const content =
      format === "json" || format === "fhir"
        ? Buffer.from(format === "json" ? asJson(checkups, await diaryOf(permit, key)) : asFhir(checkups))
        : format === "csv"
          ? Buffer.from(writeCsv(CSV_COLUMNS, csvRows(checkups)))
          : renderPdf(BOOKLET, presentBooklet(checkups, { paper: format, printedOn: today }));
    const type = TYPES[format];
    const name = `health-file-${format === "fhir" ? "fhir-" : ""}${today}.${type}`;
    return ok({ name, type, content: content.toString("base64") });
  },
});

/** Reads in what was taken along from another file. What is there already stays; the same checkup is one with two sources. */
export const importFile = command({
  name: "health-file.import",
  ...ofOpenFile(),
  takesFiles: true,
  input: z.object({ file: files("ファイル") }),
  async run(permit, { person, key, file: [sent] }) {
    const file = await openFile(permit, { person, key }, { lock: true });
    if (!file.ok) return file;
    const coming = sent && sent.size <= MOST_BYTES ? readAny(await sent.text()) : undefined;
    if (!coming)
      return invalid({
        file: [
          "健康ファイルから書き出したファイルか、健診データ（XML・FHIR）を選択してください（5MBまで）。",
        ],
      });
    let read = 0;
    const there = await checkupsOf(permit, key);
    for (const one of coming.checkups) {
      if (there.length >= 300) return conflict("健診の記録は300件までです。");
      const next = joined(there, one);
      if (!next) continue;
      const { id = newId() as string, ...content } = { id: undefined, ...next };
      await upsertEntry(permit, key, { id, person, part: "checkup", content });
      const at = there.findIndex((other) => other.id === id);
      there.splice(at < 0 ? there.length : at, 1, { id, ...content });
      read += 1;
    }
    const days = new Set((await diaryOf(permit, key)).map(({ day }) => day));
    for (const content of coming.diary.filter(({ day }) => !days.has(day))) {
      if (days.size >= 4000) return conflict("日々の記録は4000日分までです。");
      days.add(content.day);
      await upsertEntry(permit, key, { id: newId(), person, part: "diary", content });
    }
    return ok({ read });
  },
});
