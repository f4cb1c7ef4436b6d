import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId, type OrganisationId } from "#platform/kernel/ids.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { CountField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Empty } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { orderErasure, readErasure, setYearsKept } from "../erasure/erasure.commands.server.ts";
import type { Route } from "./+types/erasure";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const view = shown(await readErasure(app, actor, { organisation: params.organisation }));
  return { ...view, once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const on = onTarget(app, actor, { organisation: params.organisation as OrganisationId });
  const saved = () => `/offices/${params.organisation}/erasure?saved`;
  return answerForm(request, [on(setYearsKept, saved), on(orderErasure, saved)]);
}

/** How long cases are kept, what would be deleted now, and what was. */
export default function Erasure({ loaderData, actionData, params }: Route.ComponentProps) {
  const { years, before, cases, contacts, doomed, runs, once } = loaderData;
  const waiting = runs.some(({ done }) => !done);
  return (
    <>
      <PageHead
        title="保存期間と削除"
        lead={`終了から${years}年を過ぎた相談を、確認のうえで削除します。件数だけが残ります。`}
        actions={<ButtonLink to={`/offices/${params.organisation}/cases`}>相談の一覧</ButtonLink>}
      />
      <Done />
      <Section title="保存する年数">
        <CommandForm
          command="erasure.set-years"
          answer={actionData}
          values={{ years: String(years) }}
          submit="変更する"
          kind="secondary"
        >
          <CountField label="保存する年数" name="years" hint="終了した日から数えます。3年から30年まで" />
        </CommandForm>
      </Section>
      <Section
        title="削除の対象"
        lead={`${showDateJa(before)}より前に終了した相談です。継続中の相談・紹介・家族の支援がある方は含みません。`}
      >
        {cases === 0 ? (
          <Empty title="対象の相談はありません" />
        ) : (
          <>
            <p>
              <strong>
                相談 {cases.toLocaleString("ja-JP")}件・経過 {contacts.toLocaleString("ja-JP")}件
              </strong>
            </p>
            <Table
              caption="削除の対象"
              hideCaption
              columns={[
                { key: "number", head: "番号", cell: (row) => row.number },
                { key: "opened", head: "受付日", cell: (row) => showDateJa(row.openedOn) },
                { key: "closed", head: "終了日", cell: (row) => showDateJa(row.closedOn) },
                { key: "contacts", head: "経過", unit: "件", align: "right", cell: (row) => row.contacts },
              ]}
              rows={doomed}
              rowKey={(row) => row.number}
            />
            {waiting ? (
              <p>削除を受け付けています。</p>
            ) : (
              <Folded summary="この対象を削除する">
                <p>
                  氏名・経過・同意に基づいて渡した内容は、元に戻せません。ご本人用のページも開けなくなります。
                </p>
                <CommandForm
                  command="erasure.order"
                  answer={actionData}
                  once={once}
                  submit={`${cases}件を削除する`}
                >
                  <input type="hidden" name="expected" value={cases} />
                </CommandForm>
              </Folded>
            )}
          </>
        )}
      </Section>
      <Section title="これまでの削除">
        {runs.length === 0 ? (
          <p>ありません。</p>
        ) : (
          <Table
            caption="これまでの削除"
            hideCaption
            columns={[
              { key: "before", head: "この日より前に終了", cell: (run) => showDateJa(run.before) },
              { key: "erased", head: "削除", unit: "件", align: "right", cell: (run) => run.erased },
              { key: "by", head: "指示した人", cell: (run) => run.by },
              { key: "done", head: "状況", cell: (run) => (run.done ? "完了" : "受付済み") },
            ]}
            rows={runs}
            rowKey={(run) => run.id}
          />
        )}
      </Section>
    </>
  );
}
