import qrcode from "qrcode";
import { inArea } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { lendingPolicy } from "../access.ts";
import { selectModels, selectUnits } from "./stock.store.server.ts";

/** Labels of 24 a sheet of A4, three across: the number in letters and as a picture for a reader. */
const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: ("BIZ UDPGothic", "Noto Sans JP"), lang: "ja", size: 9pt)
#set page(paper: "a4", margin: (x: 0mm, y: 12.9mm))
#grid(columns: (70mm, 70mm, 70mm), rows: 33.9mm,
  ..data.labels.map((one) => box(inset: 5mm, grid(columns: (22mm, 1fr), column-gutter: 3mm, align: horizon,
    image(bytes(one.code), width: 20mm, alt: one.number), [#one.model \\ #text(weight: "bold", size: 11pt, one.number)]))))
`;

/** Labels of the units that are in use or under repair. */
export const printLabels = query({
  name: "lending-label.print",
  ...inArea(lendingPolicy, "lending-office"),
  async run(permit) {
    const models = await selectModels(permit);
    const units = (await selectUnits(permit)).filter(({ state }) => state === "in_use" || state === "repair");
    if (units.length === 0) return notFound("lending-unit");
    const labels = await Promise.all(
      units.map(async ({ modelId, number }) => ({
        number,
        model: models.find(({ id }) => id === modelId)?.name ?? "",
        code: await qrcode.toString(number, { type: "svg", margin: 0 }),
      })),
    );
    return ok({ pdf: renderPdf(SOURCE, { title: "貸出機器のラベル", labels }) });
  },
});
