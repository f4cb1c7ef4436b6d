import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { MONTH } from "../calendar/month.messages.ts";
import { EVENT_LIST } from "../catalogue/event.present.ts";
import { listEvents } from "../catalogue/event.usecases.server.ts";
import { EVENTS } from "../catalogue/event-page.messages.ts";
import { spokenIn } from "../model/event.messages.ts";
import type { Route } from "./+types/events";

export async function loader({ context, params: { area }, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const list = readList(EVENT_LIST, url.searchParams);
  return { ...shown(await listEvents(app, actor, { area, list })), language: spokenIn(url.searchParams) };
}

/** What is held; how many signed up is for the staff. */
const FOR_ALL = EVENT_LIST.columns.filter(({ key }) => key !== "taken");

export default function Events({ loaderData }: Route.ComponentProps) {
  const { page, area, staff, writes, language } = loaderData;
  const text = EVENTS[language];
  const base = `/areas/${area.slug}/events`;
  const lang = language === "en" ? "?lang=en" : "";
  return (
    <>
      <PageHead
        title={`${text.title}　${area.name}`}
        lead={text.lead}
        actions={
          writes ? (
            <ButtonLink to={`${base}/new/edit`} kind="primary">
              {text.add}
            </ButtonLink>
          ) : null
        }
      />
      <Done />
      <p className="no-print my-3">
        <TextLink to={`${base}/calendar${lang}`}>{MONTH[language].title}</TextLink>
      </p>
      <ListFilter fields={EVENT_LIST.fields} find={text.find} folded language={language} />
      <ListTable
        {...page}
        caption={text.title}
        columns={staff ? EVENT_LIST.columns : FOR_ALL}
        rowKey={(row) => row.id}
        open={(row) => `${base}/${row.id}${lang}`}
        fields={EVENT_LIST.fields}
        files={base}
        empty={<Empty title={text.empty} />}
        language={language}
      />
      {writes ? (
        <p className="my-6">
          <TextLink to={`${base}/deleted`}>{text.deleted}</TextLink>
        </p>
      ) : null}
    </>
  );
}
