import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { newId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { enterPaper } from "../answering/paper.commands.server.ts";
import { JOIN_WORDS, KIND_WORDS, METHOD_WORDS, STATE_WORDS } from "../model/stress.messages.ts";
import { PaperForm } from "../parts/paper-form.tsx";
import { WorkplaceLines } from "../parts/run-form.tsx";
import { SheetView } from "../parts/sheet-view.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import { forgetRun } from "../runs/forget.commands.server.ts";
import { addWorkplaces, closeRun, openRun } from "../runs/run.commands.server.ts";
import { readRun } from "../runs/run.queries.server.ts";
import { makeSheets } from "../sheets/sheet.commands.server.ts";
import type { Route } from "./+types/stress-run";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const { sheets, ...view } = shown(await readRun(app, actor, params));
  const joint = sheets.filter(({ scope }) => scope === "joint").slice(0, 1);
  const own = sheets.filter(({ scope }) => scope === "workplace");
  return { ...view, sheets: [...joint, ...own], once: newId() as string, fresh: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/stress-checks/${params.run}`;
  const on = onTarget(app, actor, params);
  return answerForm(request, [
    on(addWorkplaces, () => here),
    on(openRun, () => here),
    on(closeRun, () => here),
    on(makeSheets, () => here),
    on(forgetRun, () => here),
    on(enterPaper, () => here),
  ]);
}

export default function StressRun({ loaderData, actionData: answer, params }: Route.ComponentProps) {
  const { run, workplaces, earlier, sheets, past, can, once, fresh } = loaderData;
  const here = `/offices/${params.organisation}/stress-checks/${run.id}`;
  return (
    <>
      <PageHead
        title={run.title}
        lead={
          <ToldLine
            facts={[
              ...[showFiscalYearJa(run.fiscalYear), KIND_WORDS[run.kind], METHOD_WORDS[run.method]],
              ...(run.closesOn ? [`回答期限 ${showDateJa(run.closesOn)}`] : []),
              STATE_WORDS[run.state],
            ]}
          />
        }
      />
      <Table
        caption="参加する事業所"
        rows={workplaces}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            head: "事業所",
            cell: (row) => <TextLink to={`${here}/workplaces/${row.id}`}>{row.name}</TextLink>,
          },
          { key: "state", head: "参加の回答", cell: (row) => JOIN_WORDS[row.state] },
          ...(run.kind === "single"
            ? []
            : [
                {
                  ...{ key: "joint", head: "合同の集計" },
                  cell: (row: (typeof workplaces)[number]) => (row.joint ? "合意あり" : "―"),
                },
              ]),
          { key: "taken", head: "受検", align: "right", cell: (row) => `${row.taken} / ${row.named}人` },
        ]}
      />
      {can.open ? (
        <Section title="実施を始める" lead="始めると、番号を受け取った方が回答できます。">
          <CommandForm command="stress-run.open" {...{ answer, once }} submit="実施を始める" />
        </Section>
      ) : null}
      {can.answer ? <PaperForm answer={answer} /> : null}
      {can.add ? (
        <WorkplaceLines command="stress-workplace.add" answer={answer} once={fresh} earlier={earlier} />
      ) : null}
      {can.close ? (
        <Section
          title="実施を終了する"
          lead="終了すると、新しい回答は受け付けません。結果の保存期間（5年）が始まります。"
        >
          <CommandForm
            command="stress-run.close"
            {...{ answer, once }}
            submit="実施を終了する"
            kind="danger"
          />
        </Section>
      ) : null}
      {can.sheet && sheets.length === 0 ? (
        <Section
          title="集団の集計を作成する"
          lead="回答が10人以上の集団だけを、1回だけ集計します。10人未満の事業所は、合同の集計をお使いください。"
        >
          <CommandForm command="stress-sheet.make" {...{ answer, once }} submit="集計を作成する" />
        </Section>
      ) : null}
      {past ? (
        <Section
          title="受検者と結果を削除する"
          lead="保存期間の5年が過ぎました。集団の集計は残ります。元に戻せません。"
        >
          <CommandForm
            command="stress-run.forget"
            answer={answer}
            submit="受検者と結果を削除する"
            kind="danger"
          />
        </Section>
      ) : null}
      {sheets.map(({ workplaceId, scope, sheet }) => (
        <div key={`${workplaceId} ${scope}`}>
          {scope === "workplace" ? <p>{workplaces.find(({ id }) => id === workplaceId)?.name}</p> : null}
          <SheetView scope={scope} sheet={sheet} />
        </div>
      ))}
    </>
  );
}
