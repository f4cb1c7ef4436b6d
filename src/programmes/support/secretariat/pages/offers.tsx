import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { INTAKE_NAMES, KIND_NAMES } from "../../model/offer.messages.ts";
import { OFFER_LIST } from "../../offers/offer.present.ts";
import { listOffers } from "../../offers/offer.usecases.server.ts";
import { OFFER_IMPORT } from "../../offers/offer-import.messages.ts";
import { mayIn } from "../../office/place.queries.server.ts";
import { signedInPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offers";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const list = readList(OFFER_LIST, args.url.searchParams);
  return {
    page: shown(await listOffers(app, actor, { area: area.id, list })),
    area: { slug: area.slug, name: area.name },
    writes: mayIn(actor, area, "offer.add"),
    imports: mayIn(actor, area, "offer-import.begin"),
  };
}

/** The kind stands under the title, the reason under the intake. */
const COLUMNS = OFFER_LIST.columns.filter(({ key }) => key !== "kind" && key !== "reason");

export default function Offers({ loaderData: { page, area, writes, imports } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}/offers`;
  return (
    <>
      <PageHead
        title={`応援団と支援メニュー　${area.name}`}
        lead="どの機関が、何を、誰に、どれだけ提供できるか。上限や受付の状況は、それぞれの支援メニューのデータです。"
        actions={
          <>
            {imports ? <ButtonLink to={`${base}/import`}>{OFFER_IMPORT.link}</ButtonLink> : null}
            {writes ? (
              <ButtonLink to={`${base}/new`} kind="primary">
                支援メニューを登録する
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <ListFilter fields={OFFER_LIST.fields} find="絞る" />
      <ListTable
        {...page}
        caption="提供"
        columns={COLUMNS}
        rowKey={(row) => row.id}
        show={{
          title: (offer) => (
            <>
              {offer.writable ? <TextLink to={`${base}/${offer.id}`}>{offer.title}</TextLink> : offer.title}
              <span className="block text-dns-14N-130">{KIND_NAMES[offer.kind].ja}</span>
            </>
          ),
          intake: (offer) => (
            <>
              {offer.intake === "open" ? INTAKE_NAMES.open : `● ${INTAKE_NAMES[offer.intake]}`}
              {offer.intakeReason ? (
                <span className="block text-dns-14N-130">{offer.intakeReason}</span>
              ) : null}
            </>
          ),
        }}
        fields={OFFER_LIST.fields}
        files={base}
        empty={
          <Empty title="提供がありません">
            {writes ? "「支援メニューを登録する」から、応援団のできることを登録してください。" : null}
          </Empty>
        }
      />
    </>
  );
}
