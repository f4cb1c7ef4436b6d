import { Form } from "react-router";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { FEE_NAMES, INTAKE_NAMES, KIND_NAMES, TOPIC_NAMES } from "../../model/offer.messages.ts";
import type { OfferRow } from "../../offers/offer.present.ts";
import { listOffers } from "../../offers/offer.usecases.server.ts";
import { mayIn } from "../../office/place.queries.server.ts";
import { signedInPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offers";

export async function loader(args: Route.LoaderArgs) {
  const { url } = args;
  const { app, actor, area } = await signedInPlace(args);
  const q = url.searchParams.get("q")?.trim() ?? "";
  const all = shown(await listOffers(app, actor, { area: area.id }));
  const match = (row: OfferRow) => `${row.title} ${row.organisations.join(" ")}`.includes(q);
  return {
    rows: all.filter(match),
    q,
    area: { slug: area.slug, name: area.name },
    writes: mayIn(actor, area, "offer.add"),
  };
}

export default function Offers({ loaderData: { rows, q, area, writes } }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title={`応援団と支援メニュー　${area.name}`}
        lead="どの機関が、何を、誰に、どれだけ提供できるか。上限や受付の状況は、それぞれの支援メニューのデータです。"
        actions={
          writes ? (
            <ButtonLink to={`/areas/${area.slug}/offers/new`} kind="primary">
              支援メニューを登録する
            </ButtonLink>
          ) : null
        }
      />
      <Form method="get" role="search" className="my-4 flex flex-wrap items-end gap-3">
        <label className="block">
          <span className="block text-dns-14N-130">機関か支援メニューの名前で絞る</span>
          <input
            name="q"
            type="search"
            defaultValue={q}
            className="min-h-11 w-72 max-w-full rounded-8 border border-solid-gray-600 px-3"
          />
        </label>
        <button
          type="submit"
          className="min-h-11 cursor-pointer rounded-8 border border-blue-900 px-4 text-oln-16B-100 text-blue-900"
        >
          絞る
        </button>
      </Form>
      {rows.length === 0 ? (
        <Empty title="支援メニューがありません">
          {writes ? "「支援メニューを登録する」から、応援団のできることを登録してください。" : null}
        </Empty>
      ) : (
        <Table
          caption="支援メニュー"
          hideCaption
          columns={columnsOf(area.slug)}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
    </>
  );
}

const columnsOf = (slug: string): Column<OfferRow>[] => [
  {
    key: "title",
    head: "支援メニュー",
    cell: (offer) => (
      <>
        {offer.writable ? (
          <TextLink to={`/areas/${slug}/offers/${offer.id}`}>{offer.title}</TextLink>
        ) : (
          offer.title
        )}
        <span className="block text-dns-14N-130">{KIND_NAMES[offer.kind].ja}</span>
      </>
    ),
  },
  {
    key: "who",
    head: "機関",
    cell: ({ organisations }) => organisations.join("と"),
  },
  {
    key: "topics",
    head: "内容",
    cell: ({ topics }) => topics.map((topic) => TOPIC_NAMES[topic].ja).join("・"),
  },
  { key: "fee", head: "費用", cell: ({ fee }) => FEE_NAMES[fee].ja },
  {
    key: "left",
    head: "今月の空き",
    align: "right",
    cell: ({ left }) => (left === null ? "制限なし" : left),
  },
  { key: "taken", head: "今年度", unit: "回", align: "right", cell: ({ takenYear }) => takenYear },
  {
    key: "intake",
    head: "受付",
    cell: (offer) => (
      <>
        {offer.intake === "open" ? INTAKE_NAMES.open : `● ${INTAKE_NAMES[offer.intake]}`}
        {offer.intakeReason ? <span className="block text-dns-14N-130">{offer.intakeReason}</span> : null}
      </>
    ),
  },
];
