import type { OutputOf } from "#foundation/authority/public.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { PrintDocument } from "#platform/pdf/document.ts";
import type { thankWorkplace } from "./thanks.queries.server.ts";

type Thanks = OutputOf<typeof thankWorkplace>;

export const THANKS_ASK = {
  title: "健康づくりのご相談",
  lead: "講話・健康相談・訪問などを、無料で申し込めます。",
} as const;

const HEAD = ["質問", "ご回答", "同じ規模の割合", "同じ業種の割合", "全体の割合"];

/** The thanks on paper: own answers beside others, and where help can be asked for. */
export const thanksDocument = (
  { title, fiscalYear, unit, lines, published, area }: Thanks,
  { madeOn, origin }: Readonly<{ madeOn: PlainDate; origin: string }>,
): PrintDocument => ({
  title: "ご回答ありがとうございました",
  subtitle: `${unit} 様　${fiscalYear}年度 ${title}`,
  notes: [
    published
      ? "割合は、同じ回答をした事業所の割合です。10件未満のものは表示していません。"
      : "地域の結果は、公表後にご覧になれます。",
  ],
  sections: [
    {
      heading: "ご回答と地域の結果",
      blocks: [
        {
          kind: "table",
          caption: "ご回答と地域の結果",
          head: HEAD.map((text) => ({ text })),
          rows: lines.map((one) =>
            [one.label, one.answer, one.size, one.industry, one.all].map((text) => ({ text })),
          ),
        },
      ],
    },
    {
      heading: THANKS_ASK.title,
      blocks: [
        { kind: "paragraph", text: THANKS_ASK.lead },
        { kind: "paragraph", text: `お申し込み　${origin}/areas/${area}/ask` },
      ],
    },
  ],
  madeOn,
});
