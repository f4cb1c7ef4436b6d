import { redirect } from "react-router";
import { typedCode } from "#foundation/links/public.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/field.tsx";
import { PageHead } from "#ui/page.tsx";
import { languageOf } from "../answering/language.queries.server.ts";
import { answeringIn } from "../model/survey.messages.ts";
import type { Route } from "./+types/answer-code";

/** Where a worker types the number of the slip; who has answered is thanked here. */
export async function loader({ url }: Route.LoaderArgs) {
  const code = typedCode(url.searchParams.get("code"));
  const language = languageOf(url);
  if (code) throw redirect(`/w/${code}${language === "ja" ? "" : `?lang=${language}`}`);
  return { done: url.searchParams.has("done"), language };
}

export const meta = () => [{ name: "robots", content: "noindex" }];

export default function AnswerCode({ loaderData: { done, language } }: Route.ComponentProps) {
  const words = answeringIn(language);
  if (done) return <PageHead title={words.thanks} lead={words.anonymous} />;
  return (
    <>
      <PageHead title={words.form} lead={words.anonymous} />
      <form method="get" action="/w">
        {language === "ja" ? null : <input type="hidden" name="lang" value={language} />}
        <TextField label={words.code} name="code" autoComplete="off" className="max-w-60" />
        <Button kind="primary">{words.start}</Button>
      </form>
    </>
  );
}
