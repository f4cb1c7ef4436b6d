import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { FIND } from "../find/find.messages.ts";
import { findResources } from "../find/find.queries.server.ts";
import { languageOf, readFind } from "../find/find.schema.ts";
import { findFields, queryOf } from "../find/find-form.present.ts";
import { drawResources } from "../find/map-drawing.queries.server.ts";
import { FindForm } from "../parts/find-form.tsx";
import { askAddress, FoundList } from "../parts/found-list.tsx";
import type { Route } from "./+types/find";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = languageOf(url.searchParams);
  const asked = readFind(url.searchParams);
  const found = shown(await findResources(app, actor, { area, asked, language }));
  const drawing = shown(await drawResources(app, actor, { area: found.area.slug, asked, language }));
  return { ...found, language, asked, drawing, fields: findFields(language, found.towns, asked) };
}

/** By need in plain words; a list and a map without outside tiles, both without script. */
export default function Find({ loaderData }: Route.ComponentProps) {
  const { area, rows, all, capped, more, language, asked, drawing, fields } = loaderData;
  const text = FIND[language];
  const base = `/areas/${area.slug}/directory`;
  const query = (page: number) =>
    `?${new URLSearchParams({ ...queryOf(asked), ...(language === "en" ? { lang: "en" } : {}), page: String(page) })}`;
  return (
    <div lang={language}>
      <PageHead title={`${text.title}　${area.name}`} lead={text.lead} />
      <FindForm {...{ fields, asked, text, language }} />
      <p className="my-4 text-std-16B-170" role="status">
        {text.count(all, capped)}
      </p>
      <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div>
          {rows.length === 0 ? (
            <Empty title={text.none}>
              <p>{text.noneNext}</p>
              <TextLink to={`/areas/${area.slug}/ask`}>{text.ask}</TextLink>
            </Empty>
          ) : (
            <FoundList {...{ rows, text, language }} />
          )}
          <p className="my-6 flex gap-6">
            {asked.page > 1 ? <TextLink to={query(asked.page - 1)}>{text.previous}</TextLink> : null}
            {more ? <TextLink to={query(asked.page + 1)}>{text.nextPage}</TextLink> : null}
          </p>
        </div>
        <Section title={text.map} lead={text.mapNote}>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by us, every text in it escaped */}
          <div dangerouslySetInnerHTML={{ __html: drawing }} />
        </Section>
      </div>
      <ul className="no-print mt-8 flex flex-wrap gap-6">
        <li>
          <TextLink to={`${base}/print`}>{text.booklet}</TextLink>
        </li>
        <li>
          <TextLink to={`${base}.csv`} reload>
            {text.data}
          </TextLink>
        </li>
        <li>
          <TextLink to={`${base}/sessions.ics`} reload>
            {text.calendar}
          </TextLink>
        </li>
        <li>
          <TextLink to={askAddress({ slug: area.slug, ask: "", name: text.joinWish }, language)}>
            {text.joinShop}
          </TextLink>
        </li>
      </ul>
    </div>
  );
}
