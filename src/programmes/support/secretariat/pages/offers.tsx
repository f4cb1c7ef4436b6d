import { onRow } from "#foundation/authority/public.ts";
import { readList } from "#platform/lists/list.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { KIND_NAMES } from "../../model/offer.messages.ts";
import { OFFER_LIST } from "../../offers/offer.present.ts";
import { listOffers, setIntake } from "../../offers/offer.usecases.server.ts";
import { OFFER_IMPORT } from "../../offers/offer-import.messages.ts";
import { mayIn } from "../../office/place.queries.server.ts";
import { forForms, NotDone } from "../../parts/answers.tsx";
import { inPlace, signedInPlace } from "../../parts/place.tsx";
import type { Route } from "./+types/offers";
import { IntakeSwitch } from "./offer-intake.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area } = await signedInPlace(args);
  const list = readList(OFFER_LIST, args.url.searchParams);
  return {
    page: shown(await listOffers(app, actor, { area: area.id, list })),
    area: { slug: area.slug, name: area.name },
    writes: mayIn(actor, area, "offer.add"),
    imports: mayIn(actor, area, "offer-import.begin"),
    saved: args.url.searchParams.get("saved"),
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area } = await inPlace(args);
  const on = onRow(app, actor, { area: area.id });
  const then = (id: string) => `/areas/${area.slug}/offers?saved=${id}`;
  return answerForm(args.request, [on(setIntake, then)]);
}

/** The kind stands under the title, the reason under the intake. */
const COLUMNS = OFFER_LIST.columns.filter(({ key }) => key !== "kind" && key !== "reason");

export default function Offers({ loaderData, actionData }: Route.ComponentProps) {
  const { page, area, writes, imports, saved } = loaderData;
  const answer = forForms(actionData);
  const base = `/areas/${area.slug}/offers`;
  return (
    <>
      <PageHead
        title={`応援団と支援メニュー　${area.name}`}
        lead="応援団の各機関が提供できる支援の一覧です。上限と受付状況は、支援メニューごとに設定します。"
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
      <Done />
      <NotDone answer={actionData} />
      <ListFilter fields={OFFER_LIST.fields} find="絞り込む" />
      <ListTable
        {...page}
        caption="支援メニュー"
        columns={COLUMNS}
        rowKey={(row) => row.id}
        show={{
          title: (offer) => (
            <>
              {offer.id === saved ? <strong className="mr-2 text-success-2">変更しました</strong> : null}
              {offer.writable ? <TextLink to={`${base}/${offer.id}`}>{offer.title}</TextLink> : offer.title}
              <span className="block text-dns-14N-130">{KIND_NAMES[offer.kind].ja}</span>
            </>
          ),
          intake: (offer) => <IntakeSwitch offer={offer} answer={answer} />,
        }}
        fields={OFFER_LIST.fields}
        files={base}
        empty={
          <Empty title="支援メニューがありません">
            {writes ? "「支援メニューを登録する」から、応援団のできることを登録してください。" : null}
          </Empty>
        }
      />
    </>
  );
}
