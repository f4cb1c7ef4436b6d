import { onTarget } from "#foundation/authority/public.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import type { Input } from "#platform/web/fields.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Copied } from "#ui/copied.tsx";
import { ChoiceField, TextField } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Empty, Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { openRequest } from "../file/request.usecases.server.ts";
import { PART_WORDS, SHARE_DAYS } from "../shares/share.messages.ts";
import { qrOf } from "../shares/share.present.ts";
import { endShare, giveShare, listShares } from "../shares/share.usecases.server.ts";
import type { Route } from "./+types/shares";

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, target } = await openRequest(args);
  const now = app.clock.now();
  const shares = shown(await listShares(app, actor, target)).map((one) => ({
    ...{
      id: one.id,
      whom: one.whom,
      parts: one.parts.map((part) => PART_WORDS[part]).join("・"),
      until: showInstantJa(one.expiresAt),
    },
    ...{ over: one.endedAt !== null || one.expiresAt <= now, looks: one.looks.map(showInstantJa) },
  }));
  return { shares };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, target } = await openRequest(args);
  const ending = onTarget(app, actor, (input: Input) => ({ ...target, share: String(input.share ?? "") }));
  const answer = await answerForm<{ token: string }>(args.request, [
    onTarget(app, actor, target)(giveShare, ({ token }) => ({ token })),
    ending(endShare, () => "/health-file/shares"),
  ]);
  if (!("token" in answer)) return answer;
  const link = `${app.config.origin}/shared-files/${answer.token}`;
  return { link, code: await qrOf(link) };
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function Shares({ loaderData: { shares }, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHead
        title="健康ファイルの共有"
        lead="保健師・医師・ご家族などに、内容と期間を決めて見せることができます。"
        actions={<ButtonLink to="/health-file">健康ファイルに戻る</ButtonLink>}
      />
      {actionData && "link" in actionData ? (
        <Notice kind="success" title="共有のリンクを作成しました。表示はこの1回だけです。">
          <p>このリンクを知っている人は、誰でも見られます。見せる相手にだけお渡しください。</p>
          <Copied text={actionData.link} />
          <img src={actionData.code} alt="共有のリンクを開くコード" width={180} height={180} />
        </Notice>
      ) : null}
      <CommandForm command="health-share.give" answer={actionData} submit="リンクを作成する" private>
        <TextField label="見せる相手" name="whom" hint="例：保健センターの保健師" />
        <ChoiceField
          label="見せる内容"
          name="parts"
          type="checkbox"
          options={Object.entries(PART_WORDS).map(([value, label]) => ({ value, label }))}
        />
        <ChoiceField
          label="見せる期間"
          name="days"
          type="radio"
          options={Object.entries(SHARE_DAYS).map(([value, label]) => ({ value, label }))}
        />
      </CommandForm>
      <Section title="これまでの共有">
        {shares.length === 0 ? <Empty title="共有はまだありません。" /> : null}
        <Lines>
          {shares.map((one) => (
            <Line key={one.id}>
              <div>
                <p className="text-std-16B-170">{one.whom}</p>
                <p>見せた内容：{one.parts}</p>
                <p>期間：{one.over ? "終了" : `${one.until}まで`}</p>
                <p>{one.looks.length > 0 ? `閲覧：${one.looks.join("、")}` : "まだ閲覧されていません。"}</p>
              </div>
              {one.over ? null : (
                <CommandForm
                  command="health-share.end"
                  answer={actionData}
                  submit="共有を止める"
                  kind="secondary"
                  label={`${one.whom}との共有を止める`}
                >
                  <input type="hidden" name="share" value={one.id} />
                </CommandForm>
              )}
            </Line>
          ))}
        </Lines>
      </Section>
    </>
  );
}
