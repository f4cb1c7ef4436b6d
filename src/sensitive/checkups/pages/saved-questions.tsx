import { TextLink } from "#ui/button.tsx";
import { CommandForm } from "#ui/form.tsx";
import { Line, Lines } from "#ui/lines.tsx";
import { Section } from "#ui/page.tsx";
import { QUESTION_PAGE as PAGE } from "../questions/checkup-question.messages.ts";

/** Questions that were kept, each to be asked anew of the newest edition. */
export const SavedQuestions = ({
  saved,
  answer,
}: {
  saved: readonly { id: string; title: string; to: string }[];
  answer: unknown;
}) =>
  saved.length === 0 ? null : (
    <Section title={PAGE.saved} lead={PAGE.savedHint}>
      <Lines>
        {saved.map(({ id, title, to }) => (
          <Line key={id}>
            <TextLink to={to}>{title}</TextLink>
            <CommandForm command="checkup-question.delete" answer={answer} submit={PAGE.remove} kind="plain">
              <input type="hidden" name="id" value={id} />
            </CommandForm>
          </Line>
        ))}
      </Lines>
    </Section>
  );
