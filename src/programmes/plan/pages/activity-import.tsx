import { data } from "react-router";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { statusOf } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { importActivities } from "../import/usecases.server.ts";
import { activityKindLabel, orDash } from "../messages.ts";
import type { Route } from "./+types/activity-import";
import { editorsPlace, fieldsOf, staffPlace } from "./place.tsx";

export async function loader(args: Route.LoaderArgs) {
  const { area, base } = await editorsPlace(args);
  return { base, name: area.name };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area } = await staffPlace(args);
  const values = await fieldsOf(args.request);
  const onlyLook = values.step !== "apply";
  const file = Buffer.from(values.table ?? "", "utf8");
  const read = await importActivities(app, actor, area.id, { file, host: values.host ?? "", onlyLook });
  if (!read.ok) {
    if (read.error.kind !== "invalid") throw data(null, { status: statusOf(read.error) });
    return data(
      { values, error: Object.values(read.error.fields).flat().join(" "), read: null, done: false },
      { status: 422 },
    );
  }
  const rows = read.value.rows.map(({ line, activity }) => ({ line, ...activity }));
  const done = !onlyLook && read.value.problems.length === 0;
  return data({ values, error: null, read: { ...read.value, rows }, done });
}

export default function ImportActivities({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name } = loaderData;
  const { values, error, read, done } = actionData ?? {
    values: {} as Record<string, string>,
    error: null,
    read: null,
    done: false,
  };
  const good = read !== null && read.problems.length === 0 && read.rows.length > 0;
  return (
    <>
      <PageHead
        title="過去の年度を取り込む"
        lead={`${name}の活動`}
        actions={<ButtonLink to={`${base}/activities`}>活動の一覧</ButtonLink>}
      />
      {error ? <Notice kind="error" title={error} /> : null}
      {done && read ? <Notice kind="success" title={`${read.rows.length}行を取り込みました。`} /> : null}
      {done ? null : (
        <OnceForm submit="確かめる" kind={good ? "secondary" : "primary"} busy="確かめています…">
          <TextField
            label="開いた機関"
            hint="表に「主催」の列がないときに使います"
            name="host"
            defaultValue={values.host}
          />
          <TextArea
            label="表"
            hint="1行目は見出し。例　年度,種類,回数,参加者数。表計算の表をCSVで保存し、開いて写してください。日ごとの行には「日付」の列を使います。"
            name="table"
            rows={10}
            defaultValue={values.table}
          />
        </OnceForm>
      )}
      {read && read.problems.length > 0 ? (
        <Section title={`直すところ ${read.problems.length}`} lead="直すまでは何も取り込みません。">
          <ul className="list-disc pl-6">
            {read.problems.map((problem) => (
              <li key={`${problem.line}-${problem.sentence}`}>
                {problem.line}行目: {problem.sentence}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {good && !done ? (
        <Section
          title={`取り込む行 ${read.rows.length}`}
          lead={read.passedOver > 0 ? `回数も人数もない${read.passedOver}行はとばします。` : undefined}
        >
          <Table
            caption="取り込む行"
            hideCaption
            rows={read.rows}
            rowKey={(row) => String(row.line)}
            columns={[
              { key: "line", head: "行", align: "right", cell: (row) => row.line },
              {
                key: "when",
                head: "年度・日",
                cell: (row) =>
                  row.isTotal ? showFiscalYearJa(Number(row.from.slice(0, 4)) as never) : row.from,
              },
              { key: "kind", head: "種類", cell: (row) => activityKindLabel(row.kind) },
              {
                key: "sessions",
                head: "回数",
                unit: "回",
                align: "right",
                cell: (row) => orDash(row.sessions),
              },
              {
                key: "participants",
                head: "参加者",
                unit: "人",
                align: "right",
                cell: (row) => orDash(row.participants),
              },
            ]}
          />
          <OnceForm submit="取り込む" busy="取り込んでいます…">
            <input type="hidden" name="step" value="apply" />
            <input type="hidden" name="host" value={values.host ?? ""} />
            <input type="hidden" name="table" value={values.table ?? ""} />
          </OnceForm>
        </Section>
      ) : null}
    </>
  );
}
