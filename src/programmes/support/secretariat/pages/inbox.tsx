import { Link, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { ListFilter } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { findPlace, mayIn } from "../../office/place.queries.server.ts";
import { INBOX_LIST } from "../../requests/inbox.present.ts";
import { readInbox } from "../../requests/inbox.queries.server.ts";
import { TABS } from "../../requests/inbox.rules.ts";
import { INBOX, TAB_NAMES } from "../inbox.messages.ts";
import type { Route } from "./+types/inbox";
import { InboxTable } from "./inbox-table.tsx";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const list = readList(INBOX_LIST, url.searchParams);
  const { page, tab, counts, passed } = shown(await readInbox(app, actor, { area: area.id, list }));
  return {
    page,
    tab,
    counts,
    passed,
    area: { slug: area.slug, name: area.name },
    manages: mayIn(actor, area, "request.enter"),
  };
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
  const { page, counts, passed, tab, area, manages } = loaderData;
  const base = `/areas/${area.slug}`;
  return (
    <>
      <PageHead
        title={`${INBOX.title}　${area.name}`}
        lead={
          <span className="flex flex-wrap gap-x-6">
            <span>{INBOX.lead}</span>
            <TextLink to={`${base}/ask`}>{INBOX.publicPage}</TextLink>
            <TextLink to={`${base}/offers`}>{INBOX.offers}</TextLink>
            <TextLink to={`${base}/requests/statistics`}>{INBOX.statistics}</TextLink>
            {manages ? <TextLink to={`${base}/letters/support`}>{INBOX.letters}</TextLink> : null}
          </span>
        }
        actions={
          manages ? (
            <ButtonLink to={`${base}/requests/new`} kind="primary">
              {INBOX.enter}
            </ButtonLink>
          ) : null
        }
      />
      <nav aria-label={INBOX.title} className="my-4 flex flex-wrap gap-x-1 border-b border-solid-gray-300">
        {TABS.map((one) => (
          <Link
            key={one}
            to={`?part=${one}`}
            aria-current={one === tab ? "page" : undefined}
            className="inline-flex min-h-11 items-center border-b-4 border-transparent px-3 no-underline hover:bg-blue-50 aria-[current=page]:border-blue-900 aria-[current=page]:text-blue-1000 aria-[current=page]:text-oln-16B-100"
          >
            {TAB_NAMES[one]}
            {one === "all" ? null : <span className="ml-1 tabular-nums">{counts[one]}</span>}
          </Link>
        ))}
      </nav>
      <ListFilter fields={INBOX_LIST.fields} find={INBOX.find} />
      {passed.length > 0 ? (
        <Section title={INBOX.passed}>
          <InboxTable
            base={base}
            opens={manages}
            caption={INBOX.passed}
            rows={passed}
            sort=""
            after={undefined}
            empty={null}
          />
        </Section>
      ) : null}
      <InboxTable
        {...page}
        base={base}
        opens={manages}
        caption={`${INBOX.title}（${TAB_NAMES[tab]}）`}
        files={`${base}/requests`}
        empty={
          <Empty title={tab === "new" || tab === "all" ? INBOX.empty : INBOX.emptyTab}>
            {tab === "new" ? INBOX.emptyNext : null}
          </Empty>
        }
      />
    </>
  );
}
