import { Form } from "react-router";
import { parseFiscalYear } from "#platform/kernel/fiscal-year.ts";
import { idOf } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, ButtonLink, TextLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { SelectField } from "#ui/field.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead } from "#ui/page.tsx";
import { NextPage, Table } from "#ui/table.tsx";
import { listActivities } from "../activities/activity.usecases.server.ts";
import { ACTIVITY_KINDS } from "../model/activity-kinds.schema.ts";
import { activityKindLabel, orDash, showYear } from "../model/plan.messages.ts";
import type { Route } from "./+types/activities";
import { staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, url, mayEdit, mayRecord } = await staffPlace(args);
  const query = (name: string) => url.searchParams.get(name) ?? "";
  const filter = {
    fiscalYear: parseFiscalYear(query("year")),
    kind: ACTIVITY_KINDS.find((one) => one === query("kind")),
    initiativeId: idOf(query("initiative")),
  };
  const target = { area: area.id, ...filter, after: idOf(query("after")) };
  const { activities, years, after } = shown(await listActivities(app, actor, target));
  const rows = activities.map((one) => ({
    id: one.id,
    when: one.isTotal ? showYear(one.fiscalYear) : showDateJa(one.from),
    title: one.title,
    kind: activityKindLabel(one.kind),
    host: one.host,
    sessions: orDash(one.sessions),
    participants: orDash(one.participants),
  }));
  return { rows, years, after, base, name: area.name, filter, mayEdit, mayRecord };
}

export default function Activities({ loaderData }: Route.ComponentProps) {
  const { rows, years, after, base, name, filter, mayEdit, mayRecord } = loaderData;
  const filtered = filter.fiscalYear || filter.kind || filter.initiativeId;
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
      <Form className="no-print flex flex-wrap items-end gap-x-6">
        <SelectField
          label="年度"
          name="year"
          optional
          empty="すべて"
          defaultValue={filter.fiscalYear ?? ""}
          options={years.map((year) => ({ value: String(year), label: showYear(year) }))}
        />
        <SelectField
          label="種類"
          name="kind"
          optional
          empty="すべて"
          defaultValue={filter.kind ?? ""}
          options={ACTIVITY_KINDS.map((kind) => ({ value: kind, label: activityKindLabel(kind) }))}
        />
        {filter.initiativeId ? <input type="hidden" name="initiative" value={filter.initiativeId} /> : null}
        <div className="my-5">
          <Button>絞り込む</Button>
        </div>
        {filtered ? (
          <p className="my-5 flex min-h-11 items-center">
            <TextLink to={`${base}/activities`}>絞り込みを解除する</TextLink>
          </p>
        ) : null}
      </Form>
      {rows.length === 0 ? (
        <Empty title={filtered ? "条件に該当する活動はありません" : "活動はまだありません"}>
          {mayRecord ? <TextLink to={`${base}/activities/new`}>最初の活動を記録する</TextLink> : null}
        </Empty>
      ) : (
        <Table
          caption="活動"
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: "day", head: "日", cell: (row) => row.when },
            {
              key: "title",
              head: "実施内容",
              cell: (row) => <TextLink to={`${base}/activities/${row.id}`}>{row.title}</TextLink>,
            },
            { key: "kind", head: "種類", cell: (row) => row.kind },
            { key: "host", head: "主催機関", cell: (row) => row.host },
            { key: "sessions", head: "回数", unit: "回", align: "right", cell: (row) => row.sessions },
            {
              key: "participants",
              head: "参加者",
              unit: "人",
              align: "right",
              cell: (row) => row.participants,
            },
          ]}
        />
      )}
      <NextPage after={after} />
    </>
  );
}
