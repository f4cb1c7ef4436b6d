import { data } from "react-router";
import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { openLink, readByLink } from "#foundation/links/public.ts";
import { moduleNamesContext } from "#platform/web/context.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { answerCheck, removeCheck, repeatCheck, shareCheck } from "../checks/act-check.commands.server.ts";
import { readCheck } from "../checks/act-check.queries.server.ts";
import { declineStep, finishStep, takeStep } from "../checks/act-step.commands.server.ts";
import { RESULT } from "../model/result.messages.ts";
import { spokenIn } from "../model/spoken.rules.ts";
import { CheckParts } from "../parts/check-view.tsx";
import { DeadCheck } from "../parts/dead-check.tsx";
import { finishPledge, makePledge, withdrawPledge } from "../promises/pledge.commands.server.ts";
import type { Route } from "./+types/check";

export async function loader({ context, params: { token }, url }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const language = spokenIn(url.searchParams);
  const asked = url.searchParams.has("lang") ? { language } : {};
  const modules = [...context.get(moduleNamesContext)];
  const { found: check, ...dead } = await readByLink(app, token, "act-check", (holder, at) =>
    readCheck(app, holder, { ...at, modules, ...asked }),
  );
  const none = { token, language, isFirst: false, shared: null, check: null, awards: null, area: null };
  if (!check) return data({ ...none, ...dead }, { status: 404 });
  const voice = url.searchParams.get("voice");
  const shared = voice && `${app.config.origin}/av/${encodeURIComponent(voice)}`;
  const enters = check.tier === "workplace" && modules.includes("awards");
  const awards = enters ? `/areas/${check.area.slug}/awards?${new URLSearchParams({ check: token })}` : null;
  const isFirst = url.searchParams.has("first");
  return data({ ...none, language: check.language, isFirst, shared, check, awards });
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { app } = requestOf(context);
  const { holder } = shown(await openLink(app, token, "act-check"));
  const at = { area: holder.area!, id: holder.subject };
  const modules = [...context.get(moduleNamesContext)];
  const on = onTarget(app, holder, at);
  const onStep = onTarget(app, holder, (input) => ({
    ...at,
    modules,
    question: String(input.question ?? ""),
  }));
  const onPledge = onTarget(app, holder, (input) => ({ ...at, pledge: String(input.pledge ?? "") }));
  const lang = new URL(request.url).searchParams.get("lang");
  const spoken = lang === "en" || lang === "ja" ? `lang=${lang}` : "";
  const here = () => `/ac/${token}${spoken && `?${spoken}`}`;
  return answerForm(request, [
    on(answerCheck, here),
    on(repeatCheck, (next) => `/ac/${next.token}?first${spoken && `&${spoken}`}`),
    on(shareCheck, (made) => `/ac/${token}?voice=${made.token}${spoken && `&${spoken}`}`),
    on(removeCheck, () => `/areas/${at.area}/acts${spoken && `?${spoken}`}`),
    onStep(takeStep, ({ to }) => to ?? here()),
    onStep(declineStep, here),
    onStep(finishStep, here),
    on(makePledge, here),
    onPledge(withdrawPledge, here),
    onPledge(finishPledge, here),
  ]);
}

/** A check by the secret link that whoever made it was given. */
export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  const { token, language, isFirst, shared, check, awards, area } = loaderData;
  if (!check) return <DeadCheck {...{ language, area }} />;
  return (
    <div className="max-w-2xl" lang={language}>
      {isFirst ? <Notice kind="success" title={RESULT[language].keep} language={language} /> : null}
      <CheckParts {...{ check, shared }} sheet={`/ac/${token}/sheet`} answer={actionData} />
      {isFirst ? null : <p className="my-6">{RESULT[language].keep}</p>}
      {awards ? (
        <p className="my-6">
          <TextLink to={awards}>{RESULT[language].enter}</TextLink>
        </p>
      ) : null}
    </div>
  );
}
