import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { printedCode } from "#foundation/links/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Copied } from "#ui/copied.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { CODES, DUE_WORDS, JOIN_WORDS, STATE_WORDS, TAKEN_WORDS } from "../model/stress.messages.ts";
import { CodeForms, GivenCodes } from "../parts/code-forms.tsx";
import { ToldLine } from "../parts/told-line.tsx";
import { tellResults } from "../prints/slip.commands.server.ts";
import { giveCodes, giveLink } from "../runs/run.commands.server.ts";
import { readWorkplace } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/stress-workplace";

const addressOf = ({ organisation, run, workplace }: Route.ComponentProps["params"]) =>
  `/offices/${organisation}/stress-checks/${run}/workplaces/${workplace}`;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return { ...shown(await readWorkplace(app, actor, params)), noSlips: url.searchParams.has("no-slips") };
}

/** Links and codes are shown once, in the answer to the form, and kept nowhere. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, params);
  const none = { address: "", slips: [] as { number: number; name: string; code: string }[] };
  return answerForm<typeof none>(request, [
    on(giveLink, ({ address }) => ({ ...none, address })),
    on(giveCodes, ({ slips }) => ({
      ...none,
      slips: slips.map((one) => ({ ...one, code: printedCode(one.code) })),
    })),
    on(tellResults, () => addressOf(params)),
  ]);
}

const takenOf = ({ taken, scored }: { taken: boolean; scored: boolean }): string =>
  scored ? TAKEN_WORDS.scored : taken ? TAKEN_WORDS.incomplete : TAKEN_WORDS.open;
const day = (on: PlainDate | null) => (on ? showDateJa(on) : "―");

export default function StressWorkplace({ loaderData, actionData, params }: Route.ComponentProps) {
  const here = addressOf(params);
  const { run, workplace, workers, mayGive, noSlips } = loaderData;
  const given = actionData && "slips" in actionData ? actionData : undefined;
  const answer = given ? undefined : actionData;
  return (
    <>
      <PageHead
        title={workplace.name}
        lead={<ToldLine facts={[run.title, STATE_WORDS[run.state], JOIN_WORDS[workplace.state]]} />}
        actions={
          <ButtonLink to={`/offices/${params.organisation}/stress-checks/${params.run}`}>
            事業所の一覧に戻る
          </ButtonLink>
        }
      />
      {noSlips && !actionData ? <Notice kind="error" title={CODES.noSlips} /> : null}
      {given?.address ? (
        <Notice kind="success" title="事業所用のリンクを発行しました。この画面を閉じると、再表示できません。">
          <p>事業所の担当の方だけにお渡しください。</p>
          <Copied text={given.address} />
        </Notice>
      ) : null}
      {given && given.slips.length > 0 ? <GivenCodes slips={given.slips} /> : null}
      <Table
        caption="受検者"
        rows={workers}
        rowKey={(row) => row.id}
        columns={[
          { key: "number", head: "番号", cell: (row) => row.number },
          { key: "name", head: "氏名", cell: (row) => row.name },
          { key: "taken", head: "受検", cell: (row) => takenOf(row) },
          { key: "advised", head: "面接指導", cell: (row) => (row.advised ? "対象" : "―") },
          { key: "toldOn", head: "結果の通知", cell: (row) => day(row.toldOn) },
          { key: "askedOn", head: "申出", cell: (row) => day(row.askedOn) },
          { key: "interviewOn", head: "面接", cell: (row) => day(row.interviewOn) },
          {
            key: "due",
            head: "次の期限",
            cell: (row) => (row.due ? `${DUE_WORDS[row.due.step]} ${showDateJa(row.due.on)}` : "―"),
          },
        ]}
      />
      {mayGive ? <CodeForms workers={workers} slips={`${here}/slips.pdf`} answer={answer} /> : null}
      {workers.some(({ taken }) => taken) ? (
        <Section
          title="結果のお知らせを印刷する"
          lead="受検した全員分を、同じ大きさの用紙で作成します。封筒に入れ、事業所を通さずに本人へお渡しください。"
        >
          <p className="my-3">
            <ButtonLink to={`${here}/results.pdf`} reload>
              結果のお知らせ（PDF）
            </ButtonLink>
          </p>
          <CommandForm
            command="stress-result.tell"
            answer={answer}
            submit="配付したことを記録する"
            kind="secondary"
          />
        </Section>
      ) : null}
      <Section
        title="事業所用のリンクを発行する"
        lead="参加の回答、受検者の登録、集計の確認に使うリンクです。"
      >
        <CommandForm
          command="stress-workplace.give-link"
          answer={answer}
          submit="リンクを発行する"
          kind="secondary"
        />
      </Section>
    </>
  );
}
