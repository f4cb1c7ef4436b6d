import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextField } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { PrintButton } from "#ui/print.tsx";
import { readOwnPage, unlockOwnPage, withdrawOwnConsent } from "../person/own-page.commands.server.ts";
import { isOpened, openedHeaders, ownDoor } from "../person/own-session.usecases.server.ts";
import type { Route } from "./+types/own";
import { Leave } from "./leave.tsx";
import { showTime } from "./show-time.tsx";

/** A person's own page, by a private link and a word that they chose. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const door = await ownDoor(app, params.token);
  if (!door.ok) return data({ view: null, gone: true, once: "" }, { status: 404 });
  const { holder, person } = door.value;
  if (!isOpened(app, request, person)) return data({ view: null, gone: false, once: "" });
  const view = shown(await readOwnPage(app, holder, { person }));
  return data({
    view: {
      ...view,
      referrals: view.referrals.map((one) => ({ ...one, sentAt: one.sentAt ? showTime(one.sentAt) : "" })),
      looks: view.looks.map((one) => ({ ...one, at: showTime(one.at) })),
    },
    gone: false,
    once: newId() as string,
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const door = shown(await ownDoor(app, params.token));
  const { holder, person } = door;
  const on = onTarget(app, holder, { person });
  const here = `/own/${params.token}`;
  const withdrawing = onTarget(app, holder, (input) => ({ person, consent: String(input.consent ?? "") }));
  const opened = isOpened(app, request, person);
  return answerForm<{ wrong: number } | Response>(
    request,
    [
      on(unlockOwnPage, ({ opened: right, left }) =>
        right ? (openedHeaders(app, person, here) as never) : { wrong: left },
      ),
      ...(opened ? [withdrawing(withdrawOwnConsent, () => `${here}?saved`)] : []),
    ],
    { secret: ["passphrase"] },
  );
}

export const meta = () => [
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

export default function Own({ loaderData: { view, gone, once }, actionData }: Route.ComponentProps) {
  if (gone)
    return (
      <PageHead
        title="ご確認のページ"
        lead="このアドレスは使えません。期限が切れたか、新しいものが発行されています。窓口にお問い合わせください。"
      />
    );
  const wrong = actionData && "wrong" in actionData ? actionData.wrong : undefined;
  if (!view)
    return (
      <>
        <PageHead title="ご確認のページ" lead="ご本人が決めた合言葉を入力してください。" />
        {wrong === undefined ? null : (
          <Notice
            kind="error"
            title={
              wrong > 0
                ? `合言葉が違います。あと${wrong}回試せます。`
                : "続けて間違えたため、30分ほど開けません。お急ぎのときは、窓口にお電話ください。"
            }
          />
        )}
        <CommandForm command="own-page.unlock" answer={actionData} submit="開く" private>
          <TextField label="合言葉" name="passphrase" type="password" autoComplete="off" />
        </CommandForm>
        <Leave />
      </>
    );
  return (
    <>
      <PageHead title="ご確認のページ" actions={<PrintButton label="印刷する" />} />
      <Section
        title="同意していること"
        lead="いつでも取り消せます。取り消しても、不利になることはありません。"
      >
        {view.consents.length === 0 ? <p>同意していることはありません。</p> : null}
        {view.consents.map((one) => (
          <div key={one.id} className="border-b border-solid-gray-300 py-3">
            <p>
              <strong>{one.receiver}</strong>（{one.state}）
            </p>
            <p>伝えてよいこと：{one.classes.join("、")}</p>
            <p>勤務先：{one.employer}</p>
            {one.withdrawable ? (
              <Folded summary="この同意を取り消す">
                <p>取り消すと、{one.receiver}は、その時からあなたの情報を見られなくなります。</p>
                <CommandForm
                  command="own-page.withdraw"
                  answer={actionData}
                  once={once}
                  submit="取り消す"
                  label={one.receiver}
                >
                  <input type="hidden" name="consent" value={one.id} />
                </CommandForm>
              </Folded>
            ) : null}
          </div>
        ))}
      </Section>
      <Section title="情報を伝えた機関">
        {view.referrals.length === 0 ? <p>ありません。</p> : null}
        <ul>
          {view.referrals.map((one) => (
            <li key={one.id}>
              {one.receiver}：{one.classes.join("、")}（{one.state}）{one.sentAt}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="あなたの情報を見た機関">
        <ul>
          {view.looks.map((one) => (
            <li key={`${one.at} ${one.office} ${one.what}`}>
              {one.at} {one.office} {one.role}（{one.what}）
            </li>
          ))}
        </ul>
      </Section>
      <Leave />
    </>
  );
}
