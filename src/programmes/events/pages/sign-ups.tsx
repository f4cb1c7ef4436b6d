import { requestOf } from "#foundation/identity/public.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { SIGN_UP_LIST } from "../catalogue/event-page.messages.ts";
import { listSignUps } from "../signups/sign-up.queries.server.ts";
import type { Route } from "./+types/sign-ups";

export async function loader({ context, params: { area, event: id } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  return shown(await listSignUps(app, actor, { area, id }));
}

/** Who signed up and who waits, with what they need. */
export default function SignUps({ loaderData: { event, rows, questions, area } }: Route.ComponentProps) {
  const base = `/areas/${area.slug}`;
  return (
    <>
      <PageHead
        title={SIGN_UP_LIST.title}
        place={event.title}
        lead={event.sessions[0]?.text}
        actions={<ButtonLink to={`${base}/events/${event.id}/sign-up`}>{SIGN_UP_LIST.enter}</ButtonLink>}
      />
      {rows.length === 0 ? (
        <Empty title={SIGN_UP_LIST.none} />
      ) : (
        <Table
          caption={SIGN_UP_LIST.title}
          hideCaption
          rows={rows}
          rowKey={(one) => one.id}
          columns={[
            {
              key: "number",
              head: SIGN_UP_LIST.number,
              cell: (one) => <TextLink to={`${base}/event-sign-ups/${one.id}`}>{one.number}</TextLink>,
            },
            { key: "madeOn", head: SIGN_UP_LIST.madeOn, cell: (one) => one.madeOn },
            { key: "state", head: SIGN_UP_LIST.state, cell: (one) => one.stateName },
            {
              key: "position",
              head: SIGN_UP_LIST.position,
              align: "right",
              cell: (one) => one.position ?? "",
            },
            { key: "seats", head: SIGN_UP_LIST.seats, align: "right", cell: (one) => one.seats },
            { key: "workplace", head: SIGN_UP_LIST.workplace, cell: (one) => one.workplace },
            { key: "contact", head: SIGN_UP_LIST.contact, cell: (one) => one.contact },
            { key: "phone", head: SIGN_UP_LIST.phone, cell: (one) => one.phone },
            { key: "email", head: SIGN_UP_LIST.email, cell: (one) => one.email },
            { key: "needs", head: SIGN_UP_LIST.needs, cell: (one) => one.needs },
            ...questions.map((question, n) => ({
              key: `answer${n}`,
              head: question,
              cell: (one: (typeof rows)[number]) => one.answers[n] ?? "",
            })),
            { key: "note", head: SIGN_UP_LIST.note, cell: (one) => one.note },
          ]}
        />
      )}
      <p className="my-8">
        <TextLink to={`${base}/events/${event.id}`}>{event.title}</TextLink>
      </p>
    </>
  );
}
