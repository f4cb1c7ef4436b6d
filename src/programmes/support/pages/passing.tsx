import { type Option, SelectField, TextArea } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { PASSING } from "../requests/passing/messages.ts";
import type { RequestView } from "../requests/view/usecases.server.ts";

type Errors = Readonly<Record<string, readonly string[]>>;
type Typed = Readonly<Record<string, string>>;

/** Hands a request to a neighbouring area, with a sentence why. */
export function PassOn({ to, errors, typed }: { to: readonly Option[]; errors: Errors; typed: Typed }) {
  const failed = typed.do === "pass";
  return (
    <details open={failed}>
      <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">{PASSING.pass}</summary>
      {to.length === 0 ? (
        <p>{PASSING.none}</p>
      ) : (
        <OnceForm submit={PASSING.submit} kind="secondary" noValidate>
          <input type="hidden" name="do" value="pass" />
          <SelectField
            label={PASSING.to}
            hint={PASSING.toHint}
            name="to"
            options={to}
            empty=""
            defaultValue={failed ? typed.to : ""}
            errors={failed ? errors.to : undefined}
          />
          <TextArea
            label={PASSING.why}
            hint={PASSING.whyHint}
            name="why"
            defaultValue={failed ? typed.why : ""}
            errors={failed ? errors.why : undefined}
          />
        </OnceForm>
      )}
    </details>
  );
}

/** What was handed on and waits for an answer: the receiving area answers, the other may take it back. */
export function Passed({
  view: { request, events, takes, manages },
  errors,
  typed,
}: {
  view: RequestView;
  errors: Errors;
  typed: Typed;
}) {
  if (request.status !== "passed") return null;
  const last = events.findLast((event) => event.action === "pass");
  const why = String(last?.detail.why ?? "");
  const failed = typed.do === "return";
  if (takes)
    return (
      <Section title={PASSING.theirs} lead={PASSING.theirsLead}>
        <p className="whitespace-pre-line">{`${PASSING.why}: ${why}`}</p>
        <OnceForm submit={PASSING.take} className="my-4">
          <input type="hidden" name="do" value="take" />
        </OnceForm>
        <details open={failed}>
          <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
            {PASSING.giveBack}
          </summary>
          <OnceForm submit={PASSING.giveBackSubmit} kind="secondary" noValidate>
            <input type="hidden" name="do" value="return" />
            <TextArea
              label={PASSING.why}
              name="why"
              defaultValue={failed ? typed.why : ""}
              errors={failed ? errors.why : undefined}
            />
          </OnceForm>
        </details>
      </Section>
    );
  return manages ? (
    <Notice title={`${PASSING.waiting}　${String(last?.detail.who ?? "")}`}>
      <p className="whitespace-pre-line">{why}</p>
      <OnceForm submit={PASSING.recall} kind="secondary" className="mt-2">
        <input type="hidden" name="do" value="recall" />
      </OnceForm>
    </Notice>
  ) : null;
}
