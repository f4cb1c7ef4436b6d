import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { MONTH } from "../calendar/month.messages.ts";
import {
  EVENT_LIST,
  type EventRow,
  eventColumns,
  eventFields,
  OVER,
  titleIn,
  titleLanguage,
} from "../catalogue/event.present.ts";
import { listEvents } from "../catalogue/event.usecases.server.ts";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import { spokenIn } from "../model/event.messages.ts";
import type { Route } from "./+types/events";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(EVENT_LIST, url.searchParams);
  return { ...shown(await listEvents(app, actor, { area, list })), language: spokenIn(url.searchParams) };
}

/** What is held, the nearest first, and apart from it what is over; how many signed up is for the staff. */
export default function Events({ loaderData }: Route.ComponentProps) {
  const { page, area, staff, writes, language } = loaderData;
  const text = EVENTS[language];
  const base = `/areas/${area.slug}/events`;
  const lang = language === "en" ? "?lang=en" : "";
  const fields = eventFields(language);
  const isApart = page.sort === EVENT_LIST.first;
  const coming = isApart ? page.rows.filter(({ distance }) => distance < OVER) : page.rows;
  const over = isApart ? page.rows.filter(({ distance }) => distance >= OVER) : [];
  const list = (caption: string, rows: readonly EventRow[], after: string | undefined) => (
    <ListTable
      {...{ caption, rows, after, fields, language }}
      sort={page.sort}
      columns={eventColumns(language).filter(({ key }) => staff || key !== "taken")}
      rowKey={(row) => row.id}
      show={{
        title: (row) => (
          <TextLink to={`${base}/${row.id}${lang}`}>
            <span lang={titleLanguage(row, language)}>{titleIn(row, language)}</span>
          </TextLink>
        ),
      }}
      files={rows === coming && over.length > 0 ? undefined : base}
      empty={<Empty title={text.empty} />}
    />
  );
  return (
    <>
      <PageHead
        title={text.title}
        place={area.name}
        lead={text.lead}
        actions={
          writes ? (
            <ButtonLink to={`${base}/new/edit`} kind="primary">
              {text.add}
            </ButtonLink>
          ) : null
        }
      />
      <p className="no-print my-3">
        <TextLink to={`${base}/calendar${lang}`}>{MONTH[language].title}</TextLink>
      </p>
      <ListFilter fields={fields} find={text.find} folded language={language} />
      {coming.length > 0 || over.length === 0
        ? list(text.title, coming, over.length > 0 ? undefined : page.after)
        : null}
      {over.length > 0 ? <Section title={text.over}>{list(text.over, over, page.after)}</Section> : null}
      {writes ? (
        <p className="my-6">
          <TextLink to={`${base}/deleted`}>{text.deleted}</TextLink>
        </p>
      ) : null}
    </>
  );
}
