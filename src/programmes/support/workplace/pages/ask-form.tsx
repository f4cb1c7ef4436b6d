import { AttachField } from "#ui/attachments.tsx";
import { Button, TextLink } from "#ui/button.tsx";
import { answerFor } from "#ui/form.tsx";
import { SteppedForm } from "#ui/form-steps.tsx";
import { FILES } from "../../model/request-file.messages.ts";
import { FORM_LIMITS } from "../../model/request-file.schema.ts";
import { OFFICE } from "../../office/office.messages.ts";
import type { SaidSoFar } from "../ask.queries.server.ts";
import type { AskData } from "./ask.tsx";
import { ContactPart, ServicePart, WishPart } from "./ask-parts.tsx";

const TIMES = [1, 2, 3].flatMap((n) => [`wish${n}`, `day${n}`, `part${n}`, `from${n}`, `to${n}`]);

/**
 * The form itself: three pages, then all answers to be looked at. What fits is shown by what was said before. Where
 * nobody receives it here any more, what was typed goes on to whoever does.
 */
export function AskForm({ loaderData, answer }: { loaderData: AskData; answer: unknown }) {
  const { language, text, needs, choices, towns, once, values, labels, onward, search } = loaderData;
  const say = OFFICE[language];
  const [first, ...others] = onward ?? [];
  const at = (slug: string) => `/areas/${slug}/ask${search}`;
  const { fits, answers } = { ...loaderData, ...(answer as Partial<SaidSoFar> | undefined) };
  const sent = answerFor(answer, "request.make");
  const onSite = (sent?.values.place ?? values.place) === "on_site";
  const part = { language, text };
  const steps = [
    {
      ...{ title: text.steps[0]!, fields: ["municipality", "size", "need"], answers: answers[0] },
      part: <WishPart {...part} {...{ needs, towns }} />,
    },
    {
      ...{ title: text.steps[1]!, answers: answers[1] },
      fields: ["wanted", "checkupOn", "appliedOn", "topics", ...TIMES, "place", "people", "freeOnly"],
      part: <ServicePart {...part} {...{ fits, choices }} />,
    },
    {
      ...{ title: text.steps[2]!, answers: answers[2] },
      fields: ["workplace", "industry", "address", "contact", "phone", "email", "wish", "heardFrom"],
      part: <ContactPart {...part} {...{ choices, onSite }} />,
    },
  ];
  return (
    <SteppedForm
      command="request.make"
      steps={steps}
      answer={answer}
      values={values}
      once={once}
      labels={labels}
      {...(first ? { action: at(first.slug), submit: say.sendTo(first.name) } : { submit: text.send })}
      busy={text.busy}
      language={language}
      encType="multipart/form-data"
      marksRequired
      atCheck={
        <>
          <AttachField text={FILES[language]} eachBytes={FORM_LIMITS.bytes} optional={text.optional} />
          <Trap label={text.trap} />
          <p className="my-4 text-dns-14N-130">
            {`${text.after}${language === "en" ? " " : ""}${text.privacy}`}
          </p>
          {onward && !first ? <TextLink to={search}>{say.others}</TextLink> : null}
          {others.map(({ slug, name }) => (
            <Button key={slug} formAction={at(slug)} className="mr-4">
              {say.sendTo(name)}
            </Button>
          ))}
        </>
      }
    />
  );
}

/** Filled in by programs alone. */
const Trap = ({ label }: { label: string }) => (
  <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
    <label>
      {label}
      <input name="homepage" tabIndex={-1} autoComplete="off" />
    </label>
  </div>
);
