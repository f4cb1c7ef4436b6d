import { readList } from "#platform/lists/list.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { ListFilter, ListTable } from "#ui/list.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { listActivities } from "../activities/activity.usecases.server.ts";
import { ACTIVITY_LIST, listedActivity } from "../model/activity.present.ts";
import { orDash, showYear } from "../model/plan.messages.ts";
import type { Route } from "./+types/activities";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url, mayEdit, mayRecord } = await staffPlace(args);
  const list = readList(ACTIVITY_LIST, url.searchParams);
  const { page, years } = shown(await listActivities(app, actor, { area: area.id, list }));
  return { ...page, rows: page.rows.map(listedActivity), years, base, name: area.name, mayEdit, mayRecord };
}

export default function Activities({ loaderData }: Route.ComponentProps) {
  const { years, base, name, mayEdit, mayRecord } = loaderData;
  const first = mayRecord ? <TextLink to={`${base}/activities/new`}>最初の活動を記録する</TextLink> : null;
  return (
    <>
      <PageHead
        title="活動の一覧"
        lead={name}
        actions={
          <>
            {mayRecord ? (
              <ButtonLink to={`${base}/activities/new`} kind="primary">
                活動を記録する
              </ButtonLink>
            ) : null}
            {mayEdit ? <ButtonLink to={`${base}/activities/import`}>過去の年度を取り込む</ButtonLink> : null}
            <ButtonLink to={base}>計画に戻る</ButtonLink>
          </>
        }
      />
      <Done />
      <ListFilter
        fields={ACTIVITY_LIST.fields}
        options={{ year: years.map((year) => ({ value: String(year), label: showYear(year) })) }}
      />
      <ListTable
        {...loaderData}
        caption="活動"
        columns={ACTIVITY_LIST.columns}
        rowKey={(row) => row.id}
        show={{
          title: (row) => <TextLink to={`${base}/activities/${row.id}`}>{row.title}</TextLink>,
          sessions: (row) => orDash(row.sessions),
          participants: (row) => orDash(row.participants),
        }}
        fields={ACTIVITY_LIST.fields}
        files={`${base}/activities`}
        empty={<Empty title="活動はまだありません">{first}</Empty>}
        none={<Empty title="あてはまる活動はありません">{first}</Empty>}
      />
    </>
  );
}
