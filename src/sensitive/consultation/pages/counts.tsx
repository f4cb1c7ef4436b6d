import { signedInRequest } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { COUNTS } from "../counts/count.messages.ts";
import { ownCounts } from "../counts/count.usecases.server.ts";
import type { Route } from "./+types/counts";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await ownCounts(app, actor, { organisation: params.organisation }));
}

type Year = Awaited<ReturnType<typeof loader>>["years"][number];

const number = (
  key: "consultations" | "mental" | "persons" | "cases",
  head: string,
  unit: string,
): Column<Year> => ({
  ...{ key, head, unit, align: "right" },
  cell: (year) => year[key].toLocaleString("ja-JP"),
});

const COLUMNS: Column<Year>[] = [
  { key: "year", head: "年度", cell: ({ label }) => label },
  number("consultations", "相談（延べ）", COUNTS.countUnit),
  number("mental", "うち心の健康", COUNTS.countUnit),
  number("persons", "相談した人", COUNTS.personUnit),
  number("cases", "受け付けた相談", COUNTS.caseUnit),
];

/** An office's own counts, the running year among them. */
export default function Counts({ loaderData: { years }, params }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="相談の件数"
        lead="この機関の件数です。延べの件数・人数・受け付けた相談の数は、数え方が違います。"
        actions={<ButtonLink to={`/offices/${params.organisation}/cases`}>相談の一覧</ButtonLink>}
      />
      {years.length === 0 ? (
        <Empty title="相談はまだありません" />
      ) : (
        <Table
          caption="相談の件数"
          hideCaption
          columns={COLUMNS}
          rows={years}
          rowKey={({ year }) => String(year)}
        />
      )}
      <ul className="mt-6 list-disc pl-6">
        <li>相談（延べ）：{COUNTS.consultationsNote}</li>
        <li>相談した人：{COUNTS.personsNote}</li>
        <li>受け付けた相談：{COUNTS.casesNote}</li>
      </ul>
      <p className="mt-4">
        終了した年度の件数は、翌年度の6月から「公表した統計」に掲載されます。1〜9件は掲載されません。
      </p>
    </>
  );
}
