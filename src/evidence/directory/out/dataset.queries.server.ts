import { NATION } from "#foundation/areas/public.ts";
import { query } from "#foundation/authority/public.ts";
import { DatasetAsked, type DatasetRow, type Published, pageOfRows } from "#foundation/datasets/public.ts";
import { isUuid } from "#platform/kernel/ids.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { directoryPolicy } from "../access.ts";
import { FEES, INTAKES, KINDS } from "../model/resource-lists.schema.ts";
import { selectChanged, selectGone } from "./dataset.store.server.ts";

/** What is listed, and since a time what is no more. */
const listChanges = query({
  name: "resource.list-changes",
  policy: directoryPolicy,
  target: DatasetAsked,
  subject: () => ({ type: "resource", area: NATION }),
  async run(permit, asked) {
    if (asked.after && !isUuid(asked.after.id)) return notFound("place");
    const gone = asked.since ? await selectGone(permit, asked.since, asked) : [];
    const rows: DatasetRow[] = (await selectChanged(permit, asked)).map(({ id, changedAt, ...one }) => ({
      ...{ id, at: changedAt, gone: false },
      values: {
        ...{ area: one.areaId, kind: one.kind, name: one.name, name_kana: one.kana, provider: one.provider },
        ...{ corporate_number: one.corporateNumber, description: one.description },
        ...{
          topics: one.topics.join(";"),
          fee: one.fee,
          fee_note: one.feeNote,
          eligibility: one.eligibility,
        },
        ...{ phone: one.phone, fax: one.fax, website: one.website, postal_code: one.postalCode },
        ...{ address: one.address, municipality: one.municipality },
        ...{ latitude: one.latitude, longitude: one.longitude },
        ...{ intake: one.intake, checked_on: one.checkedOn },
      },
    }));
    const went = gone.map(({ id, goneAt }) => ({ id, at: goneAt, gone: true, values: {} }));
    return ok<readonly DatasetRow[]>(pageOfRows([...rows, ...went], asked));
  },
});

/** The directory for programs: as a table, and by the standard of directories. */
export const DIRECTORY_PUBLISHED: Published = {
  datasets: [
    {
      name: "resources",
      title: { ja: "地域資源", en: "Directory of services" },
      description: {
        ja: "健康相談・検診・教室など、働く人と事業所が使える地域の窓口とサービスの一覧です。",
        en: "Places and services of an area that help workers and workplaces.",
      },
      frequency: "R/P1D",
      fields: [
        { name: "area", title: "地域", type: "string", required: true },
        { name: "kind", title: "種別", type: "string", values: KINDS, required: true },
        { name: "name", title: "名称", type: "string", required: true },
        { name: "name_kana", title: "名称_カナ", type: "string" },
        { name: "provider", title: "団体名", type: "string" },
        { name: "corporate_number", title: "法人番号", type: "string" },
        { name: "description", title: "内容", type: "string" },
        { name: "topics", title: "テーマ（;区切り）", type: "string" },
        { name: "fee", title: "料金", type: "string", values: FEES },
        { name: "fee_note", title: "料金の補足", type: "string" },
        { name: "eligibility", title: "対象", type: "string" },
        { name: "phone", title: "電話番号", type: "string" },
        { name: "fax", title: "FAX番号", type: "string" },
        { name: "website", title: "URL", type: "string" },
        { name: "postal_code", title: "郵便番号", type: "string" },
        { name: "address", title: "所在地_連結表記", type: "string" },
        { name: "municipality", title: "所在地_市区町村コード（5桁）", type: "string" },
        { name: "latitude", title: "緯度", type: "number" },
        { name: "longitude", title: "経度", type: "number" },
        { name: "intake", title: "受付の状況", type: "string", values: INTAKES },
        { name: "checked_on", title: "確認日", type: "date" },
      ],
      rows: listChanges,
    },
  ],
  services: [
    {
      name: "hsds",
      title: { ja: "地域資源（HSDS 3.0）", en: "Directory by HSDS 3.0" },
      path: "/hsds",
      standard: "https://docs.openreferral.org/en/3.0/",
    },
  ],
};
