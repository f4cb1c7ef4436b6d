import type { ListSpec } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import { DISPOSITION_WORDS, WAY_WORDS } from "../model/survey.messages.ts";
import { DISPOSITIONS, type Unit } from "../model/survey.schema.ts";

/** The workplaces of the frame. */
export const UNITS = {
  columns: [
    { key: "number", head: "番号", align: "right", sort: "number", cell: (row) => row.number },
    { key: "name", head: "事業所", cell: (row) => row.name },
    { key: "sizeClass", head: "規模", cell: (row) => row.sizeClass },
    { key: "industry", head: "業種", cell: (row) => row.industry },
    { key: "town", head: "市区町村", cell: (row) => row.town },
    { key: "sampled", head: "抽出", cell: (row) => (row.sampled ? "対象" : "対象外") },
    { key: "way", head: "送付方法", cell: (row) => WAY_WORDS[row.way] },
    { key: "disposition", head: "状況", cell: (row) => DISPOSITION_WORDS[row.disposition] },
    { key: "sentOn", head: "発送日", cell: (row) => row.sentOn ?? "" },
  ],
  filter: { disposition: DISPOSITIONS, q: "text" },
  fields: [
    { name: "q", label: "事業所名", type: "text" },
    {
      name: "disposition",
      label: "状況",
      type: "select",
      options: DISPOSITIONS.map((value) => ({ value, label: DISPOSITION_WORDS[value] })),
    },
  ],
  orders: { number: orderBy<Unit>({ number: "integer", id: "uuid" }) },
  first: "number",
  rowsAPage: 50,
} as const satisfies ListSpec<Unit>;
