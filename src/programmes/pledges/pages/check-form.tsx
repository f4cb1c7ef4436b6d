import { onTarget } from "#foundation/authority/public.ts";
import { requestOf } from "#foundation/identity/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { answerForm } from "#platform/web/form-answer.ts";
import { shown } from "#platform/web/refusal.ts";
import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { PageHead } from "#ui/page.tsx";
import { makeCheck } from "../checks/act-check.commands.server.ts";
import { readCheckForm } from "../checks/act-check.queries.server.ts";
import { CHECK } from "../model/act.messages.ts";
import { TIERS } from "../model/act-lists.schema.ts";
import { PLEDGES } from "../model/pledge.messages.ts";
import { spokenIn } from "../model/spoken.rules.ts";
import { AnswerField, Trap } from "../parts/answer-fields.tsx";
import { FactsForm } from "../parts/facts-form.tsx";
import type { Route } from "./+types/check-form";

const FACTS = ["tier", "workers", "industry", "canteen", "hired", "leads", "body"] as const;

export async function loader({ context, params: { area }, url: { searchParams } }: Route.LoaderArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(searchParams);
  const tier = TIERS.find((one) => one === searchParams.get("tier"));
  const began = searchParams.has("go") || tier === "administration";
  const facts = Object.fromEntries(
    FACTS.flatMap((name) => (searchParams.get(name) ? [[name, searchParams.get(name)!]] : [])),
  );
  const form = shown(await readCheckForm(app, actor, { area, language, facts: began ? facts : {} }));
  return { ...form, language, tier, facts, began, once: newId() as string };
}

export async function action({ context, params: { area }, request }: Route.ActionArgs) {
  const { app, actor } = requestOf(context);
  const language = spokenIn(new URL(request.url).searchParams);
  const on = onTarget(app, actor, { area, language });
  return answerForm(request, [on(makeCheck, ({ token }) => `/ac/${token}?first`)]);
}

/** A check in two pages: who answers, and the questions that apply. Nothing is kept until the answers are sent. */
export default function CheckForm({ loaderData, actionData }: Route.ComponentProps) {
  const { area, language, tier, facts, began, questions, industries, errors, once } = loaderData;
  const text = CHECK[language];
  return (
    <div className="max-w-2xl" lang={language}>
      <PageHead title={text.title} place={area.name} lead={text.lead} />
      {questions ? (
        <CommandForm
          command="act-check.make"
          answer={actionData}
          once={once}
          submit={text.submit}
          language={language}
        >
          {Object.entries(facts).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <h2 className="text-std-20B-160">{text.questions}</h2>
          <p>{text.later}</p>
          {questions.map((question) => (
            <AnswerField key={question.key} {...{ question, language }} />
          ))}
          <Trap />
          <p className="my-4 text-dns-14N-130">{tier === "person" ? text.personPrivacy : text.privacy}</p>
        </CommandForm>
      ) : (
        <FactsForm {...{ language, tier, industries }} errors={began ? errors : {}} />
      )}
      <p className="my-8">
        <TextLink to={`/areas/${area.slug}/acts${language === "en" ? "?lang=en" : ""}`}>
          {PLEDGES[language].title}
        </TextLink>
      </p>
    </div>
  );
}
