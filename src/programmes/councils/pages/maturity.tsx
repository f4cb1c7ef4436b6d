import { onTarget } from "#foundation/authority/public.ts";
import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Done } from "#ui/done.tsx";
import { labelled, SelectField, TextArea } from "#ui/field.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead, Section } from "#ui/page.tsx";
import { judgeMaturity, judgementValues } from "../maturity/judgement.commands.server.ts";
import { readMaturity } from "../maturity/maturity.queries.server.ts";
import { LEVEL } from "../messages.ts";
import { LEVELS } from "../model/maturity.rules.ts";
import type { Route } from "./+types/maturity";
import { councilPlace } from "./place.tsx";

const LABELS = { level: "段階", reason: "理由" };
const field = labelled(LABELS);
const LEVEL_OPTIONS = ["0", ...LEVELS].map((value) => ({ value, label: LEVEL[value]! }));

export async function loader(args: Route.LoaderArgs) {
  const { app, actor, area, base, mayEdit, year } = await councilPlace(args);
  const { level, reached, judgement, steps } = shown(await readMaturity(app, actor, { area: area.id, year }));
  return {
    base,
    name: area.name,
    mayEdit,
    year: showFiscalYearJa(year),
    level,
    reached,
    reason: judgement?.reason ?? null,
    seen: fingerprintOf(judgementValues(judgement)),
    steps,
  };
}

export async function action(args: Route.ActionArgs) {
  const { app, actor, area, base, year } = await councilPlace(args);
  const on = onTarget(app, actor, { area: area.id, year });
  return answerForm(args.request, [on(judgeMaturity, () => `${base}/maturity?year=${year}&saved`)]);
}

export default function MaturityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { base, name, mayEdit, year, level, reached, reason, seen, steps } = loaderData;
  return (
    <>
      <PageHead
        title="取組の段階"
        lead={`${name}　${year}`}
        actions={<ButtonLink to={base}>協議会に戻る</ButtonLink>}
      />
      <Done />
      <p className="text-std-20B-150">{LEVEL[level]}</p>
      {reason ? (
        <Notice title={`事務局の判断です。記録から判定した段階は「${LEVEL[reached]}」です。`}>
          理由: {reason}
        </Notice>
      ) : null}
      <ol className="mt-6 border-t border-solid-gray-300">
        {steps.map((step) => (
          <li key={step.level} className="border-b border-solid-gray-300 py-4">
            <h2 className="text-std-18B-160">
              <span aria-hidden="true" className="mr-2">
                {step.met ? "●" : "○"}
              </span>
              {LEVEL[step.level]}
              <span className="ml-3 text-std-16N-170">{step.met ? "満たしている" : "未達成"}</span>
            </h2>
            {step.evidence.length > 0 ? <p>記録にあるもの: {step.evidence.join("、")}</p> : null}
            {step.missing.length > 0 ? <p>あと必要なもの: {step.missing.join("、")}</p> : null}
          </li>
        ))}
      </ol>
      {mayEdit ? (
        <Section
          title="事務局の判断"
          lead="記録にない取り組みがあるときは、段階と理由を入力してください。理由は年報に載ります。"
        >
          <CommandForm
            command="maturity.judge"
            answer={actionData}
            values={{ level, reason: "" }}
            seen={seen}
            labels={LABELS}
            options={{ level: LEVEL_OPTIONS }}
            submit="判断を保存する"
            kind="secondary"
          >
            <SelectField {...field("level")} options={LEVEL_OPTIONS} />
            <TextArea {...field("reason")} />
          </CommandForm>
        </Section>
      ) : null}
    </>
  );
}
