import { Form, Link, redirect } from "react-router";
import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { findPlace, mayIn } from "../../office/place.queries.server.ts";
import { readInbox } from "../../requests/inbox.queries.server.ts";
import { readTab, TABS } from "../../requests/inbox.rules.ts";
import { INBOX, TAB_NAMES } from "../inbox.messages.ts";
import type { Route } from "./+types/inbox";
import { columnsOf } from "./inbox-columns.tsx";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const url = new URL(request.url);
  if (actor.kind === "visitor") throw redirect(`/sign-in?next=${encodeURIComponent(url.pathname)}`);
  const { area } = shown(await findPlace(app, params.area));
  const tab = readTab(url.searchParams.get("part"));
  const text = url.searchParams.get("q")?.trim() || undefined;
  const inbox = shown(
    await readInbox(app, actor, {
      area: area.id,
      tab: text ? "all" : tab,
      text,
      after: url.searchParams.get("after") ?? undefined,
    }),
  );
  return {
    ...inbox,
    tab: text ? ("all" as const) : tab,
    text: text ?? "",
    area: { slug: area.slug, name: area.name },
    manages: mayIn(actor, area, "request.enter"),
  };
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
  const { rows, counts, passed, after, tab, text, area, manages } = loaderData;
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
      <Form method="get" role="search" className="my-4 flex flex-wrap items-end gap-3">
        <label className="block">
          <span className="block text-dns-14N-130">{INBOX.find}</span>
          <input
            name="q"
            type="search"
            defaultValue={text}
            className="min-h-11 w-72 max-w-full rounded-8 border border-solid-gray-600 px-3"
          />
        </label>
        <button
          type="submit"
          className="min-h-11 cursor-pointer rounded-8 border border-blue-900 px-4 text-oln-16B-100 text-blue-900"
        >
          探す
        </button>
      </Form>
      {passed.length > 0 ? (
        <Section title={INBOX.passed}>
          <Table
            caption={INBOX.passed}
            hideCaption
            columns={columnsOf(base, manages)}
            rows={passed}
            rowKey={(row) => row.id}
          />
        </Section>
      ) : null}
      {rows.length === 0 ? (
        <Empty title={tab === "new" || tab === "all" ? INBOX.empty : INBOX.emptyTab}>
          {tab === "new" ? INBOX.emptyNext : null}
        </Empty>
      ) : (
        <Table
          caption={`${INBOX.title}（${TAB_NAMES[tab]}）`}
          hideCaption
          columns={columnsOf(base, manages)}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
      <NextPage after={after} />
    </>
  );
}
