import { Button, TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { OFFICE } from "../../office/office.messages.ts";
import { AskFields } from "../../parts/ask-fields.tsx";
import type { AskData } from "./ask.tsx";

/** The form itself. Where nobody receives it here any more, what was typed goes on to whoever does. */
export function AskForm({
  loaderData: { language, text, need, choices, towns, once, values, labels, onward },
  answer,
  search,
}: {
  loaderData: AskData;
  answer: unknown;
  search: string;
}) {
  const say = OFFICE[language];
  const [first, ...others] = onward ?? [];
  const at = (slug: string) => `/areas/${slug}/ask${search}`;
  return (
    <div className="border-t border-solid-gray-300 pt-4">
      <CommandForm
        command="request.make"
        answer={answer}
        values={values}
        once={once}
        labels={labels}
        {...(first ? { action: at(first.slug), submit: say.sendTo(first.name) } : { submit: text.send })}
        busy={text.busy}
        language={language}
        encType="multipart/form-data"
      >
        {onward && !first ? <TextLink to={search}>{say.others}</TextLink> : null}
        <AskFields key={need ?? ""} {...{ language, text, choices, towns }} />
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
      </CommandForm>
    </div>
  );
}
