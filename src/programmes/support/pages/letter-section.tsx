import { Button } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/field.tsx";
import { OnceForm } from "#ui/once.tsx";
import { Section } from "#ui/page.tsx";
import { EDITING, LANGUAGE_NAMES } from "../letters/editing/messages.ts";
import { LETTER_NAMES } from "../letters/messages.ts";
import type { LettersData, LettersDone } from "./letters.tsx";

/** One letter in one language: what it looks like, and its text to be changed. */
export function LetterSection({ one, did }: { one: LettersData["letters"][number]; did: LettersDone }) {
  const mine = did?.typed.letter === one.letter && did.typed.language === one.language ? did : undefined;
  const errors: Readonly<Record<string, readonly string[]>> = mine?.errors ?? {};
  const shown = mine?.preview ?? one.preview;
  const which = (
    <>
      <input type="hidden" name="letter" value={one.letter} />
      <input type="hidden" name="language" value={one.language} />
    </>
  );
  return (
    <Section
      id={`${one.letter}-${one.language}`}
      title={`${LETTER_NAMES[one.letter]}　${LANGUAGE_NAMES[one.language]}${one.own ? `（${EDITING.changed}）` : ""}`}
    >
      <div className="grid gap-x-8 gap-y-4 desktop:grid-cols-2">
        <div lang={one.language} className="border-l-4 border-solid-gray-300 pl-4">
          <p lang="ja" className="text-dns-14N-130 text-solid-gray-700">
            {mine?.preview ? EDITING.typed : EDITING.own}
          </p>
          <p className="mt-1 text-std-16B-170 break-words">{shown.subject}</p>
          <p className="mt-2 break-words whitespace-pre-wrap">{shown.body}</p>
        </div>
        <details open={mine !== undefined}>
          <summary className="min-h-11 cursor-pointer py-2 underline underline-offset-4">
            {EDITING.edit}
          </summary>
          <OnceForm submit={EDITING.save} kind="secondary" noValidate>
            {which}
            <TextField
              label={EDITING.subjectLabel}
              name="subject"
              defaultValue={mine?.typed.subject ?? one.subject}
              errors={errors.subject}
            />
            <TextArea
              label={EDITING.bodyLabel}
              hint={EDITING.hint(one.placeholders)}
              name="body"
              rows={9}
              defaultValue={mine?.typed.body ?? one.body}
              errors={errors.body}
            />
            <Button name="do" value="preview" className="mr-4">
              {EDITING.previewing}
            </Button>
          </OnceForm>
          {one.own ? (
            <OnceForm submit={EDITING.restore} kind="danger" className="mt-4">
              {which}
              <input type="hidden" name="do" value="restore" />
            </OnceForm>
          ) : null}
        </details>
      </div>
    </Section>
  );
}
