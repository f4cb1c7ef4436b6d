import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { CountTable } from "#ui/count-table.tsx";
import { Done } from "#ui/done.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { VOICE_STEP_WORDS } from "../model/prevention.messages.ts";
import { BeginForm, PathLines } from "../parts/path-forms.tsx";
import { listPaths, notePath } from "../paths/bereaved-path.usecases.server.ts";
import { giveSheet } from "../paths/voice.usecases.server.ts";
import type { Route } from "./+types/prevention-paths";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  return { ...shown(await listPaths(app, actor, params)), once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = () => `/offices/${params.organisation}/prevention-paths?saved`;
  const onPath = onTarget(app, actor, (input) => ({ ...params, path: String(input.path ?? "") }));
  return answerForm<{ address: string }>(request, [
    onPath(notePath, here),
    onTarget(app, actor, params)(giveSheet, ({ address }) => ({ address })),
  ]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

/** Numbers of an office and their days: no name, no story. */
export default function PreventionPaths({ loaderData, actionData: answer, params }: Route.ComponentProps) {
  const { office, paths, counts, voice, consent, once } = loaderData;
  const address = answer && "address" in answer ? String(answer.address) : "";
  return (
    <>
      <PageHead
        title={`ご家族への支援　${office.name}`}
        lead="番号と日付だけを記録します。お名前、亡くなられた方のこと、聞き取りの内容は登録しません。"
        actions={<ButtonLink to={`/offices/${params.organisation}/cases`}>相談・紹介</ButtonLink>}
      />
      <Done />
      <Notice title="始まりは、ご家族から返送された同意書です。こちらから連絡先を集めることはありません。">
        ご家族の相談は「相談・紹介」に、別の同意で登録します。この番号は、どこにも書かないでください。
      </Notice>
      <Section title="番号の一覧">
        <PathLines {...{ paths, answer, once }} />
      </Section>
      <Section title="同意書が返送されたとき" lead={consent}>
        <BeginForm {...{ answer, once }} />
      </Section>
      <Section title="人数">
        <CountTable
          caption="支援の人数"
          head="区分"
          columns={["人数"]}
          rows={[
            { label: "同意書を返送してくださった方", cells: [String(counts.begun)] },
            { label: "面接でお話を伺った方", cells: [String(counts.interviewed)] },
            { label: "1か月後まで支援した方", cells: [String(counts.cared)] },
            { label: "同意を撤回した方", cells: [String(counts.withdrawn)] },
          ]}
        />
      </Section>
      <Section
        title="ご家族からの評価"
        lead="お名前も番号もないアンケートです。10人以上の方から回答をいただくまで表示されません。"
      >
        <CountTable
          caption="ご家族からの評価（4がよい、1がよくない）"
          head="段階"
          columns={["平均", "回答"]}
          rows={voice.map(({ step, mean, persons }) => ({
            label: VOICE_STEP_WORDS[step],
            cells: [mean === null ? "―" : mean.toFixed(1), persons === null ? "10人未満" : `${persons}人`],
          }))}
        />
        <CommandForm
          command="prevention-voice.give-sheet"
          answer={answer}
          submit="アンケートのリンクを発行する"
          kind="secondary"
        />
        {address ? (
          <Notice kind="success" title="リンクを発行しました。この画面を閉じると、もう表示されません。">
            <span className="wrap-anywhere">{address}</span>
          </Notice>
        ) : null}
      </Section>
    </>
  );
}
