import { onTarget } from "#foundation/authority/public.ts";
import { signedInRequest } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink, TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { FILES } from "../files/export.queries.server.ts";
import { Findings } from "../parts/finding-parts.tsx";
import { FourCountTable, NumberTable, ResultTable } from "../parts/result-parts.tsx";
import { freezeFinding, raiseFinding, targetFinding } from "../results/finding.commands.server.ts";
import { hideFinding, showFinding } from "../results/finding-line.commands.server.ts";
import { makeResult, publishResult, readResult } from "../results/result.commands.server.ts";
import type { Route } from "./+types/survey-results";

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const view = shown(await readResult(app, actor, params));
  return { ...view, files: [...FILES], once: newId() as string };
}

export async function action({ context, params, request, url }: Route.ActionArgs) {
  const { app, actor } = signedInRequest({ context, url });
  const here = `/offices/${params.organisation}/surveys/${params.survey}/results`;
  const on = onTarget(app, actor, params);
  const of = onTarget(app, actor, (input) => ({ ...params, finding: String(input.finding ?? "") }));
  return answerForm(request, [
    on(makeResult, () => here),
    on(publishResult, () => here),
    on(freezeFinding, () => `${here}#findings`),
    of(raiseFinding, () => `${here}#findings`),
    ...[showFinding, hideFinding].map((one) => of(one, () => `${here}#findings`)),
    of(targetFinding, () => `${here}#findings`),
  ]);
}

export default function SurveyResults({ loaderData, actionData, params }: Route.ComponentProps) {
  const { survey, edition, rates, low, four, numbers, tables, texts, findings, issues, once, files } =
    loaderData;
  const here = `/offices/${params.organisation}/surveys/${survey.id}`;
  return (
    <>
      <PageHead
        title={`集計　${survey.title}`}
        lead={
          edition
            ? `第${edition.number}版　${edition.answers.toLocaleString("ja-JP")}件の回答`
            : "まだ集計していません。"
        }
        actions={<ButtonLink to={here}>調査に戻る</ButtonLink>}
      />
      <p>回答率：{rates.join("、") || "―"}</p>
      {low && edition ? (
        <Notice
          kind="warning"
          title="回答率（RR1）が50％に達していません。回答した方の偏りに注意してください。"
        />
      ) : null}
      <CommandForm command="result.make" answer={actionData} submit="集計する" />
      <p className="text-dns-14N-130">
        実施中の調査の集計は、回答が10件増えるごとに更新されます。10件未満の欄と、その数を計算できる欄は秘匿します。
      </p>
      {edition && survey.state === "closed" && !edition.published ? (
        <CommandForm command="result.publish" answer={actionData} submit="公表する" kind="secondary" />
      ) : null}
      <Findings {...{ findings, issues, once, low, answer: actionData }} />
      {tables.map((table) => (
        <ResultTable key={table.key} table={table} kind={survey.kind} answer={actionData} once={once} />
      ))}
      {numbers.length > 0 ? <NumberTable numbers={numbers} /> : null}
      {four.length > 0 ? <FourCountTable four={four} /> : null}
      {texts.length > 0 ? (
        <Section title="自由記述の分類" lead="記述を読んで分類すると、分類ごとの数を集計できます。">
          {texts.map((one) => (
            <p key={one.name}>
              <TextLink to={`${here}/texts/${one.name}`}>{one.label}</TextLink>
            </p>
          ))}
        </Section>
      ) : null}
      {survey.state === "closed" ? (
        <Section title="回答のダウンロード" lead="この機関の担当者だけがダウンロードできます。">
          <div className="flex flex-wrap gap-3">
            {files.map((file) => (
              <ButtonLink key={file} to={`${here}/export/${file}`} reload>
                {file}
              </ButtonLink>
            ))}
          </div>
        </Section>
      ) : null}
    </>
  );
}
