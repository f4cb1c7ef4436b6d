import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { THANKS_ASK } from "../results/thanks.present.ts";
import { thankWorkplace } from "../results/thanks.queries.server.ts";
import type { Route } from "./+types/answer-thanks";

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await workplaceDoor(app, params.token));
  return shown(await thankWorkplace(app, holder, { held }));
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

const COLUMNS = [
  { key: "label", head: "質問" },
  { key: "answer", head: "ご回答" },
  { key: "size", head: "同じ規模の割合" },
  { key: "industry", head: "同じ業種の割合" },
  { key: "all", head: "全体の割合" },
] as const;

export default function AnswerThanks({ loaderData, params }: Route.ComponentProps) {
  const { title, fiscalYear, unit, lines, published, answers, area } = loaderData;
  return (
    <>
      <PageHead
        title="ご回答ありがとうございました"
        lead={`${unit} 様　${fiscalYear}年度 ${title}`}
        actions={
          <ButtonLink to={`/s/${params.token}/thanks.pdf`} reload>
            PDF
          </ButtonLink>
        }
      />
      <p>
        {published
          ? `${answers.toLocaleString("ja-JP")}件の回答と並べています。割合は、同じ回答をした事業所の割合です。10件未満のものは表示していません。`
          : "地域の結果は、公表後にこのページでご覧になれます。"}
      </p>
      <Table
        caption="ご回答と地域の結果"
        columns={COLUMNS.map(({ key, head }) => ({
          key,
          head,
          cell: (row: (typeof lines)[number]) => row[key],
        }))}
        rows={lines}
        rowKey={(row) => row.name}
      />
      <Section title={THANKS_ASK.title} lead={THANKS_ASK.lead}>
        <TextLink to={`/areas/${area}/ask`}>健康づくりについて相談する</TextLink>
      </Section>
    </>
  );
}
