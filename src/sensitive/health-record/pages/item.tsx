import { notFound, ok } from "#platform/kernel/result.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { ChartFigure } from "#ui/charts/chart.tsx";
import { Folded } from "#ui/fold.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { presentItem } from "../checkups/checkup.present.ts";
import { readFile } from "../checkups/checkup.usecases.server.ts";
import { openRequest } from "../file/request.usecases.server.ts";
import type { Route } from "./+types/item";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await openRequest(args);
  const { checkups } = shown(await readFile(app, actor, target));
  const item = presentItem(checkups, args.params.item);
  return shown(item ? ok(item) : notFound("checkup-item"));
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** One item over the years. */
export default function Item({ loaderData }: Route.ComponentProps) {
  const { label, unit, about, reference, chart, sets, rows } = loaderData;
  return (
    <>
      <PageHead
        title={unit ? `${label}（${unit}）` : label}
        lead={about?.ja}
        actions={<ButtonLink to="/health-file">一覧に戻る</ButtonLink>}
      />
      {about ? (
        <Folded summary="やさしい日本語・English">
          <p className="my-2">{about.easy}</p>
          <p className="my-2" lang="en">
            {about.en}
          </p>
        </Folded>
      ) : null}
      {reference ? <p className="my-2">参考：{reference}</p> : null}
      {sets.length > 1 ? (
        <Notice title="判定の区分が年によって違います。">
          <p>同じ文字でも意味が違うため、線を分けています。値そのものの変化を確認してください。</p>
        </Notice>
      ) : null}
      {chart ? (
        <ChartFigure
          level={2}
          title={`${label}の変化`}
          chart={chart}
          source="帯は、結果票に書かれていた基準値の範囲です。"
        />
      ) : null}
      <Table
        caption={`${label}の記録`}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: "day", head: "受診日", narrow: true, cell: (row) => row.day },
          { key: "value", head: "値", align: "right", cell: (row) => row.value },
          { key: "judgement", head: "判定", cell: (row) => row.judgement },
          { key: "set", head: "判定の区分", cell: (row) => row.set },
          { key: "range", head: "基準値", cell: (row) => row.range },
          { key: "source", head: "記録の方法", cell: (row) => row.source },
        ]}
      />
    </>
  );
}
