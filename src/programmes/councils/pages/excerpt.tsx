import { excerptBlocks } from "#evidence/indicators/public.ts";
import { plainDateIn, showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DocumentBlocks } from "#ui/document.tsx";
import { PageHead } from "#ui/page.tsx";
import { readExcerpt } from "../meetings/excerpt.usecases.server.ts";
import { PAPER } from "../messages.ts";
import type { Route } from "./+types/excerpt";
import { councilPlace } from "./place.tsx";

/** A figure among the papers, as the profile showed it on the day it was taken. */
export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base } = await councilPlace(args);
  const { meeting, paper: id } = args.params;
  const paper = shown(await readExcerpt(app, actor, { area: area.id, meeting, id }));
  return {
    back: `${base}/meetings/${meeting}`,
    title: paper.title,
    meeting: paper.meeting,
    taken: showDateJa(plainDateIn(paper.addedAt, "Asia/Tokyo")),
    blocks: excerptBlocks(paper.excerpt, "figure"),
  };
}

export default function ExcerptPage({ loaderData }: Route.ComponentProps) {
  const { back, title, meeting, taken, blocks } = loaderData;
  return (
    <>
      <PageHead
        title={title}
        lead={`${meeting}の${PAPER.excerpt}　${taken}の健康情報から。あとで元の数値が訂正されても、この資料は変わりません。`}
        actions={<ButtonLink to={back}>会議に戻る</ButtonLink>}
      />
      <DocumentBlocks blocks={blocks} />
    </>
  );
}
