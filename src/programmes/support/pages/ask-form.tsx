import { Button, TextLink } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { OFFICE } from "../office/messages.ts";
import type { Typed } from "../requests/asking/rules.ts";
import type { AskData, AskSent } from "./ask.tsx";
import { AskFields } from "./ask-fields.tsx";

/** The form itself. Where nobody receives it here, what was typed goes on to whoever does. */
export function AskForm({
  loaderData: { language, text, need, choices, towns, once },
  typed,
  sent,
  search,
}: {
  loaderData: AskData;
  typed: Typed;
  sent: AskSent;
  search: string;
}) {
  const say = OFFICE[language];
  const [first, ...others] = sent?.onward ?? [];
  const at = (slug: string) => `/areas/${slug}/ask${search}`;
  return (
    <>
      {sent ? (
        <Notice kind="error" title={sent.message ?? text.wrong} language={language}>
          {sent.onward && !first ? <TextLink to={search}>{say.others}</TextLink> : null}
        </Notice>
      ) : null}
      <OnceForm
        {...(first ? { action: at(first.slug), submit: say.sendTo(first.name) } : { submit: text.send })}
        busy={text.busy}
        onceKey={sent?.typed.text.once ?? once}
        noValidate
        encType="multipart/form-data"
        className="border-t border-solid-gray-300 pt-4"
      >
        <AskFields
          key={need ?? ""}
          typed={typed}
          errors={sent?.errors ?? {}}
          language={language}
          text={text}
          choices={choices}
          towns={towns}
        />
        <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
          <label>
            {text.trap}
            <input name="homepage" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <p className="my-4 text-dns-14N-130">
          {`${text.after}${language === "en" ? " " : ""}${text.privacy}`}
        </p>
        {others.map(({ slug, name }) => (
          <Button key={slug} formAction={at(slug)} className="mr-4">
            {say.sendTo(name)}
          </Button>
        ))}
      </OnceForm>
    </>
  );
}
