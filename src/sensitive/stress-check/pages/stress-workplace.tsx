import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { DUE_WORDS, JOIN_WORDS } from "../model/stress.messages.ts";
import { tellResults } from "../prints/slip.commands.server.ts";
import { giveCodes, giveLink } from "../runs/run.commands.server.ts";
import { readWorkplace } from "../runs/run.queries.server.ts";
import type { Route } from "./+types/stress-workplace";

const addressOf = ({ organisation, run, workplace }: Route.ComponentProps["params"]) =>
  `/offices/${organisation}/stress-checks/${run}/workplaces/${workplace}`;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return shown(await readWorkplace(app, actor, params));
}

/** Links and codes are shown once, in the answer to the form, and kept nowhere. */
export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, params);
  const none = { address: "", slips: [] as { number: number; name: string; code: string }[] };
  return answerForm<typeof none>(request, [
    on(giveLink, ({ address }) => ({ ...none, address })),
    on(giveCodes, ({ slips }) => ({ ...none, slips })),
    on(tellResults, () => addressOf(params)),
  ]);
}

export default function StressWorkplace({ loaderData, actionData, params }: Route.ComponentProps) {
  const here = addressOf(params);
  const { workplace, workers } = loaderData;
  const given = actionData && "slips" in actionData ? actionData : undefined;
  const answer = given ? undefined : actionData;
  return (
    <>
      <PageHead title={workplace.name} lead={JOIN_WORDS[workplace.state]} />
      {given?.address ? (
        <Section
          title="事業所用のリンク"
          lead="この画面を閉じると、再表示できません。事業所の担当の方だけにお渡しください。"
        >
          <p className="break-all">{given.address}</p>
        </Section>
      ) : null}
      {given && given.slips.length > 0 ? (
        <Table
          caption="回答用の番号（この画面を閉じると、再表示できません。封筒に入れて本人にお渡しください）"
          rows={given.slips}
          rowKey={(row) => String(row.number)}
          columns={[
            { key: "number", head: "用紙の番号", cell: (row) => row.number },
            { key: "name", head: "氏名", cell: (row) => row.name },
            { key: "code", head: "回答用の番号", cell: (row) => row.code },
          ]}
        />
      ) : null}
      <Table
        caption="受検者"
        rows={workers}
        rowKey={(row) => row.id}
        columns={[
          { key: "number", head: "番号", cell: (row) => row.number },
          { key: "name", head: "氏名", cell: (row) => row.name },
          {
            key: "taken",
            head: "受検",
            cell: (row) => (row.taken ? (row.scored ? "済" : "不完全回答") : "未"),
          },
          { key: "advised", head: "面接指導", cell: (row) => (row.advised ? "対象" : "―") },
          { key: "toldOn", head: "結果の通知", cell: (row) => row.toldOn ?? "―" },
          { key: "askedOn", head: "申出", cell: (row) => row.askedOn ?? "―" },
          { key: "interviewOn", head: "面接", cell: (row) => row.interviewOn ?? "―" },
          {
            key: "due",
            head: "次の期限",
            cell: (row) => (row.due ? `${DUE_WORDS[row.due.step]} ${row.due.on}` : "―"),
          },
        ]}
      />
      <Section title="回答用の番号を発行する">
        <CommandForm command="stress-code.give" answer={answer} submit="番号を発行する" kind="secondary" />
        <form method="post" action={`${here}/slips.pdf`} className="my-3">
          <Button>配布票（PDF）で発行する</Button>
        </form>
      </Section>
      {workers.some(({ taken }) => taken) ? (
        <Section
          title="結果のお知らせを印刷する"
          lead="受検した全員分を、同じ大きさの用紙で作成します。封筒に入れ、事業所を通さずに本人へお渡しください。"
        >
          <ButtonLink to={`${here}/results.pdf`} reload>
            結果のお知らせ（PDF）
          </ButtonLink>
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
