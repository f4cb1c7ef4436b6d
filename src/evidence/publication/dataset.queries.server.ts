import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { DatasetAsked, type DatasetRow, type Published, pageOfRows } from "#foundation/datasets/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { publicationPolicy } from "./access.ts";
import { presentEntry } from "./edition.present.ts";
import { selectEveryEdition } from "./edition.store.server.ts";

/** Editions of all areas; one that was withdrawn is gone for harvesters, and stays readable at its address. */
const listEditionChanges = query({
  name: "edition.list-changes",
  policy: publicationPolicy,
  target: DatasetAsked,
  subject: () => ({ type: "edition", area: NATION }),
  async run(permit, asked, app) {
    const rows = (await selectEveryEdition(permit)).map(({ area, edition }): DatasetRow => {
      const { publication, period, number, title, period_name, made_on } = presentEntry(edition);
      const path = `${area}/${publication}/${period}/${number}`;
      return {
        ...{ id: path, at: edition.withdrawnAt ?? edition.madeAt, gone: edition.withdrawnAt !== null },
        values: {
          ...{ area, publication, title, period, period_name, number, made_on, replaced: edition.replaced },
          url: `${app.config.origin}/api/v1/areas/${area}/editions/${publication}/${period}/${number}`,
        },
      };
    });
    return ok<readonly DatasetRow[]>(pageOfRows(rows, asked));
  },
});

export const EDITIONS_PUBLISHED: Published = {
  datasets: [
    {
      name: "editions",
      title: { ja: "公表した統計の一覧", en: "Editions of published statistics" },
      description: {
        ja: "公表した統計の各版と、その表を取得できるURLです。10未満の数は秘匿し、0とは区別します。",
        en: "Each edition of published statistics with the address of its tables. Counts below ten are masked, which is not 0.",
      },
      frequency: "R/P1M",
      fields: [
        { name: "area", title: "地域", type: "string", required: true },
        { name: "publication", title: "統計", type: "string", required: true },
        { name: "title", title: "題名", type: "string", required: true },
        { name: "period", title: "期間", type: "string", required: true },
        { name: "period_name", title: "期間の名称", type: "string" },
        { name: "number", title: "版", type: "integer", required: true },
        { name: "made_on", title: "公表日", type: "date", required: true },
        { name: "replaced", title: "新しい版がある", type: "boolean", required: true },
        { name: "url", title: "表のURL", type: "string", required: true },
      ],
      rows: listEditionChanges,
    },
  ],
};
