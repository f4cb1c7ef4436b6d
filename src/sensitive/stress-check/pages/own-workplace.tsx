import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { plainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { DeadPage } from "#ui/dead-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { workplaceDoor } from "../answering/door.usecases.server.ts";
import { BY_WORDS, JOIN_WORDS, SHEET_REFUSALS, STATE_WORDS, TAKEN_WORDS } from "../model/stress.messages.ts";
import { JoinForms, Notices, StepForm, WorkersForm } from "../parts/own-forms.tsx";
import { OwnRequests } from "../parts/own-requests.tsx";
import { SheetView } from "../parts/sheet-view.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import {
  declineRun,
  joinRun,
  nameWorkers,
  noteMeasure,
  noteReview,
  noteStep,
} from "../runs/own.commands.server.ts";
import { readOwn } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/own-workplace";

/** The page of a workplace, by its link. No result of a person is in its reach. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const door = await workplaceDoor(app, params.token);
  const found = door.ok ? await readOwn(app, door.value.holder, { held: door.value.held }) : door;
  if (!found.ok) return data({ view: null, once: "" }, { status: 404 });
  return data({ view: found.value, once: newId() as string });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder, held } = shown(await workplaceDoor(app, params.token));
  const on = onTarget(app, holder, { held });
  const here = `/stress/workplace/${params.token}`;
  return answerForm(request, [
    on(joinRun, () => here),
    on(declineRun, () => here),
    on(nameWorkers, () => here),
    on(noteStep, () => here),
    on(noteMeasure, () => here),
    on(noteReview, () => here),
  ]);
}

export const handle = { japaneseOnly: true };
export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function OwnWorkplace({
  loaderData: { view, once },
  actionData: answer,
  params,
}: Route.ComponentProps) {
  if (!view)
    return (
      <DeadPage
        title="このリンクは使えません"
        why={[
          "リンクの期限（発行から2年）が過ぎたか、アドレス（URL）の一部が欠けています。登録した内容は失われていません。",
          "ストレスチェックの実施者（健診機関など）にご連絡ください。新しいリンクを発行できます。",
        ]}
        ways={[{ to: "/", label: "はじめのページへ" }]}
      />
    );
  const { run, workplace, duty, dutyFrom, steps, workers, requests, sheets } = view;
  const joined = workplace.state === "joined";
  return (
    <>
      <PageHead
        title={run.title}
        lead={<ToldLine facts={[workplace.name, JOIN_WORDS[workplace.state], STATE_WORDS[run.state]]} />}
      />
      <Notice
        title={
          duty
            ? "ストレスチェックの実施は、事業者の義務です。"
            : `50人未満の事業場では、現在は努力義務です（${showDateJa(plainDate(dutyFrom))}から義務）。`
        }
      />
      {workplace.state === "asked" ? <JoinForms {...{ answer, once }} joint={run.kind !== "single"} /> : null}
      {joined && run.state !== "closed" ? <WorkersForm {...{ answer, once }} /> : null}
      {joined ? (
        <>
          <Notices here={`/stress/workplace/${params.token}`} languages={view.languages} />
          <Table
            caption="受検の状況（結果・回答・受検の日時は表示されません）"
            rows={workers}
            rowKey={(row) => String(row.number)}
            columns={[
              { key: "name", head: "氏名", cell: (row) => row.name },
              {
                key: "taken",
                head: "受検",
                cell: (row) => (row.taken ? TAKEN_WORDS.scored : TAKEN_WORDS.open),
              },
            ]}
          />
          <OwnRequests requests={requests} answer={answer} />
          {sheets.map(({ scope, sheet }) => (
            <SheetView key={scope} scope={scope} sheet={sheet} area={view.area} />
          ))}
          {run.state === "closed" && sheets.length === 0 ? (
            <Section title="集団の集計">
              <p>{SHEET_REFUSALS["too-few-respondents"]}</p>
            </Section>
          ) : null}
          <Table
            caption="実施の手順（全20項目）"
            rows={steps}
            rowKey={(row) => String(row.step)}
            columns={[
              { key: "step", head: "番号", narrow: true, cell: (row) => row.step },
              { key: "title", head: "手順", cell: (row) => row.title },
              { key: "by", head: "行う方", cell: (row) => BY_WORDS[row.by] },
              { key: "when", head: "時期", cell: (row) => row.when },
              { key: "doneOn", head: "実施日", cell: (row) => (row.doneOn ? showDateJa(row.doneOn) : "―") },
            ]}
          />
          <StepForm answer={answer} steps={steps} />
        </>
      ) : null}
    </>
  );
}
