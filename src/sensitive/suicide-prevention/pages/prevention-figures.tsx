import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CountTable } from "#ui/count-table.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import {
  importFigures,
  publishFigures,
  readPrevention,
  saveFive,
  withdrawFigures,
} from "../figures/figure.usecases.server.ts";
import { FIVE_WORDS } from "../model/prevention.messages.ts";
import { FigureForms, FiveForm } from "../parts/figure-forms.tsx";
import type { Route } from "./+types/prevention-figures";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return { ...shown(await readPrevention(app, actor, params)), once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = () => `/areas/${params.area}/prevention`;
  const on = onTarget(app, actor, params);
  const onEdition = onTarget(app, actor, (input) => ({ ...params, edition: String(input.edition ?? "") }));
  return answerForm(request, [
    on(importFigures, here),
    on(publishFigures, here),
    on(saveFive, here),
    onEdition(withdrawFigures, here),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** The figures of an area, for its council. */
export default function PreventionFigures({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { area, mayEdit, trend, quarters, editions, five, fiveForm, once } = loaderData;
  const base = `/areas/${area.slug}`;
  const rows = [
    ...trend.map(({ from, to, text }) => ({ label: `${from}〜${to}年`, cells: [text] })),
    ...quarters.map(({ label, text }) => ({ label: `${label}（暫定値を含む）`, cells: [text] })),
  ];
  return (
    <>
      <PageHead
        title={`地域の数　${area.name}`}
        lead="協議会の構成員だけが見られます。"
        actions={<ButtonLink to={`${base}/kokoro`}>公開ページ</ButtonLink>}
      />
      <Notice title="10人未満の数は、0人でも「10人未満」と表示します。年ごとの数は表示しません。" />
      <Section title="3年ごとの推移">
        {rows.length === 0 ? (
          <p>3年分の統計表がそろうと表示されます。</p>
        ) : (
          <CountTable caption="3年ごとの推移" head="期間" columns={["自殺者数"]} rows={rows} />
        )}
        <p className="my-3">
          <TextLink to={base}>標準化死亡比（ベイズ推定値を含む）は、地域の健康情報で確認します。</TextLink>
        </p>
      </Section>
      <Section
        title="主な特徴（上位5区分）"
        lead="地域自殺実態プロファイルから入力したものです。公表しません。"
      >
        {five.length === 0 ? <p>まだ登録されていません。</p> : null}
        <Lines>
          {five.map((one) => (
            <Line key={one.rank}>
              {one.rank}. {[one.sex, one.age, one.work, one.living].map((key) => FIVE_WORDS[key]).join("・")}
              <span>{one.text}</span>
            </Line>
          ))}
        </Lines>
        {mayEdit ? <FiveForm answer={answer} form={fiveForm} /> : null}
      </Section>
      {mayEdit ? <FigureForms answer={answer} once={once} /> : null}
      <Section title="登録した統計表">
        {editions.length === 0 ? <p>まだ登録されていません。</p> : null}
        <Lines>
          {editions.map((one) => (
            <Line key={one.id} centred>
              <span>
                {one.title}
                <span className="block text-solid-gray-800">{one.about}</span>
              </span>
              {one.withdrawn ? (
                <span>取下げ済み</span>
              ) : mayEdit ? (
                <CommandForm
                  command="prevention-figure.withdraw"
                  answer={answer}
                  submit="取り下げる"
                  kind="plain"
                  label={`${one.title}を取り下げる`}
                >
                  <input type="hidden" name="edition" value={one.id} />
                </CommandForm>
              ) : null}
            </Line>
          ))}
        </Lines>
      </Section>
    </>
  );
}
