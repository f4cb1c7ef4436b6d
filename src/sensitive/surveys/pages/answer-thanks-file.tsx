import { requestOf } from "#foundation/identity/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { documentPdf } from "#platform/pdf/document-pdf.ts";
import { download } from "#platform/web/download.ts";
import { shown } from "#platform/web/refusal.ts";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { thankWorkplace } from "../results/thanks.queries.server.ts";
import type { Route } from "./+types/answer-thanks-file";

const HEAD = ["質問", "ご回答", "同じ規模・業種の割合", "全体の割合"];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await workplaceDoor(app, params.token));
  const { title, fiscalYear, unit, lines, published } = shown(await thankWorkplace(app, holder, { held }));
  const notes = [
    published
      ? "割合は、同じ回答をした事業所の割合です。10件未満のものは表示していません。"
      : "地域の結果は、公表後にご覧になれます。",
  ];
  const rows = lines.map((one) => [one.label, one.answer, one.alike, one.all].map((text) => ({ text })));
  const table = {
    kind: "table",
    caption: "ご回答と地域の結果",
    head: HEAD.map((text) => ({ text })),
    rows,
  } as const;
  const content = documentPdf(
    {
      title: "ご回答ありがとうございました",
      subtitle: `${unit} 様　${fiscalYear}年度 ${title}`,
      notes,
      sections: [{ heading: "ご回答と地域の結果", blocks: [table] }],
      madeOn: app.clock.today(),
    },
    app.config.origin,
  );
  return download(ok({ name: "お礼.pdf", mediaType: "application/pdf", content }));
}
