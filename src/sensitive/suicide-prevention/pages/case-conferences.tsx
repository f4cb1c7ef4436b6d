import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { Done } from "#ui/done.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import {
  addConference,
  listConferences,
  secondConference,
} from "../conferences/conference.usecases.server.ts";
import { CONFERENCE_THEME_WORDS, READING_WORDS } from "../model/prevention.messages.ts";
import { ConferenceForm } from "../parts/conference-form.tsx";
import type { Route } from "./+types/case-conferences";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const view = shown(await listConferences(app, actor, params));
  return { ...view, id: newId() as string, once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = () => `/offices/${params.organisation}/case-conferences?saved`;
  const on = onTarget(app, actor, (input) => ({ ...params, conference: String(input.conference ?? "") }));
  return answerForm(request, [on(addConference, here), on(secondConference, here)]);
}

export const meta = () => [{ name: "robots", content: "noindex" }];

const LIMIT = "この画面に登録できないこと";

/** Sessions of an office: counts, months, and two texts that somebody else reads before they stand. */
export default function CaseConferences({ loaderData, actionData: answer }: Route.ComponentProps) {
  const { office, seats, conferences, id, once } = loaderData;
  return (
    <>
      <PageHead title={`事例検討会　${office.name}`} lead="事務局と統括の職員だけが見られます。" />
      <Done />
      <Notice title={LIMIT}>
        資料は会場で見るだけにし、登録しません。お名前、日付、年齢、場所、手段、ご家族のことは入力しないでください。
        入力欄は文字の並びを確かめますが、すべてを見つけることはできません。そのため、別の人が読んで確認します。
      </Notice>
      <Section title="一覧">
        {conferences.length === 0 ? <p>まだありません。</p> : null}
        {conferences.map((one) => (
          <article key={one.id} className="border-b border-solid-gray-300 py-3">
            <h3 className="text-std-18B-160">
              {one.fiscalYear}年度 第{one.number}回（{one.month}）
            </h3>
            <p>
              {one.cases}件・出席 {one.attended}機関・
              {one.themes.map((key) => CONFERENCE_THEME_WORDS[key]).join("、")}・{READING_WORDS[one.reading]}
            </p>
            {one.measures ? <p className="whitespace-pre-line">決めたこと: {one.measures}</p> : null}
            {one.lesson ? <p className="whitespace-pre-line">今後に生かすこと: {one.lesson}</p> : null}
            {one.maySecond ? (
              <div className="flex flex-wrap gap-4">
                {(["stands", "remove"] as const).map((verdict) => (
                  <CommandForm
                    key={verdict}
                    command="prevention-conference.second"
                    answer={answer}
                    kind={verdict === "stands" ? "secondary" : "danger"}
                    submit={verdict === "stands" ? "問題がないことを確認した" : "記載を消す"}
                    label={`第${one.number}回の記載: ${verdict === "stands" ? "確認" : "消す"}`}
                  >
                    <input type="hidden" name="conference" value={one.id} />
                    <input type="hidden" name="verdict" value={verdict} />
                  </CommandForm>
                ))}
              </div>
            ) : null}
          </article>
        ))}
      </Section>
      <Section title="検討会を登録する" lead="開催日のうち、保存されるのは月だけです。">
        {seats.length === 0 ? (
          <p>先に、自殺対策の連絡会議と委員を協議会に登録してください。</p>
        ) : (
          <ConferenceForm {...{ seats, id, once, answer }} />
        )}
      </Section>
    </>
  );
}
